import { describe, expect, it } from 'vitest';
import { expectedDuplicates } from './lanes/expected-duplicates.ts';
import { runVolume, type VolumeFigures } from './lanes/volume-run.ts';
import { TROUBLES } from './lanes/volume-settings.ts';

const REPORTS_A_WORLD = 200;

describe('worlds with faults drawn at random', () => {
  const runs: VolumeFigures[] = [];

  it.each(TROUBLES)('break no rule and lose no report; trouble: %s', async (trouble) => {
    const figures = await runVolume(`${trouble} 1`, REPORTS_A_WORLD, trouble);
    runs.push(figures);

    expect(figures.violations).toEqual([]);
    expect(figures.due).toBe(figures.finished + figures.held + figures.open);
    expect(figures.due).toBeGreaterThan(REPORTS_A_WORLD / 2);
    expect(Object.values(figures.faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    if (figures.whenInDoubt === 'hold') expect(figures.mailedTwice).toBe(0);
  });

  it('mail twice, where doubts are resent, only what nobody noted and whose event was missing', () => {
    expect(expectedDuplicates(runs).isWithin).toBe(true);
    expect(runs.map(({ whenInDoubt }) => whenInDoubt)).toContain('resend');
  });

  it('are the same for the same seed, and others for others', async () => {
    const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((seed) => runVolume(seed, 30)));

    expect(again).toEqual(first);
    expect(other?.traceHash).not.toBe(first?.traceHash);
  });
});
