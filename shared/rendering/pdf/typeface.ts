import type { CoreFont } from './fonts/core-font.ts';
import { type CoreGlyphs, coreGlyphsOf } from './fonts/core-glyphs.ts';
import { type FontParts, fontPartsOf } from './fonts/font-parts.ts';
import type { ShapingFont } from './shaping-font.ts';

/** One weight of the report's font. */
export interface Typeface {
  readonly name: string;
  readonly glyphs: CoreGlyphs;
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
}

/** Reads most text from the core alone; only what lies beyond it has the whole font opened. */
export function createTypeface(core: CoreFont, openWhole: () => ShapingFont): Typeface {
  const glyphs = coreGlyphsOf(core);
  let opened: ShapingFont | undefined;
  const whole = () => {
    opened ??= openWhole();
    return opened;
  };
  const parts: FontParts[] = [];
  return {
    name: core.name,
    glyphs,
    unitsPerEm: core.measures.unitsPerEm,
    stepWith: (glyph) => core.steps.findIndex((step) => glyph < step.glyphs),
    partsOf(step) {
      parts[step] ??= fontPartsOf(core, step);
      return parts[step];
    },
    whole,
    canShow: (codePoint) => (glyphs.glyphs[codePoint] ?? 0) > 0 || whole().canShow(codePoint),
    advanceOf(text) {
      let advance = 0;
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (glyphs.glyphs[unit] === 0) return whole().advanceOf(text);
        advance += glyphs.advances[unit] ?? 0;
      }
      return advance;
    },
  };
}
