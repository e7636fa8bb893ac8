import { describe, expect, it } from 'vitest';
import { averageDay } from '../../../shared/rendering/pdf/sections/average-day.ts';

const cell = (hour: number, powerW: number | null, from = 0, to = 1) => ({ hour, powerW, from, to });

describe('the average day', () => {
  it('is the mean of the hours that are known', () => {
    const hours = averageDay([cell(0, 100), cell(0, 300), cell(0, null), cell(23, 50)]);
    expect(hours).toHaveLength(24);
    expect([hours[0], hours[1], hours[23]]).toEqual([200, null, 50]);
  });

  it('gives half an hour half the weight', () => {
    expect(averageDay([cell(2, 100), cell(2, 400, 0, 0.5)])[2]).toBeCloseTo(200, 9);
  });

  it('is nothing where nothing is known', () => {
    expect(averageDay([cell(0, null)])).toEqual([]);
  });
});
