import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createPace, reserveTurn } from '../../../shared/adapters/ses/pace.ts';

describe('a pace', () => {
  const rate = fc.double({ min: 0.1, max: 100, noNaN: true });
  const gapsMs = fc.array(fc.nat(2000), { minLength: 1, maxLength: 50 });

  test.prop([rate, gapsMs])(
    'never gives turns faster than its rate, nor makes anyone wait for nothing',
    (perSecond, gaps) => {
      let [nextTurnMs, nowMs, lastTurnMs] = [Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY];
      for (const gap of gaps) {
        nowMs += gap;
        const reserved = reserveTurn(nextTurnMs, nowMs, perSecond);
        nextTurnMs = reserved.nextTurnMs;
        const turnMs = nowMs + reserved.waitMs;
        const earliestMs = Math.max(nowMs, lastTurnMs + 1000 / perSecond);
        expect(Math.abs(turnMs - earliestMs)).toBeLessThan(1e-6);
        lastTurnMs = turnMs;
      }
    },
  );

  it('spreads callers who come together', async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const pace = createPace({ turnsPerSecond: async () => 4, monotonicMs: () => 1000, sleep });

    await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);

    expect(slept).toEqual([250, 500, 750]);
  });

  it('is none at all without a limit', async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const pace = createPace({ turnsPerSecond: async () => Number.POSITIVE_INFINITY, monotonicMs: () => 0, sleep });

    await Promise.all(Array.from({ length: 100 }, () => pace.turn()));

    expect(slept).toEqual([]);
  });
});
