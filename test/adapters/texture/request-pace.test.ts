import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../shared/adapters/texture/turns.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { SITE, startTextureWorld } from './texture-world.ts';

const DAYS = Array.from({ length: 31 }, (_, index) =>
  dayIn('America/Chicago', `2026-10-${String(index + 1).padStart(2, '0')}`),
);

describe('a month of a site', () => {
  it.each([
    [1000, 1, 1000],
    [1000, 0.06, 60],
    [50, 0.1, 5],
  ])('is read within %i requests a minute and a share of %d of them', async (requestsPerMinute, requestShare, most) => {
    const { source, world, simulator } = await startTextureWorld({ settings: { requestsPerMinute }, requestShare });
    const startedAt = world.clock.now();

    const reader = await source.openLocation(SITE);
    const days = await Promise.all(DAYS.map((day) => reader.readDay(day)));

    expect(days.map(({ sampleCount }) => sampleCount)).toEqual(DAYS.map(() => 96));
    const asked = simulator.requests.count();
    expect(asked).toBeGreaterThan(31 * 6);
    const minutes = Math.floor((asked - 1) / most);
    expect(world.clock.now() - startedAt).toBeGreaterThanOrEqual(minutes * 60_000);
    if (minutes === 0) expect(world.slept).toEqual([]);
  });

  it('is given up at its first day that cannot be read, and may be tried again', async () => {
    const { source, simulator } = await startTextureWorld();
    const reader = await source.openLocation(SITE);
    simulator.setFaults([{ kind: 'status', status: 500, path: 'grid-energy' }]);

    const settled = await Promise.allSettled(DAYS.map((day) => reader.readDay(day)));

    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(simulator.requests.count('grid-energy')).toBe(3);
    simulator.setFaults([]);
    expect((await reader.readDay(DAYS[0] ?? dayIn('UTC', '2026-10-01'))).sampleCount).toBe(96);
  });
});

describe('createTurns', () => {
  it('does one piece of work after the other, in order', async () => {
    const inTurn = createTurns();
    let atWork = 0;
    const done: number[] = [];

    await Promise.all(
      [1, 2, 3].map((number) =>
        inTurn(async () => {
          atWork += 1;
          await Promise.resolve();
          done.push(number * 10 + atWork);
          atWork -= 1;
        }),
      ),
    );

    expect(done).toEqual([11, 21, 31]);
  });
});
