import { decapitalised } from '../initial-letter.ts';
import type { PdfAlternativeTexts, PdfTexts } from '../pdf-texts.ts';
import { pluralsOf } from '../plurals.ts';

const { counted } = pluralsOf('es');
const columns = (count: number, perDay: boolean) =>
  perDay ? counted(count, 'día', 'días') : counted(count, 'hora', 'horas');

const alternative: PdfAlternativeTexts = {
  bars: ({ what, perDay, count, average, highest, lowest }) => {
    const at = (when: string) => (perDay ? when : `en la hora de las ${when}`);
    return [
      `${what} en ${columns(count, perDay)}`,
      ...(average === undefined ? [] : [`promedio de ${average} por ${perDay ? 'día' : 'hora'}`]),
      ...(highest === undefined ? [] : [`máximo ${at(highest.when)} con ${highest.energy}`]),
      ...(lowest === undefined ? [] : [`mínimo ${at(lowest.when)} con ${lowest.energy}`]),
    ].join(', ');
  },
  missingBars: (count, perDay) => `sin datos en ${columns(count, perDay)}`,
  circuits: (largest, other) =>
    [
      'Circuitos por energía',
      ...(largest === undefined
        ? []
        : [
            `el mayor es ${largest.name} con ${largest.energy}${largest.share === undefined ? '' : ` (${largest.share})`}`,
          ]),
      ...(other === undefined ? [] : [`lo que no se mide por separado suma ${other}`]),
    ].join('; '),
  heatMap: (highest, missing) =>
    [
      'Potencia media de cada hora de cada día',
      ...(highest === undefined ? [] : [`máximo de ${highest.power} en la hora que empezó el ${highest.when}`]),
      ...(missing === 0 ? [] : [`sin datos en ${columns(missing, false)}`]),
    ].join('; '),
};

export const spanishPdf: PdfTexts = {
  title: (reportTitle, period) => `${reportTitle}, ${decapitalised(period)}`,
  perDay: (energy) => `promedio de ${energy} al día`,
  shareOfConsumption: (share) => `${share} del consumo`,
  imported: (energy) => `importado: ${energy}`,
  exported: (energy) => `exportado: ${energy}`,
  usedOnSite: (share) => `${share} consumido en el lugar`,
  notMeasured: 'no medidos por separado',
  average: 'promedio',
  noData: 'sin datos',
  incomplete: 'datos incompletos',
  weekend: 'fin de semana',
  kWhPerDay: (what) => `${what}, kWh al día`,
  kWhPerHour: (what) => `${what}, kWh por hora`,
  downwards: (what) => `${what}, bajo la línea`,
  allCircuits: 'Todos los circuitos',
  moreInCsv: (count) => `y ${counted(count, 'circuito más', 'circuitos más')} en el archivo CSV`,
  moreMetersInCsv: (count) => `y ${counted(count, 'medidor más', 'medidores más')} en el archivo CSV`,
  moreNotes: (count) => `${counted(count, 'nota más no se imprime', 'notas más no se imprimen')} aquí.`,
  moreChanges: (count) => `${counted(count, 'cambio más no se imprime', 'cambios más no se imprimen')} aquí.`,
  dailyFigures: 'Cada día en cifras (kWh)',
  loadShape: 'Potencia máxima y consumo permanente',
  meanPower: 'potencia media de la hora',
  baseLoadDetail: 'potencia que se usa casi siempre',
  peakDetail: (when, minutes) => `${when}, media de ${minutes}\u00A0min`,
  ofProduction: 'de la producción',
  ofConsumption: 'del consumo',
  unknownShare: 'desconocido, porque faltan datos',
  unshownCharacters:
    'Algunos nombres contienen caracteres que la fuente de este documento no tiene. Aquí aparecen como \ufffd; en el archivo CSV, completos.',
  difference: 'Cambio',
  inKWh: (heading) => `${heading} (kWh)`,
  rounded: 'Los valores están redondeados; sus sumas pueden diferir en la última cifra.',
  cannotTell: 'no se puede comprobar, porque faltan datos',
  alternative,
};
