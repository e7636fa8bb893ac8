import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { contains, durationMs, hoursOf, type Interval, overlaps } from '../../../shared/domain/time/interval.ts';

const interval = (start: number, end: number): Interval => ({ start: instantFromMs(start), end: instantFromMs(end) });

const intervals = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }))
  .map(([start, length]) => interval(start, start + length));

describe('an interval', () => {
  it('holds its start and not its end', () => {
    const day = interval(10, 20);
    expect([9, 10, 19, 20].map((ms) => contains(day, instantFromMs(ms)))).toEqual([false, true, true, false]);
  });

  it('is as long as the time between its ends', () => {
    expect(durationMs(interval(0, 84_600_000))).toBe(84_600_000);
    expect(hoursOf(interval(0, 84_600_000))).toBe(23.5);
  });

  it('overlaps another exactly when some instant lies in both', () => {
    const instants = Array.from({ length: 20 }, (_, ms) => instantFromMs(ms));
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const shared = instants.some((instant) => contains(a, instant) && contains(b, instant));
        expect(overlaps(a, b)).toBe(shared);
      }),
    );
  });
});
