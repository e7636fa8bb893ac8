import type { Texts } from '../texts.ts';
import { englishComparison } from './en-comparison.ts';
import { englishDigest } from './en-digest.ts';
import { englishFlow } from './en-flow.ts';
import { englishLabels } from './en-labels.ts';
import { englishMethod } from './en-method.ts';
import { englishMoney } from './en-money.ts';
import { englishNotes } from './en-notes.ts';
import { englishPdf } from './en-pdf.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const english: Texts = {
  language: 'en',
  direction: 'ltr',
  ...englishLabels,

  periodTitle: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `Week ${week}, ${range}`,
    monthly: ({ month }) => month,
    cycle: ({ range }) => `${range} (billing cycle)`,
  },
  inPeriod: {
    daily: ({ day }) => `on ${day}`,
    weekly: ({ week, range }) => `in week ${week} (${range})`,
    monthly: ({ month }) => `in ${month}`,
    cycle: ({ range }) => `in the billing cycle ${range}`,
  },
  days: (count) => plural(count, 'day', 'days'),
  writtenDate: (date) => date,
  writtenRange: (range) => range,
  semicolon: '; ',
  labelled: (label, text) => `${label}: ${text}`,

  headlines: {
    used: (energy, when) => `You used ${energy} ${when}.`,
    usedAndProduced: (used, produced, when) => `You used ${used} and produced ${produced} ${when}.`,
    producedOnly: (produced, when) => `You produced ${produced} ${when}.`,
    circuitsUsed: (energy, when) => `The measured circuits used ${energy} ${when}.`,
    circuitsUsedAndProduced: (used, produced, when) =>
      `The measured circuits used ${used}, and you produced ${produced} ${when}.`,
    producedUseUnknown: (produced, when) =>
      `You produced ${produced} ${when}; too much data is missing to say what you used.`,
    useUnknown: (when) => `Too much data is missing to say what you used ${when}.`,
    gridOnly: (imported, exported, when) => `You drew ${imported} from the grid and fed ${exported} back ${when}.`,
    noData: (when) => `No data was received ${when}, so nothing can be said about it.`,
  },
  atLeast: (energy) => `at least ${energy}`,
  withGaps: (energy) => `${energy} (with gaps)`,
  unknownBecause: (dash, reason) => `${dash} (${reason})`,

  completeness: {
    allThere: (facts) => `All data is there: ${facts}.`,
    completeDays: (complete, all) =>
      complete === all
        ? `${complete} of ${plural(all, 'day', 'days')}`
        : `Complete data for ${complete} of ${plural(all, 'day', 'days')}`,
    emptyDays: (count) => `no data at all on ${plural(count, 'day', 'days')}`,
    samples: (share, stepMinutes) => `${share} of the expected ${stepMinutes}-minute samples`,
    gap: (when, who) => `gap ${when}${who === '' ? '' : ` (${who})`}`,
    registersWithGaps: (count, all) => `gaps in ${count} of ${plural(all, 'meter channel', 'meter channels')}`,
    moreGaps: (count) => plural(count, 'more gap', 'more gaps'),
    notCounted: 'the source does not count its samples',
    nothing: 'No data was received.',
  },
  allDay: 'all day',
  midnight: 'midnight',
  onDate: (date) => `on ${date}`,
  hubsOffline: (hubs, count) => `${count === 1 ? 'hub' : 'hubs'} ${hubs} offline`,

  notes: englishNotes,
  method: englishMethod,
  pdf: englishPdf,
  comparison: englishComparison,
  money: englishMoney,
  flow: englishFlow,
  digest: englishDigest,
};
