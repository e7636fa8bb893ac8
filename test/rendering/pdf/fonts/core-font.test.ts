import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ALPHABETS } from '../../../../shared/rendering/pdf/fonts/alphabets.ts';
import { type CoreFont, cutCoreFont } from '../../../../shared/rendering/pdf/fonts/core-font.ts';
import { readCoreFont, writeCoreFont } from '../../../../shared/rendering/pdf/fonts/core-font-file.ts';
import { loadFonts } from '../../../../shared/rendering/pdf/load-fonts.ts';
import { createPdfkitDocument } from '../../../../shared/rendering/pdf/pdfkit-document.ts';

/** A font as the PDF library's own parser reads it, which had no part in cutting it. */
interface ReadFont {
  readonly numGlyphs: number;
  glyphForCodePoint(codePoint: number): ReadGlyph;
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number): ReadGlyph;
}

interface ReadGlyph {
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

const readFont = (bytes: Uint8Array): ReadFont =>
  createPdfkitDocument({ autoFirstPage: false, font: bytes })._font.font as unknown as ReadFont;

describe.each(Object.values(loadFonts()))('the core of $name', ({ name, trueType }) => {
  const whole = readFont(trueType());
  const core = cutCoreFont(name, trueType());

  it('has more and more characters from step to step, all that the font has of its alphabets', () => {
    const characters = core.steps.map(({ glyphs }) => new Set(core.codePoints.slice(0, glyphs)));

    for (const [index, alphabet] of ALPHABETS.entries()) {
      const known = alphabet.filter((codePoint) => whole.hasGlyphForCodePoint(codePoint));
      expect(known.filter((codePoint) => !characters[index]?.has(codePoint))).toEqual([]);
    }
    expect(characters.map(({ size }) => size)).toEqual(characters.map(({ size }) => size).sort((a, b) => a - b));
  });

  it.each(core.steps.map((_, index) => index))('draws each glyph as the whole font does: step %d', (index) => {
    const { glyphs, cut } = stepOf(core, index);

    expect(cut.numGlyphs).toBe(glyphs);
    for (const [glyph, codePoint] of core.codePoints.slice(0, glyphs).entries()) {
      if (codePoint === 0) continue;
      const original = whole.glyphForCodePoint(codePoint);
      expect(cut.getGlyph(glyph).path.toSVG()).toBe(original.path.toSVG());
      expect(cut.getGlyph(glyph).advanceWidth).toBe(original.advanceWidth);
      expect(core.advances[glyph]).toBe(original.advanceWidth);
    }
  });

  it('is the same when it was written to a file and read again', () => {
    const again = readCoreFont(writeCoreFont(core));

    expect(contentsOf(again)).toEqual(contentsOf(core));
  });
});

function stepOf({ steps }: CoreFont, index: number) {
  const step = steps[index];
  const program = inflateSync(step?.program() ?? new Uint8Array());
  expect(program.length).toBe(step?.programLength());
  return { glyphs: step?.glyphs ?? 0, cut: readFont(program) };
}

const contentsOf = ({ steps, ...font }: CoreFont) => ({
  ...font,
  steps: steps.map((step) => [step.glyphs, step.programLength(), Buffer.from(step.program()).toString('base64')]),
});
