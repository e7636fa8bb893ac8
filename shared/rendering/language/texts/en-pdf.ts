import type { PdfAlternativeTexts, PdfTexts } from '../pdf-texts.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const columns = (count: number, perDay: boolean) =>
  perDay ? plural(count, 'day', 'days') : plural(count, 'hour', 'hours');

const alternative: PdfAlternativeTexts = {
  bars: ({ what, perDay, count, average, highest, lowest }) =>
    [
      `${what} over ${columns(count, perDay)}`,
      ...(average === undefined ? [] : [`on average ${average} ${perDay ? 'a day' : 'an hour'}`]),
      ...(highest === undefined ? [] : [`most ${highest.when} with ${highest.energy}`]),
      ...(lowest === undefined ? [] : [`least ${lowest.when} with ${lowest.energy}`]),
    ].join(', '),
  missingBars: (count, perDay) => `no data for ${columns(count, perDay)}`,
  circuits: (largest, other) =>
    [
      'Circuits by energy',
      ...(largest === undefined
        ? []
        : [
            `the largest is ${largest.name} with ${largest.energy}${largest.share === undefined ? '' : ` (${largest.share})`}`,
          ]),
      ...(other === undefined ? [] : [`what is not individually measured comes to ${other}`]),
    ].join('; '),
  heatMap: (highest, missing) =>
    [
      'Mean power in each hour of each day',
      ...(highest === undefined ? [] : [`the most was ${highest.power} in the hour from ${highest.when}`]),
      ...(missing === 0 ? [] : [`no data for ${columns(missing, false)}`]),
    ].join('; '),
};

export const englishPdf: PdfTexts = {
  title: (reportTitle, period) => `${reportTitle}, ${period}`,
  perDay: (energy) => `${energy} a day on average`,
  shareOfConsumption: (share) => `${share} of the consumption`,
  imported: (energy) => `${energy} imported`,
  exported: (energy) => `${energy} exported`,
  usedOnSite: (share) => `${share} of it used on site`,
  notMeasured: 'not individually measured',
  average: 'average',
  noData: 'no data',
  incomplete: 'some data missing',
  weekend: 'weekend',
  kWhPerDay: (what) => `${what}, kWh a day`,
  kWhPerHour: (what) => `${what}, kWh an hour`,
  downwards: (what) => `${what}, below the line`,
  allCircuits: 'All circuits',
  moreInCsv: (count) => `and ${plural(count, 'more circuit', 'more circuits')} in the CSV`,
  moreMetersInCsv: (count) => `and ${plural(count, 'more meter', 'more meters')} in the CSV`,
  moreNotes: (count) => `${plural(count, 'more note is', 'more notes are')} not printed here.`,
  moreChanges: (count) => `${plural(count, 'more change is', 'more changes are')} not printed here.`,
  dailyFigures: 'Every day in figures (kWh)',
  loadShape: 'Peak and base load',
  meanPower: 'mean power of the hour',
  baseLoadDetail: 'power drawn nearly all the time',
  peakDetail: (when, minutes) => `${when}, ${minutes}-minute mean`,
  ofProduction: 'of the production',
  ofConsumption: 'of the consumption',
  unknownShare: 'not known, as data is missing',
  unshownCharacters:
    'Some names hold characters that the font of this document does not have. They are shown as \ufffd here, and in full in the CSV.',
  difference: 'Change',
  inKWh: (heading) => `${heading} (kWh)`,
  rounded: 'Figures are rounded; their sums may differ in the last digit.',
  cannotTell: 'cannot be checked, as data is missing',
  alternative,
};
