const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// East Asian wide and full-width characters and emoji take two columns of a fixed-width font.
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\uFE0F/u;
// Latin letters and the signs that reports are full of: one column each, without asking what a grapheme is.
const NARROW = /^[\u0020-\u02FF\u2010-\u2027\u2212]*$/;
const ZERO = /^[\u2066-\u2069]+$/;

/** Columns that a text takes in a fixed-width font. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
  return width;
}

const widthOf = (grapheme: string) => (ZERO.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1);

/** The text, cut to a number of columns with an ellipsis where it is longer. */
export function fitted(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
