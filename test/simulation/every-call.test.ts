import { describe, expect, it } from 'vitest';
import { everyCallCases } from './lanes/call-lanes.ts';
import { trySingles } from './lanes/every-call.ts';

const CASES = everyCallCases(1);
/** Every operation of one case, and of the others every so many; every one of all in the lane `calls`. */
const STEPS: Readonly<Record<string, number>> = {
  'day 1 resend': 1,
  'day 1 hold': 4,
  'day 2 resend': 4,
  'day 2 hold': 4,
  'revised week 1 resend': 7,
  'dropped mail 1 resend': 7,
  'mail by order 1 hold': 7,
};

describe('any one fault at any call', () => {
  it.each(Object.entries(STEPS))('of a %s breaks no rule', async (name, step) => {
    const tried = CASES.find(({ what, recipients, whenInDoubt }) => name === `${what} ${recipients} ${whenInDoubt}`);
    const { runs, operations, violations } = await trySingles(tried ?? expect.unreachable('no such case'), step);

    expect(violations).toEqual([]);
    expect(operations).toBeGreaterThan(60);
    expect(runs).toBeGreaterThan((3 * operations) / step);
  });
});
