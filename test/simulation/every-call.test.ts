import { describe, expect, it } from 'vitest';
import { everyCallCases } from './lanes/call-lanes.ts';
import { trySingles } from './lanes/every-call.ts';

const CASES = everyCallCases(1);

describe('any one fault at any call', () => {
  it.each(CASES.filter(({ what }) => what === 'day'))(
    'of a day for $recipients reader(s), in doubt $whenInDoubt, breaks no rule',
    async (tried) => {
      const { runs, operations, violations } = await trySingles(tried);

      expect(violations).toEqual([]);
      expect(operations).toBeGreaterThan(60);
      expect(runs).toBeGreaterThan(3 * operations);
    },
  );

  it('of a week that is revised breaks no rule; every fifth here, every one in the lane `calls`', async () => {
    const [tried] = CASES.filter(({ what }) => what === 'revised week');
    const { runs, violations } = await trySingles(tried ?? expect.unreachable('no such case'), 5);

    expect(violations).toEqual([]);
    expect(runs).toBeGreaterThan(50);
  });
});
