import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../shared/rendering/pdf/surface.ts';
import { fitText, wrapText } from '../../../shared/rendering/pdf/text-fitting.ts';
import { TYPE } from '../../../shared/rendering/pdf/type-scale.ts';

/** Every character is one point wide. */
const surface = { widthOf: (text: string) => [...text].length } as unknown as Surface;

describe('fitting a text', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['a bit too long', 8, 'a bit t…'],
    ['a bit too long', 7, 'a bit…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 9, '👨‍👩‍👧‍👦…'],
    ['abc', 0, '…'],
  ])('%j into %d points gives %j', (text, width, fitted) => {
    expect(fitText(surface, text, TYPE.body, width)).toBe(fitted);
  });
});

describe('wrapping a text', () => {
  it.each([
    ['the quick brown fox', 9, ['the quick', 'brown fox']],
    ['12\u00a0kWh a day', 6, ['12\u00a0kWh', 'a day']],
    ['aaaaaaaaaa b', 4, ['aaaa', 'aaaa', 'aa b']],
    ['', 5, []],
  ])('%j at %d points', (text, width, lines) => {
    expect(wrapText(surface, text, TYPE.body, width)).toEqual(lines);
  });

  it('loses nothing but spaces and fills no line beyond its width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = wrapText(surface, text, TYPE.body, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
