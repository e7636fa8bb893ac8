import { describe, expect, it } from 'vitest';
import { expectedDuplicates } from './lanes/expected-duplicates.ts';
import { runVolume, type VolumeFigures } from './lanes/volume-run.ts';

const REPORTS_A_WORLD = 300;

describe('worlds with faults drawn at random', () => {
  const runs: VolumeFigures[] = [];

  it.each(['1', '2', '3', '4'])('break no rule and lose no report, with the seed %s', async (seed) => {
    const figures = await runVolume(seed, REPORTS_A_WORLD);
    runs.push(figures);

    expect(figures.violations).toEqual([]);
    expect(figures.due).toBe(figures.finished + figures.held + figures.open);
    expect(figures.due).toBeGreaterThan(REPORTS_A_WORLD / 2);
    expect(Object.values(figures.faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
    if (figures.whenInDoubt === 'hold') expect(figures.mailedTwice).toBe(0);
  });

  it('mail twice, where doubts are resent, only what nobody noted and whose event was missing', () => {
    expect(expectedDuplicates(runs).isWithin).toBe(true);
    expect(runs.map(({ whenInDoubt }) => whenInDoubt)).toContain('resend');
  });

  it('are the same for the same seed, and others for others', async () => {
    const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((seed) => runVolume(seed, 60)));

    expect(again).toEqual(first);
    expect(other?.traceHash).not.toBe(first?.traceHash);
  });
});
