import { ensureRoom, heightOfEmptyPage, roomLeft, type Sheet, startPage } from './sheet.ts';
import { drawHead, drawRows, HEAD_HEIGHT, ROW_HEIGHT, type TableColumn, type TableRow } from './table-rows.ts';

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Kept together below the head and on a last page, so that no page has a lonely row. */
const LEAST_ROWS = 3;

/** Height of the head with the rows that stay with it. */
export const tableStartHeight = (rows: number, leastRows = LEAST_ROWS): number =>
  HEAD_HEIGHT + Math.min(leastRows, rows) * ROW_HEIGHT;

/** Rows that fit on the present page and the following ones up to a last one. */
export function rowsThatFit(sheet: Sheet, lastPage: number): number {
  const rowsIn = (height: number) => Math.max(0, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT));
  const more = Math.max(0, lastPage - sheet.surface.pageCount);
  return rowsIn(roomLeft(sheet)) + more * rowsIn(heightOfEmptyPage(sheet));
}

/** Draws a table over as many pages as it takes; every page has the column heads. */
export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  ensureRoom(sheet, tableStartHeight(rows.length));
  sheet.surface.group('Table', () => {
    drawHead(sheet, columns, false);
    let next = 0;
    while (next < rows.length) {
      const some = rows.slice(next, next + rowsForThisPage(sheet, rows.length - next));
      drawRows(sheet, columns, some);
      next += some.length;
      if (next < rows.length) {
        startPage(sheet);
        drawHead(sheet, columns, true);
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
