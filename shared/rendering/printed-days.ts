import type { TotalName } from '../domain/energy/day-facts.ts';
import type { Figure } from '../domain/energy/figure.ts';
import type { Report } from '../domain/report/report.ts';
import { roundedParts, roundedTo } from './rounding-for-print.ts';

/** One total down the days of a report. */
export interface PrintedColumn {
  readonly name: TotalName;
  /** In the order of the report's days; null where the day's figure is not known. */
  readonly printedKWh: readonly (number | null)[];
  readonly figures: readonly Figure[];
  readonly total: Figure;
  /** The rounded total, to which the printed days add up; null where they do not, because one of them is withheld. */
  readonly printedTotalKWh: number | null;
}

/** The day table as every rendering prints it: the printed days of a column add up to its printed total. */
export function printedDays(report: Report, names: readonly TotalName[], decimals = 1): PrintedColumn[] {
  return names.map((name) => {
    const figures = report.days.map((day) => day.totals[name]);
    const total = report.totals[name];
    const known = figures.flatMap((figure) => (figure.energyKWh === null ? [] : [figure.energyKWh]));
    const rounded = total.energyKWh === null ? undefined : roundedParts(known, total.energyKWh, decimals);
    let next = 0;
    const printedKWh = figures.map((figure) => {
      if (figure.energyKWh === null) return null;
      next += 1;
      return rounded?.[next - 1] ?? roundedTo(figure.energyKWh, decimals);
    });
    const addsUp = rounded !== undefined && total.energyKWh !== null;
    return { name, printedKWh, figures, total, printedTotalKWh: addsUp ? roundedTo(total.energyKWh, decimals) : null };
  });
}

/** The totals that a day table of this place has columns for: those that mean something there. */
export function totalsForDayTable(report: Report): TotalName[] {
  const wanted: readonly TotalName[] = ['consumption', 'production', 'gridImport', 'gridExport', 'battery', 'other'];
  return wanted.filter((name) => report.totals[name].quality !== 'not_applicable');
}
