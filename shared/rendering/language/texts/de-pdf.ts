import type { PdfAlternativeTexts, PdfTexts } from '../pdf-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { counted } = pluralsOf('de');
const columns = (count: number, perDay: boolean) =>
  perDay ? counted(count, 'Tag', 'Tage') : counted(count, 'Stunde', 'Stunden');

const alternative: PdfAlternativeTexts = {
  bars: ({ what, perDay, count, average, highest, lowest }) => {
    const at = (when: string) => (perDay ? when : `um ${when}`);
    return [
      `${what} über ${columns(count, perDay)}`,
      ...(average === undefined ? [] : [`im Mittel ${average} ${perDay ? 'pro Tag' : 'pro Stunde'}`]),
      ...(highest === undefined ? [] : [`Höchstwert ${at(highest.when)} mit ${highest.energy}`]),
      ...(lowest === undefined ? [] : [`Tiefstwert ${at(lowest.when)} mit ${lowest.energy}`]),
    ].join(', ');
  },
  missingBars: (count, perDay) => `keine Daten für ${columns(count, perDay)}`,
  circuits: (largest, other) =>
    [
      'Stromkreise nach Energie',
      ...(largest === undefined
        ? []
        : [
            `der größte ist ${largest.name} mit ${largest.energy}${largest.share === undefined ? '' : ` (${largest.share})`}`,
          ]),
      ...(other === undefined ? [] : [`nicht einzeln gemessen sind ${other}`]),
    ].join('; '),
  heatMap: (highest, missing) =>
    [
      'Mittlere Leistung in jeder Stunde jedes Tages',
      ...(highest === undefined ? [] : [`am höchsten mit ${highest.power} in der Stunde ab ${highest.when}`]),
      ...(missing === 0 ? [] : [`keine Daten für ${columns(missing, false)}`]),
    ].join('; '),
};

export const germanPdf: PdfTexts = {
  title: (reportTitle, period) => `${reportTitle}, ${period}`,
  perDay: (energy) => `im Mittel ${energy} pro Tag`,
  shareOfConsumption: (share) => `${share} des Verbrauchs`,
  imported: (energy) => `${energy} bezogen`,
  exported: (energy) => `${energy} eingespeist`,
  usedOnSite: (share) => `davon ${share} selbst genutzt`,
  notMeasured: 'nicht einzeln gemessen',
  average: 'Mittel',
  noData: 'keine Daten',
  incomplete: 'Daten lückenhaft',
  weekend: 'Wochenende',
  kWhPerDay: (what) => `${what}, kWh pro Tag`,
  kWhPerHour: (what) => `${what}, kWh pro Stunde`,
  downwards: (what) => `${what}, unter der Linie`,
  allCircuits: 'Alle Stromkreise',
  moreInCsv: (count) => `und ${counted(count, 'weiterer Stromkreis', 'weitere Stromkreise')} in der CSV-Datei`,
  moreMetersInCsv: (count) => `und ${counted(count, 'weiterer Zähler', 'weitere Zähler')} in der CSV-Datei`,
  moreNotes: (count) => `${counted(count, 'weiterer Hinweis ist', 'weitere Hinweise sind')} hier nicht abgedruckt.`,
  moreChanges: (count) => `${counted(count, 'weitere Änderung ist', 'weitere Änderungen sind')} hier nicht abgedruckt.`,
  dailyFigures: 'Alle Tage in Zahlen (kWh)',
  loadShape: 'Höchste Leistung und Grundlast',
  meanPower: 'mittlere Leistung der Stunde',
  baseLoadDetail: 'fast ständig bezogene Leistung',
  peakDetail: (when, minutes) => `${when}, ${minutes}-Minuten-Mittel`,
  ofProduction: 'der Erzeugung',
  ofConsumption: 'des Verbrauchs',
  unknownShare: 'nicht bekannt, da Daten fehlen',
  unshownCharacters:
    'Einige Namen enthalten Zeichen, die es in der Schrift dieses Dokuments nicht gibt. Sie erscheinen hier als \ufffd und in der CSV-Datei vollständig.',
  difference: 'Änderung',
  inKWh: (heading) => `${heading} (kWh)`,
  rounded: 'Die Werte sind gerundet; ihre Summen können in der letzten Stelle abweichen.',
  cannotTell: 'nicht prüfbar, da Daten fehlen',
  alternative,
};
