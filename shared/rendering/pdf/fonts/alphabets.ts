/** Code points from a first to a last one. */
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const pointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

/**
 * The characters that are embedded ready-made, in steps: a report carries all of a step that it needs one character of, and
 * all steps before. Figures and English come first, then the letters of western Europe, of the rest of the Latin alphabet,
 * and Greek and Cyrillic.
 */
export const ALPHABETS: readonly (readonly number[])[] = [
  [...range(0x20, 0x7e), ...pointsOf('\u00a0\u2009\u202f‐\u2011–—‘’“”…•·−×÷≈≤≥°²³₂€£µΩ\ufffd')],
  [...range(0xa1, 0xff), ...pointsOf('ŒœŸ‚„‹›†‡‰™')],
  [...range(0x100, 0x17f), ...range(0x218, 0x21b), 0x1e9e],
  [...range(0x384, 0x3ce), ...range(0x400, 0x45f), 0x490, 0x491],
];
