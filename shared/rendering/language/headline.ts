import type { Figure } from '../../domain/energy/figure.ts';
import type { Report } from '../../domain/report/report.ts';
import { decimalsFor, type FigurePhrases } from './figure-words.ts';
import type { PeriodPhrases } from './period-words.ts';
import type { Texts } from './texts.ts';

/** What stands at the top of a report: consumption, or the measured circuits where consumption has no meaning. */
export function headlineFigure(report: Report): Figure {
  return report.hasMains ? report.totals.consumption : report.reconciliation.circuits;
}

/** True where an unmeasured source hides what is used, so that what came from the grid and went back is all there is to say. */
export function isAboutGridAlone({ notes, totals }: Report): boolean {
  const isKnown = totals.gridImport.energyKWh !== null && totals.gridExport.energyKWh !== null;
  return isKnown && notes.some(({ code }) => code === 'source_unmeasured');
}

/** The digits that the headline figure is printed with. */
export function headlineDecimals(report: Report): number {
  if (report.hasMains) return decimalsFor(report, 'consumption');
  return report.kind !== 'daily' && (report.reconciliation.circuits.energyKWh ?? 0) >= 99.95 ? 0 : 1;
}

/** What a reader most wants to know, in one plain sentence (a second one where it speaks of production too), or that it cannot be known. */
export function headlineOf(
  report: Report,
  texts: Texts,
  figures: FigurePhrases,
  periods: PeriodPhrases,
  comparison: string | undefined,
): string {
  const plain = withoutComparison(report, texts, figures, periods);
  if (comparison === undefined || headlineFigure(report).energyKWh === null) return plain;
  const speaksOfProduction = report.totals.production.energyKWh !== null;
  if (speaksOfProduction) return `${plain} ${texts.comparison.consumptionWas(comparison)}`;
  return `${plain.replace(/\.$/, '')}, ${comparison}.`;
}

function withoutComparison(report: Report, texts: Texts, figures: FigurePhrases, periods: PeriodPhrases): string {
  const { headlines } = texts;
  const when = periods.inPeriod(report);
  const production = report.totals.production;
  const produced = production.energyKWh === null ? undefined : figures.total(report, 'production');
  const main = headlineFigure(report);
  if (main.energyKWh === null) {
    if (produced !== undefined) {
      return main.quality === 'not_applicable'
        ? headlines.producedOnly(produced, when)
        : headlines.producedUseUnknown(produced, when);
    }
    if (isAboutGridAlone(report)) {
      return headlines.gridOnly(figures.total(report, 'gridImport'), figures.total(report, 'gridExport'), when);
    }
    const heard = report.registers.some((register) => register.energyKWh !== null);
    return heard ? headlines.useUnknown(when) : headlines.noData(when);
  }
  const used = figures.figure(main, headlineDecimals(report));
  if (report.hasMains)
    return produced === undefined ? headlines.used(used, when) : headlines.usedAndProduced(used, produced, when);
  return produced === undefined
    ? headlines.circuitsUsed(used, when)
    : headlines.circuitsUsedAndProduced(used, produced, when);
}
