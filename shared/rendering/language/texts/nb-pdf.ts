import { decapitalised } from '../initial-letter.ts';
import type { PdfAlternativeTexts, PdfTexts } from '../pdf-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { counted } = pluralsOf('nb');
const columns = (count: number, perDay: boolean) =>
  perDay ? counted(count, 'dag', 'dager') : counted(count, 'time', 'timer');

const alternative: PdfAlternativeTexts = {
  bars: ({ what, perDay, count, average, highest, lowest }) => {
    const at = (when: string) => (perDay ? when : `klokken ${when}`);
    return [
      `${what} over ${columns(count, perDay)}`,
      ...(average === undefined ? [] : [`i gjennomsnitt ${average} per ${perDay ? 'dag' : 'time'}`]),
      ...(highest === undefined ? [] : [`mest ${at(highest.when)} med ${highest.energy}`]),
      ...(lowest === undefined ? [] : [`minst ${at(lowest.when)} med ${lowest.energy}`]),
    ].join(', ');
  },
  missingBars: (count, perDay) => `ingen data for ${columns(count, perDay)}`,
  circuits: (largest, other) =>
    [
      'Kurser etter energi',
      ...(largest === undefined
        ? []
        : [
            `den største er ${largest.name} med ${largest.energy}${largest.share === undefined ? '' : ` (${largest.share})`}`,
          ]),
      ...(other === undefined ? [] : [`det som ikke måles enkeltvis, utgjør ${other}`]),
    ].join('; '),
  heatMap: (highest, missing) =>
    [
      'Gjennomsnittlig effekt for hver time i hvert døgn',
      ...(highest === undefined ? [] : [`høyest med ${highest.power} i timen fra ${highest.when}`]),
      ...(missing === 0 ? [] : [`ingen data for ${columns(missing, false)}`]),
    ].join('; '),
};

export const norwegianPdf: PdfTexts = {
  title: (reportTitle, period) => `${reportTitle}, ${decapitalised(period)}`,
  perDay: (energy) => `i snitt ${energy} per dag`,
  shareOfConsumption: (share) => `${share} av forbruket`,
  imported: (energy) => `${energy} hentet`,
  exported: (energy) => `${energy} levert`,
  usedOnSite: (share) => `${share} av dette brukt selv`,
  notMeasured: 'ikke målt enkeltvis',
  average: 'snitt',
  noData: 'ingen data',
  incomplete: 'noen data mangler',
  weekend: 'helg',
  kWhPerDay: (what) => `${what}, kWh per dag`,
  kWhPerHour: (what) => `${what}, kWh per time`,
  downwards: (what) => `${what}, under linjen`,
  allCircuits: 'Alle kurser',
  moreInCsv: (count) => `og ${counted(count, 'kurs til', 'kurser til')} i CSV-filen`,
  moreMetersInCsv: (count) => `og ${counted(count, 'måler til', 'målere til')} i CSV-filen`,
  moreNotes: (count) => `${counted(count, 'merknad til er', 'merknader til er')} ikke trykt her.`,
  moreChanges: (count) => `${counted(count, 'endring til er', 'endringer til er')} ikke trykt her.`,
  dailyFigures: 'Alle dager i tall (kWh)',
  loadShape: 'Høyeste effekt og grunnlast',
  meanPower: 'timens gjennomsnittseffekt',
  baseLoadDetail: 'effekt som brukes nesten hele tiden',
  peakDetail: (when, minutes) => `${when}, snitt over ${minutes}\u00A0min`,
  ofProduction: 'av produksjonen',
  ofConsumption: 'av forbruket',
  unknownShare: 'ukjent, fordi data mangler',
  unshownCharacters:
    'Noen navn inneholder tegn som skriften i dette dokumentet ikke har. De vises her som \ufffd, og i sin helhet i CSV-filen.',
  difference: 'Endring',
  inKWh: (heading) => `${heading} (kWh)`,
  rounded: 'Verdiene er avrundet; summene kan avvike i siste siffer.',
  cannotTell: 'kan ikke kontrolleres, fordi data mangler',
  alternative,
};
