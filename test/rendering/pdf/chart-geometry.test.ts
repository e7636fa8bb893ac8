import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchingOf } from '../../../shared/rendering/pdf/hatching.ts';
import { heatClassOf, heatScale } from '../../../shared/rendering/pdf/heat-scale.ts';
import { valueAxis } from '../../../shared/rendering/pdf/value-axis.ts';

const anyAmounts = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 });

describe('a value axis', () => {
  it('has all amounts and zero between its ends, and zero at a tick', () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        const { ticks, yOf } = valueAxis(amounts, 100, 300, 5);
        expect(ticks.some((tick) => tick === 0)).toBe(true);
        for (const amount of [...amounts, 0]) {
          expect(yOf(amount)).toBeGreaterThanOrEqual(100 - 1e-6);
          expect(yOf(amount)).toBeLessThanOrEqual(300 + 1e-6);
        }
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it.each([
    [[0, 18], [0, 5, 10, 15, 20], 0],
    [[0, 0.9], [0, 0.2, 0.4, 0.6, 0.8, 1], 1],
    [[12, -68], [-80, -60, -40, -20, 0, 20], 0],
    [[0, 11], [0, 2.5, 5, 7.5, 10, 12.5], 1],
    [[0, 0], [0, 0.002], 3],
  ])('steps in round numbers over %j', (amounts, ticks, decimals) => {
    const axis = valueAxis(amounts, 0, 100, 5);

    expect(axis.ticks.map((tick) => Math.round(tick * 1000) / 1000 + 0)).toEqual(ticks);
    expect(axis.decimals).toBe(decimals);
  });
});

describe('a heat scale', () => {
  it('has rising limits below the highest power, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (highestW) => {
        const limits = heatScale(highestW).map((heatClass) => heatClass.fromW);
        for (const [index, limit] of limits.slice(1).entries()) expect(limit).toBeGreaterThan(limits[index] ?? 0);
        expect(limits.at(-1)).toBeLessThan(Math.max(1, highestW));
      }),
    );
  });

  it('gives every power a class, negative ones too', () => {
    const scale = heatScale(3600);
    expect(scale.slice(1).map((heatClass) => heatClass.fromW)).toEqual([100, 400, 1000, 1500, 2500]);
    expect([-50, 0, 99, 100, 3600].map((powerW) => heatClassOf(scale, powerW))).toEqual([0, 0, 0, 1, 5]);
  });

  it('darkens from class to class, so that it can be printed in grey', () => {
    const lightness = heatScale(1000).map(({ colour }) => luminance(colour));
    for (const [index, light] of lightness.slice(1).entries())
      expect(lightness[index] ?? 0).toBeGreaterThan(light + 0.02);
  });
});

describe('hatching', () => {
  it('stays within its rectangle and covers it', () => {
    const side = fc.double({ min: 0.5, max: 200, noNaN: true });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const lines = hatchingOf({ x: 10, y: 20, width, height }, 4);
        for (const point of lines.flat()) {
          expect(point.x).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(point.x).toBeLessThanOrEqual(10 + width + 1e-9);
          expect(point.y).toBeGreaterThanOrEqual(20 - 1e-9);
          expect(point.y).toBeLessThanOrEqual(20 + height + 1e-9);
        }
        expect(lines).toHaveLength(Math.max(0, Math.ceil((width + height - 2) / 4)));
      }),
    );
  });
});

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * (red ?? 0) ** 2.2 + 0.7152 * (green ?? 0) ** 2.2 + 0.0722 * (blue ?? 0) ** 2.2;
}
