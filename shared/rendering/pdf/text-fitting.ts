import type { Surface, TextStyle } from './surface.ts';

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text, or as much of its beginning as fits the width, with an ellipsis. */
export function fitText(surface: Surface, text: string, style: TextStyle, width: number): string {
  if (surface.widthOf(text, style) <= width) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const beginning = (count: number) => `${characters.slice(0, count).join('').trimEnd()}${ELLIPSIS}`;
  let fits = 0;
  let tooLong = characters.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (surface.widthOf(beginning(middle), style) <= width) fits = middle;
    else tooLong = middle;
  }
  return beginning(fits);
}

/** Breaks a text into lines at its spaces; no-break spaces hold, and a word that is wider than a line is cut. */
export function wrapText(surface: Surface, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => pieces(surface, part, style, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || surface.widthOf(longer, style) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(surface: Surface, word: string, style: TextStyle, width: number): string[] {
  if (surface.widthOf(word, style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && surface.widthOf(part + segment, style) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** The largest of the sizes (from the largest down) in which the text fits the width; the last one if none does. */
export function largestFitting(
  surface: Surface,
  text: string,
  style: TextStyle,
  sizes: readonly number[],
  width: number,
): TextStyle {
  const size = sizes.find((candidate) => surface.widthOf(text, { ...style, size: candidate }) <= width);
  return { ...style, size: size ?? sizes.at(-1) ?? style.size };
}
