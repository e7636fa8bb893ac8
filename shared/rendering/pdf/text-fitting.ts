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
  for (const word of text.split(' ').flatMap((part) => pieces(surface, part, style, width))) {
    const longerWidth = lineWidth + space + word.width;
    if (line === '' || longerWidth <= width) {
      line = line === '' ? word.text : `${line} ${word.text}`;
      lineWidth = lineWidth === 0 ? word.width : longerWidth;
    } else {
      lines.push(line);
      line = word.text;
      lineWidth = word.width;
    }
  }
  return line === '' ? lines : [...lines, line];
}

interface MeasuredWord {
  readonly text: string;
  readonly width: number;
}

/** The word, or pieces of one that is wider than a line. */
function pieces(surface: Surface, word: string, style: TextStyle, width: number): MeasuredWord[] {
  const whole = { text: word, width: surface.widthOf(word, style) };
  if (whole.width <= width) return [whole];
  const parts: MeasuredWord[] = [];
  let part = { text: '', width: 0 };
  for (const { segment } of graphemes.segment(word)) {
    const longer = part.text + segment;
    const longerWidth = surface.widthOf(longer, style);
    if (part.text !== '' && longerWidth > width) {
      parts.push(part);
      part = { text: segment, width: surface.widthOf(segment, style) };
    } else part = { text: longer, width: longerWidth };
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
