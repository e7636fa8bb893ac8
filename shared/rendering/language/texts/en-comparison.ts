import type { ComparisonTexts } from '../comparison-texts.ts';

const averaged = (per: 'day' | 'hour' | undefined) => (per === undefined ? '' : per === 'day' ? ' a day' : ' an hour');

export const englishComparison: ComparisonTexts = {
  heading: 'In comparison',
  change: (percent, direction, per) => `${percent} ${direction}${averaged(per)}`,
  same: (per) => `about as much${averaged(per)}`,
  than: (change, when) => `${change} than ${when}`,
  asIn: (same, when) => `${same} as ${when}`,
  onAllDays: (days) => `on the same ${days} days`,
  onSomeDays: (days) => (days === 1 ? 'on one day each' : `on ${days} days each`),
  consumptionWas: (comparison) => `You used ${comparison}.`,
  fromTo: (before, now, change) => `from ${before} to ${now}, ${change}`,
  productionIn: (period) => `${period}, production`,
  perDay: (energy) => `${energy} a day`,
  perHour: (energy) => `${energy} an hour`,
  declined: (reason) => `not compared, because ${reason}`,
  reasons: {
    no_data: 'there is no data',
    too_few_days: 'too many days are missing',
    no_mains_then: 'the mains were not measured then',
    production_changed: 'production was added, removed or replaced in between',
    different_circuits: 'not the same circuits were measured then',
    different_coverage: 'not as many days have complete data',
    tiny_base: 'there was too little then for a percentage',
  },
  onUsualDay: (weekday) => `on a usual ${weekday}`,
  usualDay: (weekday) => `Usual ${weekday}`,
  medianOf: (days) => `median of ${days} days`,
  line: (what) => `the line shows ${what}`,
};
