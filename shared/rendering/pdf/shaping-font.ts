import { hasRightToLeft, runsInVisualOrder } from './bidi-runs.ts';
import type { FontFile, Glyph, GlyphPosition, GlyphRun } from './font-file.ts';

/** A font as a whole, for what is more than one ready-made glyph a character; what it learnt is kept for the next report. */
export interface ShapingFont {
  /** The font with a `layout` of its own: what the PDF library is given to embed. */
  readonly fontFile: FontFile;
  canShow(codePoint: number): boolean;
  /** Sum of the advances in font units. */
  advanceOf(text: string): number;
}

/** Marks and joined scripts need the font's own tables; all other text is one glyph a character. */
const NEEDS_SHAPING = /[\p{M}\u0590-\u08ff\u0e80-\u0eff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const SHAPED_RUNS_REMEMBERED = 500;

export function createShapingFont(parsed: FontFile): ShapingFont {
  const glyphs = new Map<number, Glyph>();
  const shapedRuns = new Map<string, GlyphRun>();
  const shaper = withGlyphsOfTheirOwn(parsed);

  const glyphOf = (codePoint: number): Glyph => {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    const { id, advanceWidth } = parsed.glyphForCodePoint(codePoint);
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    glyphs.set(codePoint, glyph);
    return glyph;
  };
  const shapedRun = (text: string): GlyphRun => {
    const known = shapedRuns.get(text);
    if (known !== undefined) return known;
    if (shapedRuns.size >= SHAPED_RUNS_REMEMBERED) shapedRuns.clear();
    const run = shape(shaper, text);
    shapedRuns.set(text, run);
    return run;
  };
  const layout = (text: string): GlyphRun => {
    if (NEEDS_SHAPING.test(text)) {
      const run = shapedRun(text);
      // The PDF library scales positions where they stand.
      return { glyphs: run.glyphs, positions: run.positions.map((position) => ({ ...position })) };
    }
    const run = Array.from(text, (character) => glyphOf(character.codePointAt(0) ?? 0));
    return { glyphs: run, positions: run.map((glyph) => advanceOnly(glyph.advanceWidth)) };
  };
  const advanceOf = (text: string): number => {
    if (NEEDS_SHAPING.test(text)) return sum(shapedRun(text).positions.map((position) => position.xAdvance));
    let advance = 0;
    for (const character of text) advance += glyphOf(character.codePointAt(0) ?? 0).advanceWidth;
    return advance;
  };
  return {
    fontFile: Object.create(parsed, { layout: { value: (text: string) => withAdvance(layout(text)) } }),
    canShow: (codePoint) => parsed.hasGlyphForCodePoint(codePoint),
    advanceOf,
  };
}

/**
 * The font with a new glyph object at every call: its own ones remember the characters that they first stood for, so that
 * a file would depend on what the process wrote before.
 */
function withGlyphsOfTheirOwn(parsed: FontFile): FontFile {
  const getGlyph = (id: number, codePoints: readonly number[] = []): Glyph =>
    Object.create(parsed.getGlyph(id), { codePoints: { value: codePoints } });
  return Object.create(parsed, { getGlyph: { value: getGlyph } });
}

function shape(shaper: FontFile, text: string): GlyphRun {
  const runs = hasRightToLeft(text) ? runsInVisualOrder(text) : [{ text, rightToLeft: false }];
  const shaped = runs.map((run) =>
    shaper.layout(run.text, undefined, undefined, undefined, run.rightToLeft ? 'rtl' : undefined),
  );
  return {
    glyphs: shaped.flatMap((run) =>
      run.glyphs.map(({ id, advanceWidth, codePoints }) => ({ id, advanceWidth, codePoints })),
    ),
    positions: shaped.flatMap((run) =>
      run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset })),
    ),
  };
}

const advanceOnly = (xAdvance: number): GlyphPosition => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Adds the run's advance as it is after scaling, which is when the PDF library asks for it. */
function withAdvance(run: GlyphRun): GlyphRun & { readonly advanceWidth: number } {
  return {
    ...run,
    get advanceWidth() {
      return sum(run.positions.map((position) => position.xAdvance));
    },
  };
}
