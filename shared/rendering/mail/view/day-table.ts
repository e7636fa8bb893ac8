import { MISSING } from '../../../domain/energy/figure.ts';
import type { Report } from '../../../domain/report/report.ts';
import { isoWeekday } from '../../../domain/time/local-date.ts';
import { signOfColumn } from '../../language/figure-words.ts';
import type { Language } from '../../language/language.ts';
import { type DayColumnName, dayTableColumns, type PrintedColumn, printedDays } from '../../printed-days.ts';

export interface DayRow {
  readonly label: string;
  readonly isWeekend: boolean;
  /** One cell for each column, unknown ones as a dash. */
  readonly amounts: readonly string[];
  /** Lengths of the bars, 0 to 1 of the longest of both; null when unknown. */
  readonly usedShare: number | null;
  readonly producedShare: number | null;
  readonly hasData: boolean;
}

export interface DayTable {
  readonly columns: readonly { readonly name: DayColumnName; readonly label: string }[];
  readonly rows: readonly DayRow[];
  /** Totals under the columns, empty where the days do not come to one. */
  readonly sums: readonly string[];
  readonly sumLabel: string;
  /** What the signs before amounts mean; null where there are none. */
  readonly legend: string | null;
}

/** The days of a report, a row each, with columns for what means something at the place. */
export function dayTable(report: Report, language: Language): DayTable {
  const decimals = 1;
  const columns = printedDays(report, dayTableColumns(report), decimals);
  const used = columns.find((column) => column.name === 'consumption' || column.name === 'circuits');
  const produced = columns.find((column) => column.name === 'production');
  const longest = Math.max(0, ...energiesOf(used), ...energiesOf(produced));
  const share = (column: PrintedColumn | undefined, day: number) => {
    const energyKWh = column?.figures[day]?.energyKWh ?? null;
    return energyKWh === null || longest === 0 ? null : Math.max(0, energyKWh / longest);
  };
  const hasGaps = columns.some(({ figures }) => figures.some((figure) => figure.quality === 'partial'));
  return {
    columns: columns.map(({ name }) => ({ name, label: language.texts.shortTotals[name] })),
    rows: report.days.map((day, index) => ({
      label: language.rowDate(day.date),
      isWeekend: isoWeekday(day.date) >= 6,
      amounts: columns.map((column) =>
        language.printedFigure(
          column.printedKWh[index] ?? null,
          column.figures[index] ?? MISSING,
          decimals,
          signOfColumn(column.name),
        ),
      ),
      usedShare: share(used, index),
      producedShare: share(produced, index),
      hasData: day.quality !== 'missing',
    })),
    sums: columns.map((column) =>
      column.printedTotalKWh === null
        ? ''
        : language.printedFigure(column.printedTotalKWh, column.total, decimals, signOfColumn(column.name)),
    ),
    sumLabel: language.texts.columns.sum,
    legend: hasGaps ? language.texts.marks.signsExplained : null,
  };
}

const energiesOf = (column: PrintedColumn | undefined) =>
  (column?.figures ?? []).map((figure) => figure.energyKWh ?? 0);
