import { capitalised } from '../initial-letter.ts';
import { pluralsOf } from '../plurals.ts';
import type { Texts } from '../texts.ts';
import { spanishComparison } from './es-comparison.ts';
import { spanishDigest } from './es-digest.ts';
import { spanishFlow } from './es-flow.ts';
import { spanishLabels } from './es-labels.ts';
import { spanishMethod } from './es-method.ts';
import { spanishMoney } from './es-money.ts';
import { spanishNotes } from './es-notes.ts';
import { spanishPdf } from './es-pdf.ts';

const { counted, form } = pluralsOf('es');

export const spanish: Texts = {
  language: 'es',
  direction: 'ltr',
  ...spanishLabels,

  periodTitle: {
    daily: ({ day }) => day,
    weekly: ({ week, range }) => `Semana ${week}, ${range}`,
    monthly: ({ month }) => month,
    cycle: ({ range }) => `${range} (facturación)`,
  },
  inPeriod: {
    daily: ({ day }) => `el ${day}`,
    weekly: ({ week, range }) => `en la semana ${week} (${range})`,
    monthly: ({ month }) => `en ${month}`,
    cycle: ({ range }) => `en el periodo de facturación ${range}`,
  },
  days: (count) => counted(count, 'día', 'días'),
  writtenDate: (date) => date.replace(/^(\p{L}+), /u, '$1 '),
  writtenRange: (range) => `del ${range.replace(/ ?– ?/, ' al ')}`,
  semicolon: '; ',
  labelled: (label, text) => `${label}: ${text}`,

  headlines: {
    used: (energy, when) => `${capitalised(when)} consumió usted ${energy}.`,
    usedAndProduced: (used, produced, when) => `${capitalised(when)} consumió usted ${used} y produjo ${produced}.`,
    producedOnly: (produced, when) => `${capitalised(when)} produjo usted ${produced}.`,
    circuitsUsed: (energy, when) => `${capitalised(when)} los circuitos medidos consumieron ${energy}.`,
    circuitsUsedAndProduced: (used, produced, when) =>
      `${capitalised(when)} los circuitos medidos consumieron ${used} y usted produjo ${produced}.`,
    producedUseUnknown: (produced, when) =>
      `${capitalised(when)} produjo usted ${produced}; faltan demasiados datos para indicar su consumo.`,
    useUnknown: (when) => `${capitalised(when)} faltan demasiados datos para indicar su consumo.`,
    gridOnly: (imported, exported, when) =>
      `${capitalised(when)} tomó usted ${imported} de la red y vertió ${exported} en ella.`,
    noData: (when) => `${capitalised(when)} no se recibió ningún dato, por lo que no se puede indicar ningún valor.`,
  },
  atLeast: (energy) => `al menos ${energy}`,
  withGaps: (energy) => `${energy} (incompleto)`,
  unknownBecause: (dash, reason) => `${dash} (${reason})`,

  completeness: {
    allThere: (facts) => `Están todos los datos: ${facts}.`,
    completeDays: (complete, all) => {
      const days = `${complete} de ${counted(all, 'día', 'días')}`;
      return complete === all ? days : `datos completos en ${days}`;
    },
    emptyDays: (count) => `ningún dato en ${counted(count, 'día', 'días')}`,
    samples: (share, stepMinutes) => `${share} de las mediciones esperadas (una cada ${stepMinutes}\u00A0min)`,
    gap: (when, who) => `faltan datos ${when}${who === '' ? '' : ` (${who})`}`,
    registersWithGaps: (count, all) =>
      `faltan datos en ${count} de ${counted(all, 'canal de medida', 'canales de medida')}`,
    moreGaps: (count) => counted(count, 'interrupción más', 'interrupciones más'),
    notCounted: 'la fuente no cuenta sus mediciones',
    nothing: 'No se recibió ningún dato.',
  },
  allDay: 'todo el día',
  midnight: 'medianoche',
  onDate: (date) => `el ${date}`,
  hubsOffline: (hubs, count) => `${form(count, 'equipo', 'equipos')} ${hubs} sin conexión`,

  notes: spanishNotes,
  method: spanishMethod,
  pdf: spanishPdf,
  comparison: spanishComparison,
  money: spanishMoney,
  flow: spanishFlow,
  digest: spanishDigest,
};
