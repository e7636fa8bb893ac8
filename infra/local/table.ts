import { onOneLine } from './plain-text.ts';

export interface Column {
  /** Stands above the column; without any title in a table, it has no head. */
  readonly title?: string;
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/** Columns of text, as wide as their widest cell; a cell is one line whatever is in it, and no line ends in spaces. */
export function renderTable(rows: readonly (readonly string[])[], columns: readonly Column[]): string {
  const titles = columns.map(({ title = '' }) => title);
  const cells = rows.map((row) => row.map(onOneLine));
  const lines = titles.some((title) => title !== '') ? [titles, ...cells] : cells;
  const widths = columns.map((_, index) =>
    lines.reduce((widest, cells) => Math.max(widest, displayWidth(cells[index] ?? '')), 0),
  );
  return lines
    .map((cells) =>
      columns
        .map(({ align }, index) => padded(cells[index] ?? '', widths[index] ?? 0, align))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

function padded(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const PRINTABLE_ASCII = /^[ -~]*$/;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

/** Cells that a terminal gives the text: two for most East Asian letters and pictures. */
export function displayWidth(text: string): number {
  // Most cells; the segmenter holds on to memory that no program sees until it is collected.
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}
