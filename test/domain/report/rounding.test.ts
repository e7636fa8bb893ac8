import { fc, test as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { roundToTotal } from '../../../shared/domain/report/rounding.ts';

it('gives the steps that are owed to the largest remainders', () => {
  expect(roundToTotal([1.34, 2.33, 3.33], 1)).toEqual({ parts: [1.4, 2.3, 3.3], total: 7 });
});

it('keeps a zero plain', () => {
  expect(Object.is(roundToTotal([-0.01, 0.01], 1).parts[0], -0)).toBe(false);
});

const parts = fc.array(fc.double({ min: -500, max: 2000, noNaN: true }), { minLength: 1, maxLength: 40 });

property.prop([parts, fc.integer({ min: 0, max: 3 })])(
  'printed parts add up to the printed total, each off by less than a step',
  (amounts, decimals) => {
    const step = 10 ** -decimals;
    const rounded = roundToTotal(amounts, decimals);

    expect(rounded.parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(rounded.total, 6);
    expect(Math.abs(rounded.total - amounts.reduce((sum, amount) => sum + amount, 0))).toBeLessThanOrEqual(
      step / 2 + 1e-6,
    );
    for (const [index, part] of rounded.parts.entries())
      expect(Math.abs(part - (amounts[index] ?? 0))).toBeLessThan(step + 1e-6);
  },
);
