import { remembered } from '../remembered.ts';
import type { CoreFont } from './fonts/core-font.ts';
import { coreGlyphsOf } from './fonts/core-glyphs.ts';
import { type FontParts, fontPartsOf } from './fonts/font-parts.ts';
import type { ShapingFont } from './shaping-font.ts';

/** One weight of the report's font. */
export interface Typeface {
  readonly name: string;
  readonly unitsPerEm: number;
  /** The step of the core that reaches up to a glyph. */
  stepWith(glyph: number): number;
  /** A step of the core in the form of a PDF; made once. */
  partsOf(step: number): FontParts;
  /** The font as a whole, parsed when it is first asked for. */
  whole(): ShapingFont;
  canShow(codePoint: number): boolean;
  /** Sum of the advances in font units. */
  advanceOf(text: string): number;
  /** The text in glyphs of the core; undefined when some of it is not there. */
  coreTextOf(text: string): CoreText | undefined;
}

export interface CoreText {
  /** Glyph numbers as a PDF has them, four hexadecimal digits each, in ASCII. */
  readonly digits: Uint8Array;
  readonly highestGlyph: number;
  readonly advance: number;
}

/** A table's cells, the words of the sentences: most texts of a report stood in the one before. */
const TEXTS_REMEMBERED = 3_000;

/** Reads most text from the core alone; only what lies beyond it has the whole font opened. */
export function createTypeface(core: CoreFont, openWhole: () => ShapingFont): Typeface {
  const { glyphs, advances, digits } = coreGlyphsOf(core);
  const coreTextOf = remembered(TEXTS_REMEMBERED, (text: string): CoreText | null => {
    let [encoded, highestGlyph, advance] = ['', 0, 0];
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const glyph = glyphs[unit] ?? 0;
      if (glyph === 0) return null;
      if (glyph > highestGlyph) highestGlyph = glyph;
      encoded += digits[glyph];
      advance += advances[unit] ?? 0;
    }
    return { digits: Buffer.from(encoded, 'latin1'), highestGlyph, advance };
  });
  let opened: ShapingFont | undefined;
  const whole = () => {
    opened ??= openWhole();
    return opened;
  };
  const parts: FontParts[] = [];
  return {
    name: core.name,
    unitsPerEm: core.measures.unitsPerEm,
    stepWith: (glyph) => core.steps.findIndex((step) => glyph < step.glyphs),
    partsOf(step) {
      parts[step] ??= fontPartsOf(core, step);
      return parts[step];
    },
    whole,
    canShow: (codePoint) => (glyphs[codePoint] ?? 0) > 0 || whole().canShow(codePoint),
    advanceOf: (text) => coreTextOf(text)?.advance ?? whole().advanceOf(text),
    coreTextOf: (text) => coreTextOf(text) ?? undefined,
  };
}
