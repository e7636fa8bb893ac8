import { displayWidth, fitted } from '../../display-width.ts';

/** Lines stay below what old terminals and quoted replies show. */
export const TEXT_COLUMNS = 72;

/** Breaks a paragraph into lines; a word that is longer than a line stands alone. */
export function wrapped(paragraph: string, indent = ''): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let columns = 0;
  for (const word of paragraph.split(' ')) {
    const width = displayWidth(word);
    if (line.length > 0 && columns + 1 + width > TEXT_COLUMNS) {
      lines.push(line.join(' '));
      line = [];
      columns = indent.length;
    }
    columns += (line.length > 0 ? 1 : 0) + width;
    line.push(word);
  }
  return [...lines, line.join(' ')].map((text, index) => (index === 0 ? text : indent + text));
}

/** A list item whose further lines stand under its first word. */
export function bullet(mark: string, text: string): string[] {
  const [first = '', ...rest] = wrapped(`${mark} ${text}`, ' '.repeat(mark.length + 1));
  return [first, ...rest];
}

/**
 * A name on the left, cells right-aligned in columns of the given widths. A name that is longer than the room that they
 * leave is cut, unless `leastRoom` keeps it whole in a longer line.
 */
export function row(name: string, cells: readonly string[], widths: readonly number[], leastRoom = 0): string {
  const room = Math.max(leastRoom, TEXT_COLUMNS - sumOf(widths));
  const right = cells.map((cell, index) => padStart(cell, widths[index] ?? 0)).join('');
  return `${padEnd(fitted(name, room), room)}${right}`.trimEnd();
}

/**
 * Widths of columns of cells: those wished for where every cell fits into them and they fit into the room, else what the
 * widest cells need, with what is left shared out.
 */
export function columnWidths(rows: readonly (readonly string[])[], wished: readonly number[], room: number): number[] {
  const needed = wished.map((_, column) => 1 + Math.max(0, ...rows.map((cells) => displayWidth(cells[column] ?? ''))));
  const generous = wished.map((width, column) => Math.max(width, needed[column] ?? 0));
  if (sumOf(generous) <= room) return generous;
  const spare = Math.max(0, Math.floor((room - sumOf(needed)) / wished.length));
  return needed.map((width) => width + spare);
}

/** Room that is left beside the widest of the words before the columns. */
export const roomBeside = (words: readonly string[]): number => TEXT_COLUMNS - Math.max(0, ...words.map(displayWidth));

/** A heading with a rule under it; a unit keeps its capitals and small letters. */
export function heading(title: string, unit?: string): string[] {
  const words = title.toUpperCase() + (unit === undefined ? '' : `, ${unit}`);
  return [words, '-'.repeat(Math.min(TEXT_COLUMNS, displayWidth(words)))];
}

const sumOf = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)));
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
