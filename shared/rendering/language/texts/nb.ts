import { capitalised } from '../initial-letter.ts';
import { pluralsOf } from '../plurals.ts';
import type { Texts } from '../texts.ts';
import { norwegianComparison } from './nb-comparison.ts';
import { norwegianDigest } from './nb-digest.ts';
import { norwegianFlow } from './nb-flow.ts';
import { norwegianLabels } from './nb-labels.ts';
import { norwegianMethod } from './nb-method.ts';
import { norwegianMoney } from './nb-money.ts';
import { norwegianNotes } from './nb-notes.ts';
import { norwegianPdf } from './nb-pdf.ts';

const { counted, form } = pluralsOf('nb');

export const norwegian: Texts = {
  language: 'nb',
  direction: 'ltr',
  ...norwegianLabels,

  periodTitle: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `Uke ${week}, ${range}`,
    monthly: ({ month }) => month,
    cycle: ({ range }) => `${range} (fakturaperiode)`,
  },
  inPeriod: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `i uke ${week} (${range})`,
    monthly: ({ month }) => `i ${month}`,
    cycle: ({ range }) => `i fakturaperioden ${range}`,
  },
  days: (count) => counted(count, 'dag', 'dager'),
  writtenDate: (date) => date,
  writtenRange: (range) => range,
  semicolon: '; ',
  labelled: (label, text) => `${label}: ${text}`,

  headlines: {
    used: (energy, when) => `${capitalised(when)} brukte du ${energy}.`,
    usedAndProduced: (used, produced, when) => `${capitalised(when)} brukte du ${used} og produserte ${produced}.`,
    producedOnly: (produced, when) => `${capitalised(when)} produserte du ${produced}.`,
    circuitsUsed: (energy, when) => `${capitalised(when)} brukte de målte kursene ${energy}.`,
    circuitsUsedAndProduced: (used, produced, when) =>
      `${capitalised(when)} brukte de målte kursene ${used}, og du produserte ${produced}.`,
    producedUseUnknown: (produced, when) =>
      `${capitalised(when)} produserte du ${produced}; for mye data mangler til å si hva du brukte.`,
    useUnknown: (when) => `${capitalised(when)} mangler det for mye data til å si hva du brukte.`,
    gridOnly: (imported, exported, when) =>
      `${capitalised(when)} hentet du ${imported} fra nettet og leverte ${exported} tilbake.`,
    noData: (when) => `${capitalised(when)} kom det ingen data, så det er ingenting å si om forbruket.`,
  },
  atLeast: (energy) => `minst ${energy}`,
  withGaps: (energy) => `${energy} (med hull)`,
  unknownBecause: (dash, reason) => `${dash} (${reason})`,

  completeness: {
    allThere: (facts) => `Alle data er på plass: ${facts}.`,
    completeDays: (complete, all) => {
      const days = `${complete} av ${counted(all, 'dag', 'dager')}`;
      return complete === all ? days : `fullstendige data for ${days}`;
    },
    emptyDays: (count) => `${counted(count, 'dag', 'dager')} helt uten data`,
    samples: (share, stepMinutes) => `${share} av de forventede ${stepMinutes}-minuttersmålingene`,
    gap: (when, who) => `hull ${when}${who === '' ? '' : ` (${who})`}`,
    registersWithGaps: (count, all) => `hull i ${count} av ${counted(all, 'målekanal', 'målekanaler')}`,
    moreGaps: (count) => counted(count, 'hull til', 'hull til'),
    notCounted: 'kilden teller ikke målingene sine',
    nothing: 'Det kom ingen data.',
  },
  allDay: 'hele dagen',
  midnight: '24:00',
  onDate: (date) => date,
  hubsOffline: (hubs, count) => `${form(count, 'måleenheten', 'måleenhetene')} ${hubs} uten forbindelse`,

  notes: norwegianNotes,
  method: norwegianMethod,
  pdf: norwegianPdf,
  comparison: norwegianComparison,
  money: norwegianMoney,
  flow: norwegianFlow,
  digest: norwegianDigest,
};
