import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { postponementSeconds } from '../../../functions/make-report/postponement.ts';

const TICK_SECONDS = 900;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a message that failed for now', () => {
  it.each([
    [1, 30, 60],
    [2, 60, 120],
    [3, 120, 240],
    [4, 240, 480],
  ])('waits, at its receive number %i, from %i to %i seconds', (receives, least, most) => {
    const wait = (random: number) => postponementSeconds({ receives, retryAfterMs: undefined }, () => random);

    expect(wait(0)).toBe(least);
    expect(wait(0.999999)).toBe(most);
  });

  it('is left to the next tick once that comes sooner', () => {
    expect(postponementSeconds({ receives: 5, retryAfterMs: undefined }, () => 0)).toBeUndefined();
    expect(postponementSeconds({ receives: 1, retryAfterMs: 3_600_000 }, () => 0)).toBeUndefined();
  });

  it('waits for as long as the source asks to be left alone', () => {
    expect(postponementSeconds({ receives: 1, retryAfterMs: 400_500 }, () => 0)).toBe(401);
  });

  it.prop([
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.option(fc.double({ min: 0, max: 1e12 }), { nil: undefined }),
    chance,
  ])('waits a whole number of seconds that the queue takes, or not at all', (receives, retryAfterMs, random) => {
    const seconds = postponementSeconds({ receives, retryAfterMs }, () => random);
    if (seconds === undefined) return;

    expect(Number.isInteger(seconds)).toBe(true);
    expect(seconds).toBeGreaterThanOrEqual(30);
    expect(seconds).toBeLessThan(TICK_SECONDS);
  });
});
