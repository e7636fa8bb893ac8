import type { Report } from '../../../domain/report/report.ts';
import { isoWeekday } from '../../../domain/time/local-date.ts';
import { type DayColumnName, dayTableColumns, type PrintedColumn, printedDays } from '../../printed-days.ts';
import type { Sheet } from '../sheet.ts';
import { drawTable, tableStartHeight } from '../table.ts';
import type { TableColumn, TableRow } from '../table-rows.ts';
import { writeHeading } from '../text-blocks.ts';

const DATE_WIDTH = 96;
const HOURS_WIDTH = 40;
const COVERAGE_WIDTH = 50;
const WIDEST_AMOUNT = 78;
const LEAST_ROWS = 10;
const DECIMALS = 1;

/** Every charted number again, day by day; the printed days add up to the printed totals. */
export function drawDailyTable(sheet: Sheet): void {
  const { language, report } = sheet;
  const printed = printedDays(report, columnNames(report), DECIMALS);
  if (printed.length === 0) return;
  const hasOddDays = report.days.some((day) => day.hours !== 24);
  const rows = report.days.map(
    (day, index): TableRow => ({
      cells: [
        language.rowDate(day.date),
        ...(hasOddDays ? [day.hours === 24 ? '' : language.count(day.hours)] : []),
        ...printed.map((column) => cellOf(sheet, column, index)),
        language.coverage(day.coverage),
      ],
      tinted: isoWeekday(day.date) > 5,
    }),
  );
  rows.push(sumRow(sheet, printed, hasOddDays));
  // A few days at the foot of a page help nobody.
  writeHeading(sheet, language.texts.pdf.dailyFigures, tableStartHeight(rows.length, LEAST_ROWS));
  drawTable(sheet, { columns: columnsOf(sheet, printed, hasOddDays), rows });
  sheet.y += 12;
}

/** Import, export and their net say nothing new where nothing is produced or stored. */
function columnNames(report: Report): DayColumnName[] {
  const { production, battery } = report.totals;
  const hasSources = production.quality !== 'not_applicable' || battery.quality !== 'not_applicable';
  return dayTableColumns(report).flatMap((name): DayColumnName[] => {
    if (name === 'gridImport') return hasSources ? [name] : [];
    if (name === 'gridExport') return hasSources ? [name, 'netGrid'] : [];
    return [name];
  });
}

function columnsOf(sheet: Sheet, printed: readonly PrintedColumn[], hasOddDays: boolean): TableColumn[] {
  const { columns } = sheet.language.texts;
  const room = sheet.width - DATE_WIDTH - (hasOddDays ? HOURS_WIDTH : 0) - COVERAGE_WIDTH;
  const head = (name: DayColumnName) => sheet.language.texts.shortTotals[name];
  return [
    { heading: columns.date, width: DATE_WIDTH, alignment: 'left' },
    ...(hasOddDays ? [{ heading: columns.hours, width: HOURS_WIDTH, alignment: 'right' } as const] : []),
    ...printed.map(
      ({ name }) =>
        ({ heading: head(name), width: Math.min(WIDEST_AMOUNT, room / printed.length), alignment: 'right' }) as const,
    ),
    { heading: columns.coverage, width: COVERAGE_WIDTH, alignment: 'right' },
  ];
}

function cellOf({ language }: Sheet, column: PrintedColumn, index: number): string {
  return language.printedAmount(column.printedKWh[index] ?? null, column.figures[index]?.energyKWh ?? null, DECIMALS);
}

function sumRow({ language, report }: Sheet, printed: readonly PrintedColumn[], hasOddDays: boolean): TableRow {
  const hours = hasOddDays ? [language.count(report.hours)] : [];
  const sums = printed.map((column) => language.amount(column.printedTotalKWh, DECIMALS));
  return { cells: [language.texts.columns.sum, ...hours, ...sums, language.coverage(report.coverage)], strong: true };
}
