import { describe, expect, it } from 'vitest';
import { createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import type { HttpWorld } from '../../support/http-world.ts';
import { createHttpWorld } from '../../support/http-world.ts';
import { dayIn, HOUSE, HOUSE_ID, sourceOptions, startCurbWorld } from './curb-world.ts';

const DAY = dayIn('America/Chicago', '2026-11-19');

describe('a source that is away', () => {
  it('is named together with what to look at, for the API and for its tokens', async () => {
    const { simulator } = await startCurbWorld();
    const { origin, tokenUrl } = simulator;
    await simulator.close();
    const world = createHttpWorld();
    const gone = createCurbFleetSource(sourceOptions({ origin, tokenUrl }, world));
    await expect(gone.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: `${origin} cannot be reached (ECONNREFUSED): nothing listens there; see whether the service runs, and check sources.curb.tokenUrl in the configuration`,
    });

    const other = await startCurbWorld();
    const apiGone = createCurbFleetSource(sourceOptions({ origin, tokenUrl: other.simulator.tokenUrl }, world));
    await expect(apiGone.openLocation(HOUSE)).rejects.toThrow(/ECONNREFUSED.+check sources\.curb\.apiOrigin in/);
  });

  it('is not asked three thousand times about a thousand locations', async () => {
    const { source, simulator } = await startCurbWorld({ faults: [{ kind: 'status', status: 503 }] });
    const ids = Array.from({ length: 1_000 }, (_, index) => `house-${index}`);
    const opened = await Promise.allSettled(ids.map((id) => source.openLocation({ ...HOUSE, id })));
    expect(opened.every((result) => result.status === 'rejected')).toBe(true);
    expect(simulator.requests.count()).toBeLessThanOrEqual(30);
  });

  it('is read again once it is back', async () => {
    const { source, simulator, world } = await startCurbWorld({ faults: [{ kind: 'status', status: 503 }] });
    for (let house = 0; house < 6; house += 1) {
      await expect(source.openLocation({ ...HOUSE, id: `house-${house}` })).rejects.toThrow();
    }
    simulator.setFaults([]);
    await expect(source.openLocation(HOUSE)).rejects.toThrow('is left alone');
    world.pass(300_000);
    expect((await (await source.openLocation(HOUSE)).readDay(DAY)).sampleCount).toBe(576);
  });
});

describe('a location in trouble', () => {
  it.each([
    { kind: 'status', status: 500, location: HOUSE_ID },
    { kind: 'reset', location: HOUSE_ID },
    { kind: 'html', location: HOUSE_ID },
    { kind: 'huge-body', location: HOUSE_ID },
    { kind: 'retry-after', value: 3600, location: HOUSE_ID },
    { kind: 'redirect', to: 'http://127.0.0.1:1/', location: HOUSE_ID },
  ] as const)('does not stop the others: $kind', async (fault) => {
    const { source } = await startCurbWorld({
      locations: [simulatedHouse(), simulatedHouse({ id: 'house-2', hubPrefix: 'x' })],
      faults: [fault],
    });
    for (let time = 0; time < 12; time += 1) await expect(source.openLocation(HOUSE)).rejects.toThrow();
    const reader = await source.openLocation({ ...HOUSE, id: 'house-2' });
    expect((await reader.readDay(DAY)).sampleCount).toBe(576);
  });

  it('passes the wish to be left alone on', async () => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'retry-after', value: 3600, status: 503 }] });
    await expect(source.openLocation(HOUSE)).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      retryAfterMs: 3_600_000,
    });
  });

  it('is waited for as long as it asks, when that is not long', async () => {
    const { source, world } = await startCurbWorld({ faults: [{ kind: 'retry-after', value: 20, times: 1 }] });
    expect((await source.openLocation(HOUSE)).location.id).toBe(HOUSE_ID);
    expect(world.slept).toEqual([20_000]);
  });
});

describe('time spent on one location', () => {
  it.each([
    { kind: 'hang', path: 'aggregate' },
    { kind: 'slow-drip', path: 'historical', intervalMs: 20 },
    { kind: 'hang', path: 'register' },
  ] as const)('ends with its budget: $kind at $path', async (fault) => {
    const { simulator } = await startCurbWorld({ faults: [fault] });
    const source = createCurbFleetSource(sourceOptions(simulator, realTime(), { budgetMs: 800 }));
    const reader = await source.openLocation(HOUSE);
    await expect(reader.readDay(DAY)).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: expect.stringMatching(/did not answer in time|took more than/),
    });
  });

  it('ends with its budget when it is the token that does not come', async () => {
    const { simulator } = await startCurbWorld({ faults: [{ kind: 'hang', path: '/oauth/token' }] });
    const source = createCurbFleetSource(sourceOptions(simulator, realTime(), { budgetMs: 200 }));
    await expect(source.openLocation(HOUSE)).rejects.toThrow(/took more than 1 s/);
    await expect(source.listLocations('curb')).rejects.toThrow(/took more than 1 s/);
  });

  it('grows with the days that were read, so that long periods take their time', async () => {
    const { simulator } = await startCurbWorld();
    let nowMs = 0;
    const world = createHttpWorld();
    // Every look at the clock costs a quarter of a second.
    const http = { ...world.http, monotonicMs: () => (nowMs += 250) };
    const source = createCurbFleetSource({ ...sourceOptions(simulator, { ...world, http }), budgetMs: 20_000 });
    const reader = await source.openLocation(HOUSE);
    for (let time = 0; time < 40; time += 1) await reader.readDay(DAY);
    expect(nowMs).toBeGreaterThan(60_000);
  });
});

function realTime(): HttpWorld {
  const world = createHttpWorld(() => 0);
  return { ...world, http: { ...world.http, monotonicMs: () => performance.now() } };
}
