import { deflateSync } from 'node:zlib';
import type { CoreFont } from './core-font.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** A step of a core font in the form of a PDF, but for the references from one object to the other. */
export interface FontParts {
  readonly baseFont: string;
  /** Entries of the font descriptor. */
  readonly descriptor: string;
  /** Advances of the glyphs in thousandths of the size, as an array of a PDF. */
  readonly widths: string;
  /** The TrueType file, deflated, and its length before. */
  readonly program: Uint8Array;
  readonly programLength: number;
  /** The way back to characters, deflated. */
  readonly toUnicode: Uint8Array;
}

/** Of a font that is neither fixed nor slanted nor limited to one script's letters (PDF 1.7, table 123). */
const SYMBOLIC = 4;
/** Six letters that tell the steps of one font apart. */
const STEP_LETTERS = 'ABCDEFGH';

export function fontPartsOf({ name, measures, advances, codePoints, steps }: CoreFont, index: number): FontParts {
  const step = steps[index];
  if (step === undefined) throw new RangeError(`${name} has no step ${index}`);
  const { unitsPerEm, bounds, ascent, descent, capHeight, xHeight } = measures;
  const scaled = (units: number) => Number(((units * 1000) / unitsPerEm).toFixed(2));
  const baseFont = `STEPS${STEP_LETTERS[index]}+${name}`;
  const vertical = `/Ascent ${scaled(ascent)} /Descent ${scaled(descent)} /CapHeight ${scaled(capHeight)} /XHeight ${scaled(xHeight)}`;
  return {
    baseFont,
    descriptor: `/FontName /${baseFont} /Flags ${SYMBOLIC} /FontBBox [${bounds.map(scaled).join(' ')}] /ItalicAngle 0 ${vertical} /StemV 0`,
    widths: `[${advances.slice(0, step.glyphs).map(scaled).join(' ')}]`,
    program: step.program(),
    programLength: step.programLength(),
    toUnicode: deflateSync(toUnicodeMap(codePoints.slice(0, step.glyphs))),
  };
}
