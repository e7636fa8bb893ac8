import type { TotalName } from '../domain/energy/day-facts.ts';
import { type Figure, NOT_APPLICABLE, sumFigures } from '../domain/energy/figure.ts';
import type { Report, ReportDay } from '../domain/report/report.ts';
import { roundedParts, roundedTo } from './rounding-for-print.ts';

/** A total, the sum of the circuits at a place whose mains are not measured, or what batteries took and gave. */
export type DayColumnName = TotalName | 'circuits' | 'charged' | 'discharged';

/** One total down the days of a report. */
export interface PrintedColumn {
  readonly name: DayColumnName;
  /** In the order of the report's days; null where the day's figure is not known. */
  readonly printedKWh: readonly (number | null)[];
  readonly figures: readonly Figure[];
  readonly total: Figure;
  /** The rounded total, to which the printed days add up; null where they do not, because one of them is withheld. */
  readonly printedTotalKWh: number | null;
}

/** The day table as every rendering prints it: the printed days of a column add up to its printed total. */
export function printedDays(report: Report, names: readonly DayColumnName[], decimals = 1): PrintedColumn[] {
  return names.map((name) => {
    const figures = report.days.map((day) => figureOf(day, name));
    const total = name === 'circuits' ? report.reconciliation.circuits : figureOf(report, name);
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

function figureOf(part: Report | ReportDay, name: DayColumnName): Figure {
  if (name === 'circuits') return circuitsOf(part);
  if (name !== 'charged' && name !== 'discharged') return part.totals[name];
  return part.battery === null ? NOT_APPLICABLE : part.battery[name];
}

const circuitsOf = (part: Pick<ReportDay, 'registers'>) =>
  sumFigures(part.registers.filter((register) => register.role === 'circuit'));

/** The columns that a day table of this place has: what means something there. */
export function dayTableColumns(report: Report): DayColumnName[] {
  const wanted: readonly TotalName[] = ['consumption', 'production', 'gridImport', 'gridExport', 'battery', 'other'];
  const columns = wanted.filter((name) => report.totals[name].quality !== 'not_applicable');
  return report.hasMains || !report.measuresCircuits ? columns : ['circuits', ...columns];
}
