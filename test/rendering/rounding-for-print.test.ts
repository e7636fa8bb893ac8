import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedParts, roundedTo } from '../../shared/rendering/rounding-for-print.ts';

const steps = (amounts: readonly number[], decimals: number) =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 10 ** decimals), 0);

describe('parts rounded for print', () => {
  it('add up to the rounded total, each within a step of itself', () => {
    const anyParts = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyParts, fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const rounded = roundedParts(parts, total, decimals) ?? [];
        expect(steps(rounded, decimals)).toBe(Math.round(roundedTo(total, decimals) * 10 ** decimals));
        for (const [index, part] of parts.entries()) {
          expect(Math.abs((rounded[index] ?? Number.NaN) - part)).toBeLessThan(1.00001 * 10 ** -decimals);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('add up even where the total is a tie that adding in another order misses by a hair', () => {
    const anyWattHours = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(anyWattHours, (wattHours) => {
        const parts = wattHours.map((amount) => amount / 1000);
        const owedToTie = 50 - (wattHours.reduce((sum, amount) => sum + amount, 0) % 100);
        parts.push(owedToTie / 1000);
        const total = (wattHours.reduce((sum, amount) => sum + amount, 0) + owedToTie) / 1000;
        expect(steps(roundedParts(parts, total, 1) ?? [], 1)).toBe(Math.round(roundedTo(total, 1) * 10));
      }),
      { numRuns: 500 },
    );
  });

  it('claim nothing when the parts come to something else', () => {
    expect(roundedParts([1, 2], 3.5, 1)).toBeUndefined();
    expect(roundedParts([1, 2.02], 3.04, 1)).toBeUndefined();
    expect(roundedParts([], 0, 1)).toBeUndefined();
  });

  it('have no zero with a sign', () => {
    expect(Object.is(roundedTo(-0.01, 1), 0)).toBe(true);
    expect(roundedTo(-0.05, 1)).toBe(0);
    expect(roundedTo(0.05, 1)).toBe(0.1);
  });
});
