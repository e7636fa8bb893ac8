import { describe, expect, it } from 'vitest';
import { createDayRuns } from '../../../shared/adapters/texture/day-runs.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import type { LocalDay } from '../../../shared/domain/time/local-day.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { editing, type Row } from './metric-row.ts';
import { SITE, startTextureWorld } from './texture-world.ts';

const DAYS = Array.from({ length: 31 }, (_, index) =>
  dayIn('America/Chicago', `2026-10-${String(index + 1).padStart(2, '0')}`),
);

describe('a month of a site', () => {
  it('is read in a request for each of what is measured', async () => {
    const { source, world, simulator } = await startTextureWorld();

    const reader = await source.openLocation(SITE);
    const days = await Promise.all(DAYS.map((day) => reader.readDay(day)));

    expect(days.map(({ sampleCount }) => sampleCount)).toEqual(DAYS.map(() => 96));
    expect(simulator.requests.count('/metrics/')).toBe(6);
    expect(simulator.requests.count()).toBe(8);
    expect(world.slept).toEqual([]);
  });

  it.each([
    [1000, 1, 1000],
    [1000, 0.06, 60],
    [50, 0.1, 5],
  ])(
    'of gaps is read within %i requests a minute and a share of %d of them',
    async (requestsPerMinute, requestShare, most) => {
      const hasNoGap = ({ ts }: Row) => !(ts ?? '').includes('T18:00');
      const { source, world, simulator } = await startTextureWorld({
        settings: { requestsPerMinute },
        requestShare,
        faults: [editing('grid-energy', ({ data }) => ({ data: data.filter(hasNoGap) }))],
      });
      const startedAt = world.clock.now();

      const reader = await source.openLocation(SITE);
      const days = await Promise.all(DAYS.map((day) => reader.readDay(day)));

      expect(days.map(({ sampleCount }) => sampleCount)).toEqual(DAYS.map(() => 95));
      const asked = simulator.requests.count();
      expect(asked).toBeGreaterThan(31 * 6);
      const minutes = Math.floor((asked - 1) / most);
      expect(world.clock.now() - startedAt).toBeGreaterThanOrEqual(minutes * 60_000);
      if (minutes === 0) expect(world.slept).toEqual([]);
    },
  );

  it('is given up at its first day that cannot be read, and may be tried again', async () => {
    const { source, simulator } = await startTextureWorld();
    const reader = await source.openLocation(SITE);
    simulator.setFaults([{ kind: 'status', status: 500, path: 'grid-energy' }]);

    const settled = await Promise.allSettled(DAYS.map((day) => reader.readDay(day)));

    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    // Three tries for all days together, and three for the first of them alone.
    expect(simulator.requests.count('grid-energy')).toBe(6);
    simulator.setFaults([]);
    expect((await reader.readDay(DAYS[0] ?? dayIn('UTC', '2026-10-01'))).sampleCount).toBe(96);
  });
});

describe('createDayRuns', () => {
  const [first, second, third, fourth] = DAYS as [LocalDay, LocalDay, LocalDay, LocalDay];
  const readingsOf = (day: LocalDay) => ({ day }) as DayReadings;

  it('reads runs of days one after the other, in the order of time', async () => {
    const runs: string[][] = [];
    let atWork = 0;
    const readDay = createDayRuns((run) => {
      runs.push(run.map(({ date }) => date));
      return async (day) => {
        atWork += 1;
        expect(atWork).toBe(1);
        await Promise.resolve();
        atWork -= 1;
        return readingsOf(day);
      };
    });

    const days = await Promise.all([fourth, second, first].map(readDay));

    expect(days.map(({ day }) => day)).toEqual([fourth, second, first]);
    expect(runs).toEqual([[first.date, second.date], [fourth.date]]);
    expect((await readDay(third)).day).toBe(third);
  });

  it('tries again for those who ask after a failure', async () => {
    let isBroken = true;
    const readDay = createDayRuns(() => async (day) => {
      if (isBroken) throw new Error('broken');
      return readingsOf(day);
    });
    const settled = await Promise.allSettled([first, fourth].map(readDay));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect((await readDay(first)).day).toBe(first);
  });
});
