import { PALETTE } from '../palette.ts';
import { ensureRoom, roomLeft, type Sheet, startPage } from './sheet.ts';
import type { ContentTag, TextStyle } from './surface.ts';
import { type Alignment, writeAligned } from './text-blocks.ts';
import { fitText } from './text-fitting.ts';
import { TYPE } from './type-scale.ts';

export interface TableColumn {
  readonly heading: string;
  readonly width: number;
  readonly alignment: Alignment;
}

export interface TableRow {
  /** One text a column; the first names the row. */
  readonly cells: readonly string[];
  readonly strong?: boolean;
  readonly tinted?: boolean;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export const ROW_HEIGHT = 13;
const HEAD_HEIGHT = 17;
const CELL_PADDING = 5;
/** Kept together below the head, so that no page ends in a lonely head. */
const LEAST_ROWS = 3;

/** Height of the head with the rows that stay with it. */
export const tableStartHeight = (rows: number): number => HEAD_HEIGHT + Math.min(LEAST_ROWS, rows) * ROW_HEIGHT;

/** Rows that fit on the present page and the following ones up to a page count. */
export function rowsThatFit(sheet: Sheet, upToPages: number, heightOfEmptyPage: number): number {
  const rowsIn = (height: number) => Math.max(0, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT));
  const more = Math.max(0, upToPages - sheet.surface.pageCount);
  return rowsIn(roomLeft(sheet)) + more * rowsIn(heightOfEmptyPage);
}

/** Draws a table over as many pages as it takes; every page has the column heads. */
export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  ensureRoom(sheet, tableStartHeight(rows.length));
  sheet.surface.group('Table', () => {
    drawHead(sheet, columns);
    let next = 0;
    while (next < rows.length) {
      const some = rows.slice(next, next + rowsForThisPage(sheet, rows.length - next));
      drawRows(sheet, columns, some);
      next += some.length;
      if (next < rows.length) {
        startPage(sheet);
        repeatHead(sheet, columns);
      }
    }
  });
  sheet.y += 8;
}

/** As many as fit, but a last page gets a few of them and not one alone. */
function rowsForThisPage(sheet: Sheet, remaining: number): number {
  const fitting = Math.max(1, Math.floor(roomLeft(sheet) / ROW_HEIGHT));
  const left = remaining - fitting;
  return left > 0 && left < LEAST_ROWS ? Math.max(1, fitting - (LEAST_ROWS - left)) : fitting;
}

function drawHead(sheet: Sheet, columns: readonly TableColumn[]): void {
  sheet.surface.group('TR', () => {
    const headings = columns.map((column) => column.heading);
    drawCells(
      sheet,
      columns,
      headings,
      () => TYPE.columnHead,
      () => 'TH',
      sheet.y + 9,
      'Column',
    );
  });
  drawHeadRule(sheet, widthOf(columns));
}

/** On a later page the heads are for the eye only: a reader's software knows them from the first. */
function repeatHead(sheet: Sheet, columns: readonly TableColumn[]): void {
  const { surface } = sheet;
  surface.artifact(() => {
    for (const { column, x } of placed(sheet, columns)) {
      writeAligned(surface, headingOf(sheet, column), x, sheet.y + 9, TYPE.columnHead, column.alignment);
    }
  }, 'Pagination');
  drawHeadRule(sheet, widthOf(columns));
}

const headingOf = ({ surface }: Sheet, column: TableColumn) =>
  fitText(surface, column.heading, TYPE.columnHead, column.width - CELL_PADDING);

function drawHeadRule(sheet: Sheet, width: number): void {
  const y = sheet.y + HEAD_HEIGHT - 3;
  const { left, surface } = sheet;
  const right = left + width;
  surface.artifact(() =>
    surface.strokeLines({ colour: PALETTE.ink, width: 0.6 }, [
      [
        { x: left, y },
        { x: right, y },
      ],
    ]),
  );
  sheet.y += HEAD_HEIGHT - 3;
}

function drawRows(sheet: Sheet, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  const { surface, left, y: top } = sheet;
  const width = widthOf(columns);
  const right = left + width;
  surface.artifact(() => {
    const tinted = rows.flatMap((row, index) => (row.tinted === true ? [top + index * ROW_HEIGHT] : []));
    surface.fillRectangles(
      PALETTE.weekend,
      tinted.map((y) => ({ x: left - 4, y, width: width + 8, height: ROW_HEIGHT })),
    );
    const rules = rows.flatMap((row, index) => [...(row.strong === true ? [] : [top + (index + 1) * ROW_HEIGHT])]);
    surface.strokeLines(
      { colour: PALETTE.line, width: 0.4 },
      rules.map((y) => [
        { x: left, y },
        { x: right, y },
      ]),
    );
    const sums = rows.flatMap((row, index) => (row.strong === true ? [top + index * ROW_HEIGHT] : []));
    surface.strokeLines(
      { colour: PALETTE.ink, width: 0.6 },
      sums.map((y) => [
        { x: left, y },
        { x: right, y },
      ]),
    );
  });
  for (const [index, row] of rows.entries()) {
    const baseline = top + index * ROW_HEIGHT + 9.3;
    const style = row.strong === true ? TYPE.cellStrong : TYPE.cell;
    surface.group('TR', () =>
      drawCells(
        sheet,
        columns,
        row.cells,
        () => style,
        (column) => (column === 0 ? 'TH' : 'TD'),
        baseline,
        'Row',
      ),
    );
  }
  sheet.y = top + rows.length * ROW_HEIGHT;
}

function drawCells(
  sheet: Sheet,
  columns: readonly TableColumn[],
  texts: readonly string[],
  styleOf: (column: number) => TextStyle,
  tagOf: (column: number) => ContentTag,
  baseline: number,
  scope: 'Column' | 'Row',
): void {
  const { surface } = sheet;
  for (const [index, { column, x }] of placed(sheet, columns).entries()) {
    const style = styleOf(index);
    const text = fitText(surface, texts[index] ?? '', style, column.width - CELL_PADDING);
    const tag = tagOf(index);
    surface.content(
      tag,
      () => writeAligned(surface, text, x, baseline, style, column.alignment),
      tag === 'TH' ? { scope } : {},
    );
  }
}

const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, column) => sum + column.width, 0);

/** Where the text of each column begins, or ends in one that is aligned to the right; the outer ones touch the margins. */
function placed(sheet: Sheet, columns: readonly TableColumn[]): { column: TableColumn; x: number }[] {
  let left = sheet.left;
  return columns.map((column, index) => {
    const isLast = index === columns.length - 1;
    const fromLeft = left + (index === 0 ? 0 : CELL_PADDING);
    const x = column.alignment === 'left' ? fromLeft : left + column.width - (isLast ? 0 : CELL_PADDING);
    left += column.width;
    return { column, x };
  });
}
