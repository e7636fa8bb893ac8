import { describe, expect, it } from 'vitest';
import { createTimeBudget } from '../../../shared/adapters/http/time-budget.ts';

describe('a time budget', () => {
  it('counts what passes inside, and parallel work once', async () => {
    let nowMs = 1_000;
    const budget = createTimeBudget(100, () => nowMs);
    nowMs += 500;
    expect(budget.remainingMs()).toBe(100);

    await budget.during(async () => {
      nowMs += 10;
      expect(budget.remainingMs()).toBe(90);
      await Promise.all([
        budget.during(async () => {
          nowMs += 5;
        }),
        budget.during(async () => {
          nowMs += 5;
        }),
      ]);
    });
    nowMs += 500;
    expect(budget.remainingMs()).toBe(80);
  });

  it('grows by what is added', () => {
    const budget = createTimeBudget(100, () => 0);
    budget.extend(50);
    expect([budget.limitMs, budget.remainingMs()]).toEqual([150, 150]);
  });

  it('goes on counting after work that failed, and ends at nothing', async () => {
    let nowMs = 0;
    const budget = createTimeBudget(100, () => nowMs);
    const failing = budget.during(async () => {
      nowMs += 1_000;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(budget.remainingMs()).toBe(0);
  });
});
