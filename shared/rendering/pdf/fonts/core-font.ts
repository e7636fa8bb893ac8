import { deflateSync } from 'node:zlib';
import { ALPHABETS } from './alphabets.ts';
import { chooseGlyphs } from './cut-font.ts';
import { type FontMeasures, openTrueType } from './truetype-file.ts';
import { writeTrueType } from './write-truetype.ts';

/** A font of the characters that nearly all reports are written with, in steps of more and more of them. */
export interface CoreFont {
  /** The PostScript name of the font that it was cut from. */
  readonly name: string;
  readonly measures: FontMeasures;
  /** Advances in font units, by glyph number. */
  readonly advances: readonly number[];
  /** The character of each glyph; 0 for a glyph that is only a part of others. */
  readonly codePoints: readonly number[];
  readonly steps: readonly FontStep[];
}

/** The first glyphs of a core font, as a font of their own. */
export interface FontStep {
  readonly glyphs: number;
  /** The TrueType file, deflated. */
  program(): Uint8Array;
  /** Of the TrueType file as it was. */
  programLength(): number;
}

/** Cuts the core out of a TrueType font; the programs of its steps are written when they are asked for first. */
export function cutCoreFont(name: string, trueType: Uint8Array): CoreFont {
  const font = openTrueType(trueType);
  const { unitsPerEm, bounds, ascent, descent, capHeight, xHeight } = font;
  const { sources, ends, byCodePoint } = chooseGlyphs(font, ALPHABETS);
  const codePoints = sources.map(() => 0);
  for (const [codePoint, glyph] of byCodePoint) codePoints[glyph] = codePoint;
  return {
    name,
    measures: { unitsPerEm, bounds, ascent, descent, capHeight, xHeight },
    advances: sources.map(font.advanceOf),
    codePoints,
    steps: ends.map((glyphs): FontStep => {
      const written = once(() => {
        const file = writeTrueType(font, sources.slice(0, glyphs));
        return { program: deflateSync(file, { level: 9 }), length: file.length };
      });
      return { glyphs, program: () => written().program, programLength: () => written().length };
    }),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
