import { describe, expect, it } from 'vitest';
import { createByteText } from '../../../shared/rendering/pdf/byte-text.ts';
import { openTypefaces } from '../../../shared/rendering/pdf/fonts.ts';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { REPLACEMENT, showableText } from '../../../shared/rendering/pdf/showable-text.ts';

const { regular, bold } = openTypefaces(loadFonts());

describe('a typeface', () => {
  it('writes one glyph a character, with the character behind it', () => {
    const { glyphs } = regular.whole().fontFile.layout('ffi \u00a0\u2010-Ω\u2126');

    expect(glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints)).join('')).toBe('ffi \u00a0\u2010-Ω\u2126');
  });

  it('joins Arabic letters and runs them from the right', () => {
    const { glyphs } = regular.whole().fontFile.layout('مطبخ');

    expect(glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints)).join('')).toBe('خبطم');
    expect(glyphs.map(({ id }) => id)).not.toEqual([...'خبطم'].map((letter) => idOf(letter)));
  });

  it('measures what it lays out', () => {
    for (const text of ['Consumption, 1\u00a0234.5 kWh', 'مطبخ Kitchen 12', 'e\u0302\u0303']) {
      const { positions } = regular.whole().fontFile.layout(text);
      const advance = positions.reduce((sum, position) => sum + position.xAdvance, 0);
      expect(regular.advanceOf(text)).toBeCloseTo(advance, 6);
    }
    expect(bold.advanceOf('Consumption')).toBeGreaterThan(regular.advanceOf('Consumption'));
  });

  it('writes a text of the core by the numbers of its glyphs, and no other text', () => {
    const written = createByteText();
    regular.writeGlyphs('kWh k', written);
    const digits = Buffer.from(written.written()).toString('latin1');
    const glyphs = digits.match(/.{4}/g)?.map((four) => Number.parseInt(four, 16)) ?? [];

    expect(glyphs).toHaveLength(5);
    expect(new Set(glyphs).size).toBe(4);
    expect(regular.highestGlyphOf('kWh k')).toBe(Math.max(...glyphs));
    expect(regular.highestGlyphOf('kWh 東')).toBeUndefined();
  });

  it('gives a fresh layout each time, because the PDF library changes it', () => {
    const first = regular.whole().fontFile.layout('مطبخ');
    for (const position of first.positions) position.xAdvance *= 0.5;

    expect(
      regular
        .whole()
        .fontFile.layout('مطبخ')
        .positions.map((position) => position.xAdvance),
    ).toEqual(first.positions.map((position) => position.xAdvance * 2));
  });

  it('has all the marks and letters that reports are written with', () => {
    const text = 'kWh kW W % – − … · • ! “” ’ < > + = Åéîõüß ÆØ łśż čřž ğı țș ₂ ² \ufffd';
    expect(showableText(text, regular.canShow)).toBe(text);
    expect(showableText(text, bold.canShow)).toBe(text);
  });
});

describe('text that a font cannot show', () => {
  it.each([
    ['東京 12', `${REPLACEMENT}${REPLACEMENT} 12`],
    ['👨‍👩‍👧‍👦 family', `${REPLACEMENT} family`],
    ['plain', 'plain'],
  ])('has one mark a character: %s', (text, shown) => {
    expect(showableText(text, regular.canShow)).toBe(shown);
  });
});

const idOf = (letter: string): number => regular.whole().fontFile.glyphForCodePoint(letter.codePointAt(0) ?? 0).id;
