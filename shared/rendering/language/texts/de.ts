import { capitalised } from '../initial-letter.ts';
import { pluralsOf } from '../plurals.ts';
import type { Texts } from '../texts.ts';
import { germanComparison } from './de-comparison.ts';
import { germanDigest } from './de-digest.ts';
import { germanFlow } from './de-flow.ts';
import { germanLabels } from './de-labels.ts';
import { germanMethod } from './de-method.ts';
import { germanMoney } from './de-money.ts';
import { germanNotes } from './de-notes.ts';
import { germanPdf } from './de-pdf.ts';

const { counted, form } = pluralsOf('de');
/** "am Donnerstag, dem 19. November": a date after a preposition is declined with it. */
const onDate = (date: string) => `am ${date.replace(', ', ', dem ')}`;

export const german: Texts = {
  language: 'de',
  direction: 'ltr',
  ...germanLabels,

  periodTitle: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `Woche ${week}, ${range}`,
    monthly: ({ month }) => month,
    cycle: ({ range }) => `${range} (Abrechnungszeitraum)`,
  },
  inPeriod: {
    daily: ({ day }) => onDate(day),
    weekly: ({ week, range }) => `in Woche ${week} (${range})`,
    monthly: ({ month }) => `im ${month}`,
    cycle: ({ range }) => `im Abrechnungszeitraum ${range}`,
  },
  days: (count) => counted(count, 'Tag', 'Tage'),
  writtenDate: (date) => date.replace(/^(\p{L}{2})\., /u, '$1 '),
  writtenRange: (range) => range,
  semicolon: '; ',
  labelled: (label, text) => `${label}: ${text}`,

  headlines: {
    used: (energy, when) => `${capitalised(when)} haben Sie ${energy} verbraucht.`,
    usedAndProduced: (used, produced, when) =>
      `${capitalised(when)} haben Sie ${used} verbraucht und ${produced} erzeugt.`,
    producedOnly: (produced, when) => `${capitalised(when)} haben Sie ${produced} erzeugt.`,
    circuitsUsed: (energy, when) => `${capitalised(when)} haben die gemessenen Stromkreise ${energy} verbraucht.`,
    circuitsUsedAndProduced: (used, produced, when) =>
      `${capitalised(when)} haben die gemessenen Stromkreise ${used} verbraucht, und Sie haben ${produced} erzeugt.`,
    producedUseUnknown: (produced, when) =>
      `${capitalised(when)} haben Sie ${produced} erzeugt; um Ihren Verbrauch anzugeben, fehlen zu viele Daten.`,
    useUnknown: (when) => `${capitalised(when)} fehlen zu viele Daten, um Ihren Verbrauch anzugeben.`,
    gridOnly: (imported, exported, when) =>
      `${capitalised(when)} haben Sie ${imported} aus dem Netz bezogen und ${exported} eingespeist.`,
    noData: (when) => `${capitalised(when)} sind keine Daten eingegangen; deshalb lässt sich nichts darüber sagen.`,
  },
  atLeast: (energy) => `mindestens ${energy}`,
  withGaps: (energy) => `${energy} (mit Lücken)`,
  unknownBecause: (dash, reason) => `${dash} (${reason})`,

  completeness: {
    allThere: (facts) => `Alle Daten liegen vor: ${facts}.`,
    completeDays: (complete, all) => {
      const days = `${complete} von ${counted(all, 'Tag', 'Tagen')}`;
      return complete === all ? days : `vollständige Daten für ${days}`;
    },
    emptyDays: (count) => `gar keine Daten an ${counted(count, 'Tag', 'Tagen')}`,
    samples: (share, stepMinutes) => `${share} der erwarteten ${stepMinutes}-Minuten-Werte`,
    gap: (when, who) => `Lücke ${when}${who === '' ? '' : ` (${who})`}`,
    registersWithGaps: (count, all) => `Lücken bei ${count} von ${counted(all, 'Messkanal', 'Messkanälen')}`,
    moreGaps: (count) => counted(count, 'weitere Lücke', 'weitere Lücken'),
    notCounted: 'die Datenquelle zählt ihre Messwerte nicht',
    nothing: 'Es sind keine Daten eingegangen.',
  },
  allDay: 'ganztägig',
  midnight: '24:00',
  onDate,
  hubsOffline: (hubs, count) => `${form(count, 'Messgerät', 'Messgeräte')} ${hubs} ohne Verbindung`,

  notes: germanNotes,
  method: germanMethod,
  pdf: germanPdf,
  comparison: germanComparison,
  money: germanMoney,
  flow: germanFlow,
  digest: germanDigest,
};
