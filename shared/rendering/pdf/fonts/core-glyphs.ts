import type { CoreFont } from './core-font.ts';

/** Numbers and advances of a core font's glyphs, laid out to be looked up quickly. */
export interface CoreGlyphs {
  /** The number of the glyph of a UTF-16 code unit; 0 for what the core does not have. */
  readonly glyphs: Uint16Array;
  /** Advances in font units by UTF-16 code unit. */
  readonly advances: Uint16Array;
}

const CODE_UNITS = 0x10000;

export function coreGlyphsOf(font: CoreFont): CoreGlyphs {
  const glyphs = new Uint16Array(CODE_UNITS);
  const advances = new Uint16Array(CODE_UNITS);
  for (const [glyph, codePoint] of font.codePoints.entries()) {
    if (codePoint === 0) continue;
    glyphs[codePoint] = glyph;
    advances[codePoint] = font.advances[glyph] ?? 0;
  }
  return { glyphs, advances };
}
