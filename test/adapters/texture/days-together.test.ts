import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { plusDays } from '../../../shared/domain/time/local-date.ts';
import { type LocalDay, localDay } from '../../../shared/domain/time/local-day.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { between, editing, type Row } from './metric-row.ts';
import { SITE, startTextureWorld, type TextureWorld } from './texture-world.ts';

const METRICS = ['grid-energy', 'generation', 'consumption', 'production', 'storage', 'emissions'];

function daysFrom(zone: string, date: string, count: number): LocalDay[] {
  const first = dayIn(zone, date);
  return Array.from({ length: count }, (_, index) => localDay(plusDays(first.date, index), first.timeZone));
}

/** The same days, asked for at once and then each by itself, with how many metrics were asked for either way. */
async function readBothWays({ source, simulator }: TextureWorld, days: readonly LocalDay[]) {
  const read = async (ways: (readDay: (day: LocalDay) => Promise<unknown>) => Promise<unknown[]>) => {
    simulator.requests.clear();
    const reader = await source.openLocation(SITE);
    const readings = await ways(reader.readDay);
    return { readings, requests: simulator.requests.count('/metrics/') };
  };
  const together = await read((readDay) => Promise.all(days.map(readDay)));
  const alone = await read(async (readDay) => {
    const readings: unknown[] = [];
    for (const day of days) readings.push(await readDay(day));
    return readings;
  });
  return { together, alone };
}

const filtering = (metric: string, isKept: (row: Row) => boolean) =>
  editing(metric, ({ data }) => ({ data: data.filter(isKept) }));
const everywhere = (isKept: (row: Row) => boolean) => METRICS.map((metric) => filtering(metric, isKept));

describe('days of a site that are asked for together', () => {
  it.each([
    ['America/Chicago', '2026-10-30', 5],
    ['America/Chicago', '2026-03-06', 5],
    ['Australia/Lord_Howe', '2026-10-02', 4],
    ['Asia/Kolkata', '2026-02-01', 4],
  ])('in %s from %s on, %i of them, take a request a metric and read as each alone', async (zone, date, count) => {
    const world = await startTextureWorld({ zone });
    const { together, alone } = await readBothWays(world, daysFrom(zone, date, count));

    expect(together.readings).toEqual(alone.readings);
    expect([together.requests, alone.requests]).toEqual([METRICS.length, METRICS.length * count]);
  });

  it('are 31 at the most, and none that lies between them', async () => {
    const { source, simulator } = await startTextureWorld();
    const reader = await source.openLocation(SITE);
    const days = daysFrom('America/Chicago', '2026-08-01', 40).filter((_, index) => index !== 36);
    await Promise.all(days.toReversed().map((day) => reader.readDay(day)));
    const ranges = simulator.requests.records
      .filter(({ path }) => path.endsWith('/grid-energy'))
      .map(({ query }) => new URLSearchParams(query))
      .map((query) => [query.get('filterRangeAfter'), query.get('filterRangeBefore')]);
    expect(ranges).toEqual([
      ['2026-08-01T04:45:00Z', '2026-09-01T05:00:00Z'],
      ['2026-09-01T04:45:00Z', '2026-09-06T05:00:00Z'],
      ['2026-09-07T04:45:00Z', '2026-09-10T05:00:00Z'],
    ]);
  });
});

const inOutage = ({ ts }: Row) => (ts ?? '') >= '2026-10-04T10:00' && (ts ?? '') < '2026-10-05T19:00';
const isNight = between(0, 11);

describe('days of a site that are in doubt together', () => {
  it.each([
    ['in an outage', everywhere((row) => !inOutage(row)), 6 + 2 * 6],
    ['of which little is told in the night', ['generation', 'consumption'].map((one) => filtering(one, isNight)), 6],
    [
      'that are cut off after 200 rows',
      METRICS.map((metric) => editing(metric, ({ data }) => ({ data: data.slice(0, 200) }))),
      // Two days are whole in it, but for what is told of them all as long as of the grid.
      6 + 6 * 6,
    ],
    [
      'with a row that says no time',
      [
        editing('generation', ({ data }) => ({
          data: data.map((row, slot) => (slot === 7 ? { ...row, ts: null } : row)),
        })),
      ],
      6 + 8,
    ],
    ['that the API refuses', METRICS.map((path) => ({ kind: 'status', status: 400, path, times: 1 })), 6 + 8 * 6],
    ['that the API fails at', [{ kind: 'status', status: 500, path: '/metrics/grid-energy', times: 3 }], 8 + 8 * 6],
    ['without a series (404)', [{ kind: 'status', status: 404, path: '/metrics/generation' }], 6],
    ['without the grid (404)', [{ kind: 'status', status: 404, path: '/metrics/grid-energy' }], 6 + 8 * 6],
    ['of several series', [editing('storage', ({ meta }) => ({ meta: { ...meta, series: ['a', 'b'] } }))], 6 + 8],
  ] as [string, Fault[], number][])('are read one by one: %s', async (_, faults, requests) => {
    const days = daysFrom('America/Chicago', '2026-10-01', 8);
    const world = await startTextureWorld({ faults });
    const { together, alone } = await readBothWays(world, days);

    expect(together.readings).toEqual(alone.readings);
    expect(together.requests).toBe(requests);
  });

  it('are left to a source that wants to be left alone', async () => {
    const { source, simulator } = await startTextureWorld({
      faults: [{ kind: 'retry-after', status: 429, value: 3600, path: '/metrics/grid-energy' }],
    });
    const reader = await source.openLocation(SITE);
    const days = daysFrom('America/Chicago', '2026-10-01', 8).map((day) => reader.readDay(day));
    const settled = await Promise.allSettled(days);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(simulator.requests.count('grid-energy')).toBe(1);
  });

  it('fail where one of them does, and what was read before it stays', async () => {
    const isBad = ({ ts }: Row) => ts === '2026-10-03T18:00:00.000Z';
    const { source } = await startTextureWorld({
      faults: [
        editing('grid-energy', ({ data }) => ({ data: data.map((row) => (isBad(row) ? { ...row, v: 1e9 } : row)) })),
      ],
    });
    const reader = await source.openLocation(SITE);
    const days = daysFrom('America/Chicago', '2026-10-01', 5).map((day) => reader.readDay(day));
    const settled = await Promise.allSettled(days);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
  });

  test.prop([fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.001, 0.01, 0.3)], { numRuns: 6 })(
    'read the same whatever quarter hours are missing',
    async (seed, share) => {
      const isMissing = (metric: number, { ts }: Row) =>
        ((Date.parse(ts ?? '') / 900_000) * 2_654_435_761 + (seed + metric) * 40_503) % 1009 < share * 1009;
      const faults = METRICS.map((metric, index) => filtering(metric, (row) => !isMissing(index, row)));
      const world = await startTextureWorld({ faults });
      const { together, alone } = await readBothWays(world, daysFrom('America/Chicago', '2026-10-01', 4));
      expect(together.readings).toEqual(alone.readings);
    },
  );
});
