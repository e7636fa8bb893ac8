import { MISSING } from '../../../domain/energy/figure.ts';
import type { Report } from '../../../domain/report/report.ts';
import { isoWeekday } from '../../../domain/time/local-date.ts';
import { signOfColumn } from '../../language/figure-words.ts';
import { type DayColumnName, dayTableColumns, type PrintedColumn, printedDays } from '../../printed-days.ts';
import { heightOfEmptyPage, type Sheet } from '../sheet.ts';
import type { TextStyle } from '../surface.ts';
import { drawTable, tableStartHeight } from '../table.ts';
import type { TableColumn, TableRow } from '../table-rows.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';

const DATE_WIDTH = 96;
/** Of a date such as "Mi 30. Sept.". */
const LEAST_DATE_WIDTH = 62;
const HOURS_WIDTH = 40;
const COVERAGE_WIDTH = 50;
const WIDEST_AMOUNT = 78;
const CELL_PADDING = 7;
const LEAST_ROWS = 10;
const SPACE_FOR_HEADING = 24;
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
  // Days that fit on one page stay together; of more, a few at the foot of a page help nobody.
  const whole = tableStartHeight(rows.length, rows.length);
  const together =
    whole <= heightOfEmptyPage(sheet) - SPACE_FOR_HEADING ? whole : tableStartHeight(rows.length, LEAST_ROWS);
  writeHeading(sheet, language.texts.pdf.dailyFigures, together);
  drawTable(sheet, { columns: columnsOf(sheet, printed, rows, hasOddDays), rows });
  const hasGaps = printed.some(({ figures }) => figures.some(({ quality }) => quality === 'partial'));
  if (hasGaps) writeParagraph(sheet, language.texts.marks.signsExplained, TYPE.muted);
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

function columnsOf(
  sheet: Sheet,
  printed: readonly PrintedColumn[],
  rows: readonly TableRow[],
  hasOddDays: boolean,
): TableColumn[] {
  const { columns, shortTotals } = sheet.language.texts;
  const heads = printed.map(({ name }) => shortTotals[name]);
  const others = (hasOddDays ? HOURS_WIDTH : 0) + COVERAGE_WIDTH;
  const widths = amountWidths(sheet, heads, rows, sheet.width - others);
  const dateWidth = Math.min(DATE_WIDTH, sheet.width - others - sumOf(widths));
  return [
    { heading: columns.date, width: dateWidth, alignment: 'left' },
    ...(hasOddDays ? [{ heading: columns.hours, width: HOURS_WIDTH, alignment: 'right' } as const] : []),
    ...heads.map((heading, index) => ({ heading, width: widths[index] ?? 0, alignment: 'right' }) as const),
    { heading: columns.coverage, width: COVERAGE_WIDTH, alignment: 'right' },
  ];
}

/** All alike where everything fits; else as wide as figures and heads need, the date giving way, heads before figures. */
function amountWidths({ surface }: Sheet, heads: readonly string[], rows: readonly TableRow[], room: number): number[] {
  const widthOf = (text: string, style: TextStyle) => surface.widthOf(text, style) + CELL_PADDING;
  const figures = heads.map((_, index) =>
    Math.max(
      ...rows.map(({ cells, strong }) =>
        widthOf(cells.at(index - heads.length - 1) ?? '', strong === true ? TYPE.cellStrong : TYPE.cell),
      ),
    ),
  );
  const needed = heads.map((head, index) => Math.max(figures[index] ?? 0, widthOf(head, TYPE.columnHead)));
  const alike = Math.min(WIDEST_AMOUNT, (room - DATE_WIDTH) / heads.length);
  if (needed.every((width) => width <= alike)) return heads.map(() => alike);
  const free = room - LEAST_DATE_WIDTH - sumOf(figures);
  const wanted = sumOf(needed) - sumOf(figures);
  const spare = Math.max(0, free - wanted) / heads.length;
  const granted = wanted <= 0 ? 0 : Math.max(0, Math.min(1, free / wanted));
  return figures.map((width, index) => width + granted * ((needed[index] ?? width) - width) + spare);
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

function cellOf({ language }: Sheet, column: PrintedColumn, index: number): string {
  const figure = column.figures[index] ?? MISSING;
  return language.printedFigure(column.printedKWh[index] ?? null, figure, DECIMALS, signOfColumn(column.name));
}

function sumRow({ language, report }: Sheet, printed: readonly PrintedColumn[], hasOddDays: boolean): TableRow {
  const hours = hasOddDays ? [language.count(report.hours)] : [];
  const sums = printed.map((column) =>
    column.printedTotalKWh === null
      ? language.amount(null, DECIMALS)
      : language.printedFigure(column.printedTotalKWh, column.total, DECIMALS, signOfColumn(column.name)),
  );
  return { cells: [language.texts.columns.sum, ...hours, ...sums, language.coverage(report.coverage)], strong: true };
}
