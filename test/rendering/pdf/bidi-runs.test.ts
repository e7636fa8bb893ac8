import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsInVisualOrder } from '../../../shared/rendering/pdf/bidi-runs.ts';

const visual = (text: string) =>
  runsInVisualOrder(text).map(({ text: run, rightToLeft }) => (rightToLeft ? `<${run}` : `>${run}`));

describe('runs in visual order', () => {
  it.each([
    ['Kitchen 2', ['>Kitchen 2']],
    ['מטבח', ['<מטבח']],
    ['חדר שינה', ['<חדר שינה']],
    ['Room שלום 12', ['>Room ', '>12', '<שלום ']],
    ['שלום Room', ['>Room', '<שלום ']],
    ['בית 12 גדול', ['< גדול', '>12', '<בית ']],
    ['בית Haus 12 (שרק)', ['< )שרק(', '>Haus 12', '<בית ']],
    ['12 (3)', ['>12 (3)']],
    ['', []],
  ])('puts %j in order', (text, runs) => {
    expect(visual(text)).toEqual(runs);
  });

  it('loses and invents no characters', () => {
    const anyLabel = fc
      .array(fc.constantFrom(...'אבגمطa1(2) -Z'), { maxLength: 14 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(anyLabel, (label) => {
        const runs = runsInVisualOrder(label).map((run) => run.text);
        expect(unordered(runs.join(''))).toBe(unordered(label));
      }),
    );
  });
});

/** Brackets may change sides. */
const unordered = (text: string): string => [...text.replaceAll(')', '(')].sort().join('');
