import type { TotalName } from '../../../domain/energy/day-facts.ts';
import type { Figure } from '../../../domain/energy/figure.ts';
import { totalCost } from '../../cost-lines.ts';
import { decimalsFor, type FigureSign, signOfTotal } from '../../language/figure-words.ts';
import { headlineDecimals } from '../../language/headline.ts';
import type { Language } from '../../language/language.ts';
import { PALETTE } from '../../palette.ts';
import { printedParts } from '../../printed-parts.ts';
import { measuresUse } from '../bar.ts';
import type { Sheet } from '../sheet.ts';
import type { Colour } from '../surface.ts';

export interface Tile {
  readonly name: string;
  readonly value: QualifiedEnergy;
  /** Short lines below the value. */
  readonly details: readonly string[];
  readonly colour: Colour;
}

/** A figure with the words around it that qualify it: "at least", "(with gaps)". */
export interface QualifiedEnergy {
  readonly before: string;
  readonly energy: string;
  readonly after: string;
}

const MOST_TILES = 4;

/** The figures of the location's totals that mean something there; where they are few, peak and base load join them. */
export function tilesOf(sheet: Sheet): Tile[] {
  const { totals, hasMains } = sheet.report;
  const tiles = [
    ...(hasMains ? [consumptionTile(sheet)] : measuresUse(sheet.report) ? [circuitsTile(sheet)] : []),
    ...(totals.production.quality === 'not_applicable' ? [] : [productionTile(sheet)]),
    ...(totals.netGrid.quality === 'not_applicable' || !hasSources(sheet) ? [] : [netGridTile(sheet)]),
    ...costTile(sheet),
    ...(totals.other.quality === 'not_applicable' ? [] : [otherTile(sheet)]),
    ...batteryTile(sheet),
    ...powerTiles(sheet),
  ];
  return tiles.slice(0, MOST_TILES);
}

/** Without a source of energy the net is the consumption over again, unless the source is one that nothing measures. */
const hasSources = ({ report: { totals } }: Sheet): boolean =>
  totals.production.quality !== 'not_applicable' ||
  totals.battery.quality !== 'not_applicable' ||
  (totals.consumption.energyKWh === null && totals.netGrid.energyKWh !== null);

function consumptionTile(sheet: Sheet): Tile {
  const { language, report } = sheet;
  const { energyKWh, quality } = report.totals.consumption;
  const perDay = energyKWh !== null && quality === 'measured' && report.days.length > 1;
  return {
    name: language.totalLabel('consumption'),
    value: totalValue(sheet, 'consumption'),
    details: perDay ? [language.texts.pdf.perDay(language.energy(energyKWh / report.days.length))] : [],
    colour: PALETTE.consumption,
  };
}

function circuitsTile({ language, report }: Sheet): Tile {
  const { circuits } = report.reconciliation;
  return {
    name: language.texts.measuredCircuits,
    value: qualified(language, circuits, headlineDecimals(report), 'additive'),
    details: [],
    colour: PALETTE.consumption,
  };
}

function productionTile(sheet: Sheet): Tile {
  const { language, report } = sheet;
  const share = report.selfConsumptionShare;
  const { flow, pdf } = language.texts;
  const ownUse = report.battery === null ? pdf.usedOnSite : flow.keptOnSite;
  return {
    name: language.totalLabel('production'),
    value: totalValue(sheet, 'production'),
    details: share === null ? [] : [ownUse(language.percent(share))],
    colour: PALETTE.production,
  };
}

function netGridTile(sheet: Sheet): Tile {
  const { language, report } = sheet;
  const { gridImport, gridExport } = report.totals;
  const words = language.texts.pdf;
  const details = [
    ...(gridImport.energyKWh === null ? [] : [words.imported(language.total(report, 'gridImport'))]),
    ...(gridExport.energyKWh === null ? [] : [words.exported(language.total(report, 'gridExport'))]),
  ];
  return {
    name: language.totalLabel('netGrid'),
    value: totalValue(sheet, 'netGrid'),
    details,
    colour: PALETTE.gridImport,
  };
}

function otherTile(sheet: Sheet): Tile {
  const { language, report } = sheet;
  const other = printedParts(report).parts.find((part) => part.kind === 'other');
  const share = other?.share ?? null;
  const words = language.texts.pdf;
  return {
    name: language.texts.shortTotals.other,
    value: totalValue(sheet, 'other'),
    details: [words.notMeasured, ...(share === null ? [] : [words.shareOfConsumption(language.percent(share))])],
    colour: PALETTE.other,
  };
}

function batteryTile({ language, report }: Sheet): Tile[] {
  const { battery, totals } = report;
  if (battery === null || totals.battery.quality === 'not_applicable') return [];
  const { flow, shortTotals } = language.texts;
  return [
    {
      name: `${shortTotals.battery}, ${flow.discharged.toLocaleLowerCase(language.tag)}`,
      value: qualified(language, battery.discharged, 1, 'additive'),
      details: [flow.chargedAmount(language.figure(battery.charged))],
      colour: PALETTE.battery,
    },
  ];
}

function costTile({ language, report }: Sheet): Tile[] {
  const { cost } = report;
  if (cost === null || !cost.estimated) return [];
  const total = language.money(cost.totalMinor, cost.currency);
  const value = qualifiedBy(totalCost(cost, language), total);
  const { money, method } = language.texts;
  return [{ name: money.cost, value, details: [method.estimate], colour: PALETTE.gridImport }];
}

function powerTiles({ language, report }: Sheet): Tile[] {
  const { marks, pdf } = language.texts;
  const tiles: Tile[] = [];
  if (report.peak !== null) {
    const when = language.dateTime(report.peak.start, report.timeZone);
    tiles.push({
      name: marks.peak,
      value: plain(language.power(report.peak.powerW)),
      details: [when],
      colour: PALETTE.consumption,
    });
  }
  if (report.baseLoadW !== null) {
    const value = plain(language.power(report.baseLoadW));
    tiles.push({ name: marks.baseLoad, value, details: [pdf.baseLoadDetail], colour: PALETTE.consumption });
  }
  return tiles;
}

const plain = (energy: string): QualifiedEnergy => ({ before: '', energy, after: '' });

const totalValue = ({ language, report }: Sheet, name: TotalName): QualifiedEnergy =>
  qualified(language, report.totals[name], decimalsFor(report, name), signOfTotal(name));

/** Takes the words apart from the figure that they qualify, so that the figure can be written large. */
function qualified(language: Language, figure: Figure, decimals: number, sign: FigureSign): QualifiedEnergy {
  const words = language.figure(figure, decimals, sign);
  const energy = language.energy(figure.energyKWh, decimals);
  return qualifiedBy(words, energy);
}

function qualifiedBy(words: string, energy: string): QualifiedEnergy {
  const at = words.indexOf(energy);
  if (at < 0) return plain(words);
  return { before: words.slice(0, at), energy, after: words.slice(at + energy.length) };
}
