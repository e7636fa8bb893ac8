import { PALETTE } from '../palette.ts';
import { horizontalLine } from './horizontal-line.ts';
import type { Sheet } from './sheet.ts';
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
  /** A sum, set off from what it adds up. */
  readonly strong?: boolean;
  readonly tinted?: boolean;
}

export const ROW_HEIGHT = 12.5;
export const HEAD_HEIGHT = 17;
const CELL_PADDING = 5;
const TINT_OVERHANG = 4;

/** Draws the column heads; on a later page they are for the eye only, as a reader's software knows them from the first. */
export function drawHead(sheet: Sheet, columns: readonly TableColumn[], isRepeated: boolean): void {
  const { surface, left } = sheet;
  const baseline = sheet.y + 9;
  const cells = placed(left, columns).map(({ column, x }) => {
    const text = fitText(surface, column.heading, TYPE.columnHead, column.width - CELL_PADDING);
    return () => writeAligned(surface, text, x, baseline, TYPE.columnHead, column.alignment);
  });
  const drawEach = (drawCell: (draw: () => void) => void) => {
    for (const draw of cells) drawCell(draw);
  };
  if (isRepeated) surface.artifact(() => drawEach((draw) => draw()), 'Pagination');
  else surface.group('TR', () => drawEach((draw) => surface.content('TH', draw, { scope: 'Column' })));
  const rule = horizontalLine(left, left + widthOf(columns), sheet.y + HEAD_HEIGHT - 3);
  surface.artifact(() => surface.strokeLines({ colour: PALETTE.ink, width: 0.6 }, [rule]));
  sheet.y += HEAD_HEIGHT - 3;
}

/** Draws rows that all fit on the page. */
export function drawRows(sheet: Sheet, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  drawRules(sheet, widthOf(columns), rows);
  const cells = placed(sheet.left, columns);
  for (const row of rows) {
    drawRow(sheet, cells, row);
    sheet.y += ROW_HEIGHT;
  }
}

function drawRules({ surface, left, y: top }: Sheet, width: number, rows: readonly TableRow[]): void {
  const tops = (selects: (row: TableRow) => boolean | undefined) =>
    rows.flatMap((row, index) => (selects(row) ? [top + index * ROW_HEIGHT] : []));
  const tints = tops((row) => row.tinted);
  const plainRows = tops((row) => row.strong !== true);
  const sums = tops((row) => row.strong);
  surface.artifact(() => {
    surface.fillRectangles(
      PALETTE.weekend,
      tints.map((y) => ({ x: left - TINT_OVERHANG, y, width: width + 2 * TINT_OVERHANG, height: ROW_HEIGHT })),
    );
    surface.strokeLines(
      { colour: PALETTE.line, width: 0.4 },
      plainRows.map((y) => horizontalLine(left, left + width, y + ROW_HEIGHT)),
    );
    surface.strokeLines(
      { colour: PALETTE.ink, width: 0.6 },
      sums.map((y) => horizontalLine(left, left + width, y)),
    );
  });
}

function drawRow({ surface, y }: Sheet, cells: readonly PlacedColumn[], row: TableRow): void {
  const style = row.strong === true ? TYPE.cellStrong : TYPE.cell;
  const baseline = y + (row.strong === true ? 10.2 : 9.1);
  surface.group('TR', () => {
    for (const [index, { column, x }] of cells.entries()) {
      const text = fitText(surface, row.cells[index] ?? '', style, column.width - CELL_PADDING);
      const draw = () => writeAligned(surface, text, x, baseline, style, column.alignment);
      if (index === 0) surface.content('TH', draw, { scope: 'Row' });
      else surface.content('TD', draw);
    }
  });
}

interface PlacedColumn {
  readonly column: TableColumn;
  /** Where the text begins, or ends in a column that is aligned to the right. */
  readonly x: number;
}

/** The outer columns touch the margins, so that tables and headings share one edge. */
function placed(tableLeft: number, columns: readonly TableColumn[]): PlacedColumn[] {
  let left = tableLeft;
  return columns.map((column, index) => {
    const isLast = index === columns.length - 1;
    const fromLeft = left + (index === 0 ? 0 : CELL_PADDING);
    const x = column.alignment === 'left' ? fromLeft : left + column.width - (isLast ? 0 : CELL_PADDING);
    left += column.width;
    return { column, x };
  });
}

const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, column) => sum + column.width, 0);
