import { decapitalised } from '../initial-letter.ts';
import type { PdfAlternativeTexts, PdfTexts } from '../pdf-texts.ts';
import { pluralsOf } from '../plurals.ts';
import { fr } from './fr-spacing.ts';

const { counted } = pluralsOf('fr');
const columns = (count: number, perDay: boolean) =>
  perDay ? counted(count, 'jour', 'jours') : counted(count, 'heure', 'heures');

const alternative: PdfAlternativeTexts = {
  bars: ({ what, perDay, count, average, highest, lowest }) => {
    const at = (when: string) => (perDay ? when : `à ${when}`);
    return [
      `${what} sur ${columns(count, perDay)}`,
      ...(average === undefined ? [] : [`en moyenne ${average} par ${perDay ? 'jour' : 'heure'}`]),
      ...(highest === undefined ? [] : [`maximum ${at(highest.when)} avec ${highest.energy}`]),
      ...(lowest === undefined ? [] : [`minimum ${at(lowest.when)} avec ${lowest.energy}`]),
    ].join(', ');
  },
  missingBars: (count, perDay) => `aucune donnée pour ${columns(count, perDay)}`,
  circuits: (largest, other) =>
    [
      'Circuits par énergie',
      ...(largest === undefined
        ? []
        : [
            `le plus gros est ${largest.name} avec ${largest.energy}${largest.share === undefined ? '' : ` (${largest.share})`}`,
          ]),
      ...(other === undefined ? [] : [`ce qui n’est pas mesuré individuellement représente ${other}`]),
    ].join(fr` ; `),
  heatMap: (highest, missing) =>
    [
      'Puissance moyenne de chaque heure de chaque jour',
      ...(highest === undefined ? [] : [`maximum de ${highest.power} pendant l’heure commençant le ${highest.when}`]),
      ...(missing === 0 ? [] : [`aucune donnée pour ${columns(missing, false)}`]),
    ].join(fr` ; `),
};

export const frenchPdf: PdfTexts = {
  title: (reportTitle, period) => `${reportTitle}, ${decapitalised(period)}`,
  perDay: (energy) => `en moyenne ${energy} par jour`,
  shareOfConsumption: (share) => `${share} de la consommation`,
  imported: (energy) => fr`soutiré : ${energy}`,
  exported: (energy) => fr`injecté : ${energy}`,
  usedOnSite: (share) => `dont ${share} autoconsommés`,
  notMeasured: 'non mesurés séparément',
  average: 'moyenne',
  noData: 'aucune donnée',
  incomplete: 'données incomplètes',
  weekend: 'week-end',
  kWhPerDay: (what) => `${what}, kWh par jour`,
  kWhPerHour: (what) => `${what}, kWh par heure`,
  downwards: (what) => `${what}, sous la ligne`,
  allCircuits: 'Tous les circuits',
  moreInCsv: (count) => `et ${counted(count, 'autre circuit', 'autres circuits')} dans le fichier CSV`,
  moreMetersInCsv: (count) => `et ${counted(count, 'autre compteur', 'autres compteurs')} dans le fichier CSV`,
  moreNotes: (count) =>
    `${counted(count, 'autre remarque n’est pas imprimée', 'autres remarques ne sont pas imprimées')} ici.`,
  moreChanges: (count) =>
    `${counted(count, 'autre modification n’est pas imprimée', 'autres modifications ne sont pas imprimées')} ici.`,
  dailyFigures: 'Chaque jour en chiffres (kWh)',
  loadShape: 'Puissance maximale et permanente',
  meanPower: 'puissance moyenne de l’heure',
  baseLoadDetail: 'puissance appelée presque en permanence',
  peakDetail: (when, minutes) => `${when}, moyenne sur ${minutes}\u00A0min`,
  ofProduction: 'de la production',
  ofConsumption: 'de la consommation',
  unknownShare: 'inconnu, car des données manquent',
  unshownCharacters:
    'Certains noms contiennent des caractères absents de la police de ce document. Ils apparaissent ici sous la forme \ufffd et en entier dans le fichier CSV.',
  difference: 'Variation',
  inKWh: (heading) => `${heading} (kWh)`,
  rounded: fr`Les valeurs sont arrondies ; leurs sommes peuvent différer du dernier chiffre.`,
  cannotTell: 'invérifiable, car des données manquent',
  alternative,
};
