import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../shared/adapters/http/backoff.ts';
import { seededRandom } from '../../support/seeded-random.ts';

describe('backoffMs', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [5, 8_000],
    [6, 10_000],
    [2_000, 10_000],
  ])('waits after try %i for anything below %i ms', (tries, boundMs) => {
    expect(backoffMs(tries, () => 0)).toBe(0);
    expect(backoffMs(tries, () => 0.999_999)).toBe(boundMs - 1);
  });

  test.prop([fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })])(
    'is a whole number of milliseconds, never longer than ten seconds',
    (tries, x) => {
      const waitMs = backoffMs(tries, () => x);
      expect(Number.isInteger(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(10_000);
    },
  );

  it('spreads callers over the whole bound', () => {
    const random = seededRandom('backoff');
    const waits = Array.from({ length: 1_000 }, () => backoffMs(2, random));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inTenth = waits.filter((waitMs) => Math.floor(waitMs / 100) === tenth).length;
      expect(inTenth).toBeGreaterThan(50);
    }
  });
});
