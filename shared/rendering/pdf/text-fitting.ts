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
  const space = surface.widthOf(' ', style);
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  const add = (word: string, wordWidth: number) => {
    const longerWidth = lineWidth + space + wordWidth;
    if (line === '' || longerWidth <= width) {
      line = line === '' ? word : `${line} ${word}`;
      lineWidth = lineWidth === 0 ? wordWidth : longerWidth;
    } else {
      lines.push(line);
      line = word;
      lineWidth = wordWidth;
    }
  };
  for (const word of text.split(' ')) {
    const wordWidth = surface.widthOf(word, style);
    if (wordWidth <= width) add(word, wordWidth);
    else for (const piece of piecesOf(surface, word, style, width)) add(piece, surface.widthOf(piece, style));
  }
  return line === '' ? lines : [...lines, line];
}

/** Cuts a word into pieces that are as wide as a line. */
function piecesOf(surface: Surface, word: string, style: TextStyle, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    const longer = piece + segment;
    if (piece !== '' && surface.widthOf(longer, style) > width) {
      pieces.push(piece);
      piece = segment;
    } else piece = longer;
  }
  return [...pieces, piece];
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
