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

/** A name on the left, cells right-aligned in columns of the given widths. */
export function row(name: string, cells: readonly string[], widths: readonly number[]): string {
  const room = TEXT_COLUMNS - widths.reduce((sum, width) => sum + width, 0);
  const right = cells.map((cell, index) => padStart(cell, widths[index] ?? 0)).join('');
  return `${padEnd(fitted(name, room), room)}${right}`.trimEnd();
}

/** A heading with a rule under it. */
export function heading(title: string): string[] {
  return [title.toUpperCase(), '-'.repeat(Math.min(TEXT_COLUMNS, displayWidth(title)))];
}

const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)));
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
