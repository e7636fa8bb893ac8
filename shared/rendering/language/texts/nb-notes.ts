import { capitalised } from '../initial-letter.ts';
import type { NoteTexts } from '../note-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { form } = pluralsOf('nb');
const spaced = (on: string | undefined) => (on === undefined ? '' : ` ${on}`);

function changedFigures(count: number): string {
  if (count === 0) return 'ingen verdi er merkbart endret';
  return form(count, 'én verdi er endret, se listen', `${count} verdier er endret, se listen`);
}

export const norwegianNotes: NoteTexts = {
  provisional: () =>
    'Disse verdiene er foreløpige: Ikke alle data var kommet da rapporten måtte sendes. Endrer de seg merkbart, får du en revidert rapport.',
  revision: (revision, count) =>
    `Dette er revisjon ${revision}, som erstatter den forrige rapporten: ${changedFigures(count)}.`,
  no_data: (on) =>
    on === undefined
      ? 'Det kom ingen data for denne perioden. Ukjent er ikke null, så ingen verdier er oppgitt.'
      : `Det kom ingen data ${on}. Ukjent er ikke null, så denne dagen står åpen.`,
  no_data_days: (days, range) =>
    `Det kom ingen data på ${days} dager (${range}). Ukjent er ikke null, så disse dagene står åpne.`,
  gap: (when, complete, offline) =>
    `${capitalised(when)}: ${complete ? 'ingen data' : 'noen av dataene mangler'}${offline === undefined ? '' : ` (${offline})`}.`,
  more_gaps: (count) => form(count, 'Ett hull til er ikke tatt med her.', `${count} hull til er ikke tatt med her.`),
  hub_silent: (hub, lastHeard) =>
    `Måleenheten ${hub} svarer ikke${lastHeard === undefined ? '' : `; den sendte sist data ${lastHeard}`}. Kontroller strømforsyningen og internettforbindelsen.`,
  register_silent: (label, days) =>
    `«${label}» sendte ingen data ${form(days, 'én dag', `${days} dager`)}, mens andre gjorde det. Det som ble brukt da, vises i beste fall under «Annet».`,
  register_unknown: (id) =>
    `En målekanal som ingen hadde meldt (${id}), rapporterte energi. Den er tatt med under denne ID-en.`,
  register_added: (label, on) =>
    `«${label}» ble lagt til ${on ?? 'i denne perioden'}. Det som ble brukt før, er en del av «Annet».`,
  values_left_out: (label) => `Noen verdier for «${label}» kunne ikke stemme og er utelatt.`,
  at_least: () =>
    'Det mangler data. Verdier merket «minst» er det som ble målt; de egentlige verdiene kan bare være høyere.',
  withheld: (total, uncertainty) =>
    `«${total}» er ikke oppgitt: ${
      uncertainty === undefined
        ? 'med dataene som mangler, kan ingen si hvor mye verdien ville bomme'
        : `dataene som mangler, kan endre verdien med opptil ${uncertainty}`
    }, og en gal verdi er verre enn ingen.`,
  no_mains: () =>
    'Hovedinntaket måles ikke her. Samlet forbruk, energi fra nettet og «Annet» er derfor ukjent; verdiene gjelder bare de målte kursene.',
  other_reported_by_source: (source) => `«Annet» er verdien som ${source} selv rapporterer.`,
  other_definition_line_side: (source, computed) =>
    `«Annet» er det som ble målt på hovedinntaket og ikke forklares av noen kurs: ${computed}. Kilden trekker også fra produksjon som er koblet inn foran hovedinntaket, og kommer dermed til ${source}.`,
  other_mismatch: (source, computed, on, isShown) =>
    `Kildens egen verdi for «Annet»${spaced(on)} er ${source}, vår er ${computed}. ${
      isShown ? 'Vår vises: Med den gir kursene til sammen forbruket' : 'Siden det mangler data, vises ingen av dem'
    }.`,
  other_missing: () => 'Kilden oppga ingen verdi for «Annet». Den er beregnet her: forbruket minus alle kursene.',
  other_negative: (energy, on) =>
    `«Annet» er negativt${spaced(on)} (${energy}): Kursene målte mer enn hovedinntaket. Vanlige årsaker er en sensor som er klemt på feil vei, feil multiplikator, en kurs som ikke går gjennom det målte hovedinntaket, eller måleenheter med klokker som går ulikt.`,
  battery_sign: () =>
    'Batteriets energi er positiv ved lading og negativ ved utlading. Kilden sier ikke hvilken vei den teller: Si fra hvis de to ser ut til å være byttet om.',
  clock_change: (hours, on, longer) =>
    `Klokken ble stilt ${longer ? 'tilbake' : 'fram'}${spaced(on)}: Dette døgnet hadde ${hours} timer.`,
  cost_estimate: (tariff, since, leftOut) =>
    `Kostnaden er et anslag, ikke en regning: energien hentet fra nettet til prisene i «${tariff}», gjeldende fra ${since.join(' og ')}.${
      leftOut.length === 0 ? '' : ` Ikke medregnet: ${leftOut.map((cost) => COSTS[cost]).join(', ')}.`
    }`,
  cost_unknown: (tariff, reason) => `Ingen kostnad er oppgitt: ${WITHOUT_COST[reason](tariff)}.`,
  emissions_estimate: (gramsPerKWh, region, publisher, year) =>
    `Utslippene er anslått etter gjennomsnittet i strømnettet: ${gramsPerKWh}\u00A0g CO₂ per kWh (${region}, ${year}; ${publisher}). Det produksjonen sparte, står på en egen linje og er ikke trukket fra.`,
  marginal_emissions: (publisher) =>
    `Kilden oppgir også marginale utslipp, beregnet av ${publisher}: det som slippes ut av kraftverkene som følger en endring i etterspørselen. De kan ikke sammenlignes med et anslag etter gjennomsnitt og legges aldri til et slikt.`,
  source_alert: (title, severity, from, until) =>
    `Varsel fra kilden (${severity}): «${title}», ${until === undefined ? `siden ${from}` : `fra ${from} til ${until}`}.`,
  more_alerts: (count) =>
    form(count, 'Ett varsel til er ikke tatt med her.', `${count} varsler til er ikke tatt med her.`),
  load_negative: (slots) =>
    `I ${form(slots, 'ett måleintervall', `${slots} måleintervaller`)} ville det vært brukt mindre enn ingenting, noe som ikke forekommer. Noe energi er telt to ganger, for eksempel fra et batteri bak en vekselretter; kontroller hvordan utstyret måles.`,
  values_estimated: (label) => `Noen verdier for «${label}» er anslått av den som leverte dataene, ikke målt.`,
  intervals_divided: (minutes) =>
    `Noen intervaller er lengre enn rapportens, opptil ${minutes}\u00A0min. Energien i dem er fordelt jevnt, så høyeste effekt og timene er jevnere enn de var.`,
  side_assumed: (label) =>
    `Ingenting sier om «${label}» er koblet til før eller bak det målte hovedinntaket. Bak er antatt; ellers ville forbruk og energi fra nettet vært annerledes.`,
  source_unmeasured: () =>
    'Det ble levert energi til nettet fra noe som ikke måles her, for eksempel solceller. Forbruket er derfor ikke kjent, men det som kom fra nettet og det som gikk tilbake, er det.',
};

const COSTS = {
  taxes: 'avgifter',
  fees: 'gebyrer',
  demand: 'effektledd',
  standing_charge: 'fastbeløp',
  feed_in: 'betaling for levert energi',
} as const;

const WITHOUT_COST = {
  no_mains: () => 'det som hentes fra nettet, måles ikke her',
  import_unknown: () => 'det mangler data om hva som ble hentet fra nettet',
  no_price: (tariff: string) => `«${tariff}» har ingen priser for denne perioden`,
} as const;
