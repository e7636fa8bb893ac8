import { describe, expect, it } from 'vitest';
import { PALETTE } from '../../../shared/rendering/palette.ts';
import { TYPE } from '../../../shared/rendering/pdf/type-scale.ts';

const GROUNDS = [PALETTE.surface, PALETTE.surfaceSoft, PALETTE.surfaceAttention, PALETTE.weekend];

describe('the kinds of text', () => {
  it.each(Object.entries(TYPE))('%s can be read on every ground', (_, style) => {
    for (const ground of GROUNDS) expect(contrast(style.colour, ground)).toBeGreaterThanOrEqual(4.5);
    expect(style.size).toBeGreaterThanOrEqual(7);
  });
});

/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
