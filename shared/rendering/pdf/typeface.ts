import type { ByteText } from './byte-text.ts';
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
  /** The highest of the core's glyphs in a text; undefined when some of it is not in the core. */
  highestGlyphOf(text: string): number | undefined;
  /** Writes a text that is all in the core as glyph numbers, four hexadecimal digits each. */
  writeGlyphs(text: string, into: ByteText): void;
}

/** Reads most text from the core alone; only what lies beyond it has the whole font opened. */
export function createTypeface(core: CoreFont, openWhole: () => ShapingFont): Typeface {
  const { glyphs, advances } = coreGlyphsOf(core);
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
    advanceOf(text) {
      let advance = 0;
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (glyphs[unit] === 0) return whole().advanceOf(text);
        advance += advances[unit] ?? 0;
      }
      return advance;
    },
    highestGlyphOf(text) {
      let highest = 0;
      for (let index = 0; index < text.length; index += 1) {
        const glyph = glyphs[text.charCodeAt(index)] ?? 0;
        if (glyph === 0) return undefined;
        if (glyph > highest) highest = glyph;
      }
      return highest;
    },
    writeGlyphs(text, into) {
      for (let index = 0; index < text.length; index += 1) into.hexadecimal(glyphs[text.charCodeAt(index)] ?? 0);
    },
  };
}
