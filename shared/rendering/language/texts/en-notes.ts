import type { NoteTexts } from '../note-texts.ts';

const times = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const englishNotes: NoteTexts = {
  provisional: () =>
    'These figures are provisional: not all data had arrived when this report had to go out. If they change noticeably, a revised report follows.',
  revision: (revision, changedFigures) =>
    `This is revision ${revision} and replaces the earlier report: ${
      changedFigures === 0
        ? 'no figure changed noticeably'
        : `${times(changedFigures, 'one figure', 'figures')} changed, as listed`
    }.`,
  no_data: (on) =>
    on === undefined
      ? 'No data was received for this period. Unknown is not zero, so no figures are given.'
      : `No data was received ${on}. Unknown is not zero, so that day is left open.`,
  no_data_days: (days, range) =>
    `No data was received on ${days} days (${range}). Unknown is not zero, so they are left open.`,
  gap: (when, complete, offline) =>
    `${complete ? 'No data' : 'Part of the data is missing'} ${when}${offline === undefined ? '' : ` (${offline})`}.`,
  more_gaps: (count) => sentence(`${times(count, 'one more gap is', 'more gaps are')} not listed here.`),
  hub_silent: (hub, lastHeard) =>
    `Hub ${hub} is silent${lastHeard === undefined ? '' : `: it was last heard on ${lastHeard}`}. Please check its power and its internet connection.`,
  register_silent: (label, days) =>
    `“${label}” sent no data on ${times(days, 'one day', 'days')} while others did. What it used then shows up under Other, if anywhere.`,
  register_unknown: (id) =>
    `A meter channel that nobody had announced (${id}) reported energy. It is included under that id.`,
  register_added: (label, on) =>
    `“${label}” was added ${on ?? 'in this period'}. What it used before is part of Other.`,
  values_left_out: (label) => `Some values of “${label}” could not be true and were left out.`,
  at_least: () => 'Data is missing. Figures marked “at least” are what was measured; the true ones can only be higher.',
  withheld: (total, uncertainty) =>
    `${total} is not given: ${
      uncertainty === undefined
        ? 'with the data that is missing, nobody can say how far it would be off'
        : `the missing data could change it by up to ${uncertainty}`
    }, and a wrong figure is worse than none.`,
  no_mains: () =>
    'The mains are not measured here. Total consumption, grid energy and Other are therefore not known; the figures cover the measured circuits only.',
  other_reported_by_source: (source) => `Other is the figure that the source ${source} itself reports.`,
  other_definition_line_side: (source, computed) =>
    `Other is what the mains saw and no circuit explains: ${computed}. The source subtracts production that is tied in before the mains as well, and so comes to ${source}.`,
  other_mismatch: (source, computed, on, isShown) =>
    `The source’s own figure for Other${on === undefined ? '' : ` ${on}`} is ${source}, ours is ${computed}. ${
      isShown
        ? 'Ours is shown: with it, the circuits add up to the consumption'
        : 'As data is missing, neither is shown'
    }.`,
  other_missing: () => 'The source gave no figure for Other. It is calculated here: consumption minus all circuits.',
  other_negative: (energy, on) =>
    `Other is negative${on === undefined ? '' : ` ${on}`} (${energy}): the circuits measured more than the mains did. Usual causes are a sensor clamped on backwards, a wrong multiplier, a circuit that is not fed through the measured mains, or meters whose clocks are out of step.`,
  battery_sign: () =>
    'Battery energy is positive for charging and negative for discharging. The source does not say which way it counts: if the two look swapped, please tell us.',
  clock_change: (hours, on, longer) =>
    `The clocks went ${longer ? 'back' : 'forward'}${on === undefined ? '' : ` ${on}`}: that day had ${hours} hours.`,
  cost_estimate: (tariff, since, leftOut) =>
    `The cost is an estimate, not a bill: the energy drawn from the grid at the prices of “${tariff}”, in force since ${since.join(' and ')}.${
      leftOut.length === 0 ? '' : ` Left out: ${leftOut.map((cost) => COSTS[cost]).join(', ')}.`
    }`,
  cost_unknown: (tariff, reason) => `No cost is given: ${WITHOUT_COST[reason](tariff)}.`,
  emissions_estimate: (gramsPerKWh, region, publisher, year) =>
    `Emissions are an estimate by the average of the grid: ${gramsPerKWh} g of CO₂ for each kWh (${region}, ${year}; ${publisher}). What production avoided stands on a line of its own and is not taken off.`,
  marginal_emissions: (publisher) =>
    `The source gives marginal emissions as well, calculated by ${publisher}: what those power plants emit that follow a change in demand. They are not comparable with an estimate by averages, and are never added to one.`,
  source_alert: (title, severity, from, until) =>
    `Alert from the source (${severity}): “${title}”, ${until === undefined ? `since ${from}` : `from ${from} to ${until}`}.`,
  more_alerts: (count) => sentence(`${times(count, 'one more alert is', 'more alerts are')} not listed here.`),
  load_negative: (slots) =>
    `In ${times(slots, 'one interval', 'intervals')}, less than nothing would have been used, which no place does. Some energy is counted twice, such as that of a battery behind an inverter; please check how the devices are measured.`,
  values_estimated: (label) => `Some values of “${label}” were estimated by whoever delivered them, not measured.`,
  intervals_divided: (minutes) =>
    `Some intervals are longer than those of this report, up to ${minutes} minutes. Their energy was divided evenly, so that peak and hours are smoother than they were.`,
  side_assumed: (label) =>
    `Nothing says whether “${label}” is connected before or behind the measured mains. Behind them was assumed; otherwise consumption and grid energy would be different.`,
  source_unmeasured: () =>
    'Energy was fed into the grid from something that is not measured here, such as solar panels. What was used is therefore not known; what was drawn from the grid and fed back is.',
};

const COSTS = {
  taxes: 'taxes',
  fees: 'fees',
  demand: 'charges for peak demand',
  standing_charge: 'a standing charge',
  feed_in: 'payment for exported energy',
} as const;

const WITHOUT_COST = {
  no_mains: () => 'what is drawn from the grid is not measured here',
  import_unknown: () => 'there is no data about what was drawn from the grid',
  no_price: (tariff: string) => `“${tariff}” has no prices for this period`,
} as const;
