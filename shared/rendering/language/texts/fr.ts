import { capitalised } from '../initial-letter.ts';
import { pluralsOf } from '../plurals.ts';
import type { Texts } from '../texts.ts';
import { frenchComparison } from './fr-comparison.ts';
import { frenchDigest } from './fr-digest.ts';
import { frenchFlow } from './fr-flow.ts';
import { frenchLabels } from './fr-labels.ts';
import { frenchMethod } from './fr-method.ts';
import { frenchMoney } from './fr-money.ts';
import { frenchNotes } from './fr-notes.ts';
import { frenchPdf } from './fr-pdf.ts';
import { fr } from './fr-spacing.ts';

const { counted, form } = pluralsOf('fr');
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const FIRST_OF_MONTH = new RegExp(`(?<!\\d)1(?=(?:–\\d+| au \\d+)? (?:${MONTHS}))`, 'g');

/** "dimanche 1er novembre", never "dimanche, 1 novembre". */
const writtenDate = (date: string) => date.replace(/^(\p{L}+), /u, '$1 ').replaceAll(FIRST_OF_MONTH, '1er');

export const french: Texts = {
  language: 'fr',
  direction: 'ltr',
  ...frenchLabels,

  periodTitle: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `Semaine ${week}, ${range}`,
    monthly: ({ month }) => month,
    cycle: ({ range }) => `${range} (cycle de facturation)`,
  },
  inPeriod: {
    daily: ({ day }) => `le ${day}`,
    weekly: ({ week, range }) => `pendant la semaine ${week} (${range})`,
    monthly: ({ month }) => `en ${month}`,
    cycle: ({ range }) => `pendant le cycle de facturation ${range}`,
  },
  days: (count) => counted(count, 'jour', 'jours'),
  writtenDate,
  writtenRange: (range) => `du ${writtenDate(range).replace(/ ?– ?/, ' au ')}`,
  semicolon: fr` ; `,
  labelled: (label, text) => fr`${label} : ${text}`,

  headlines: {
    used: (energy, when) => `${capitalised(when)}, vous avez consommé ${energy}.`,
    usedAndProduced: (used, produced, when) =>
      `${capitalised(when)}, vous avez consommé ${used} et produit ${produced}.`,
    producedOnly: (produced, when) => `${capitalised(when)}, vous avez produit ${produced}.`,
    circuitsUsed: (energy, when) => `${capitalised(when)}, les circuits mesurés ont consommé ${energy}.`,
    circuitsUsedAndProduced: (used, produced, when) =>
      `${capitalised(when)}, les circuits mesurés ont consommé ${used} et vous avez produit ${produced}.`,
    producedUseUnknown: (produced, when) =>
      fr`${capitalised(when)}, vous avez produit ${produced} ; il manque trop de données pour indiquer votre consommation.`,
    useUnknown: (when) => `${capitalised(when)}, il manque trop de données pour indiquer votre consommation.`,
    gridOnly: (imported, exported, when) =>
      `${capitalised(when)}, vous avez soutiré ${imported} du réseau et y avez injecté ${exported}.`,
    noData: (when) => fr`${capitalised(when)}, aucune donnée n’a été reçue : aucune valeur ne peut donc être indiquée.`,
  },
  atLeast: (energy) => `au moins ${energy}`,
  withGaps: (energy) => `${energy} (incomplet)`,
  unknownBecause: (dash, reason) => `${dash} (${reason})`,

  completeness: {
    allThere: (facts) => fr`Toutes les données sont là : ${facts}.`,
    completeDays: (complete, all) => {
      const days = `${counted(complete, 'jour', 'jours')} sur ${all}`;
      return complete === all ? days : `données complètes pour ${days}`;
    },
    emptyDays: (count) => `aucune donnée pendant ${counted(count, 'jour', 'jours')}`,
    samples: (share, stepMinutes) => `${share} des mesures attendues (une toutes les ${stepMinutes}\u00A0min)`,
    gap: (when, who) => `lacune ${when}${who === '' ? '' : ` (${who})`}`,
    registersWithGaps: (count, all) =>
      `lacunes sur ${counted(count, 'voie de mesure', 'voies de mesure')} (${all} au total)`,
    moreGaps: (count) => counted(count, 'autre lacune', 'autres lacunes'),
    notCounted: 'la source ne compte pas ses mesures',
    nothing: 'Aucune donnée n’a été reçue.',
  },
  allDay: 'toute la journée',
  midnight: 'minuit',
  onDate: (date) => `le ${date}`,
  hubsOffline: (hubs, count) => `${form(count, 'boîtier', 'boîtiers')} ${hubs} hors ligne`,

  notes: frenchNotes,
  method: frenchMethod,
  pdf: frenchPdf,
  comparison: frenchComparison,
  money: frenchMoney,
  flow: frenchFlow,
  digest: frenchDigest,
};
