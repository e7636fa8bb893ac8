import type { TrueTypeFile } from './truetype-file.ts';

/** A glyph's place in the new font, in order of its number there. */
export interface CutGlyphs {
  /** Numbers in the font that is cut, by numbers in the new one; the first is the mark for what a font does not have. */
  readonly sources: readonly number[];
  /** Glyphs up to the end of each step. */
  readonly ends: readonly number[];
  /** Numbers in the new font by code point. */
  readonly byCodePoint: ReadonlyMap<number, number>;
}

/** Flags of the parts of a composed glyph, from the `glyf` chapter of the OpenType specification. */
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const FOUR_SCALES = 0x80;
const INSTRUCTIONS = 0x100;

/** Numbers the glyphs of each step behind those of the steps before, with the parts that composed glyphs need. */
export function chooseGlyphs(font: TrueTypeFile, steps: readonly (readonly number[])[]): CutGlyphs {
  const sources = [0];
  const numbers = new Map([[0, 0]]);
  const byCodePoint = new Map<number, number>();
  const ends = steps.map((codePoints) => {
    const known = codePoints.filter((codePoint) => font.glyphOf(codePoint) !== 0 && !byCodePoint.has(codePoint));
    for (const codePoint of known) {
      // One number a character, though characters may share an outline: a reader has to find each of them again.
      const source = font.glyphOf(codePoint);
      byCodePoint.set(codePoint, sources.length);
      if (!numbers.has(source)) numbers.set(source, sources.length);
      sources.push(source);
    }
    for (let index = 0; index < sources.length; index += 1) {
      for (const { glyph } of partsOf(font.outlineOf(sources[index] ?? 0))) {
        if (numbers.has(glyph)) continue;
        numbers.set(glyph, sources.length);
        sources.push(glyph);
      }
    }
    return sources.length;
  });
  return { sources, ends, byCodePoint };
}

/** A glyph's outline without hints, its parts numbered as in the new font. */
export function outlineWithoutHints(outline: DataView, numberOf: (glyph: number) => number): Uint8Array {
  const bytes = new Uint8Array(outline.buffer, outline.byteOffset, outline.byteLength);
  if (bytes.length === 0) return bytes;
  if (outline.getInt16(0) >= 0) {
    const lengthAt = 10 + outline.getInt16(0) * 2;
    const hints = outline.getUint16(lengthAt);
    const kept = Buffer.concat([bytes.subarray(0, lengthAt + 2), bytes.subarray(lengthAt + 2 + hints)]);
    kept.writeUInt16BE(0, lengthAt);
    return kept;
  }
  const parts = partsOf(outline);
  const kept = Buffer.from(bytes.subarray(0, parts.at(-1)?.end ?? bytes.length));
  for (const { at, flags, glyph } of parts) {
    kept.writeUInt16BE(flags & ~INSTRUCTIONS, at);
    kept.writeUInt16BE(numberOf(glyph), at + 2);
  }
  return kept;
}

interface GlyphPart {
  readonly at: number;
  readonly flags: number;
  readonly glyph: number;
  readonly end: number;
}

/** The parts of a composed glyph; none of a plain one. */
function partsOf(outline: DataView): GlyphPart[] {
  const parts: GlyphPart[] = [];
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return parts;
  let at = 10;
  let flags = MORE;
  while ((flags & MORE) !== 0) {
    flags = outline.getUint16(at);
    const scales = flags & FOUR_SCALES ? 8 : flags & TWO_SCALES ? 4 : flags & SCALE ? 2 : 0;
    const end = at + 4 + (flags & WORDS ? 4 : 2) + scales;
    parts.push({ at, flags, glyph: outline.getUint16(at + 2), end });
    at = end;
  }
  return parts;
}
