import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { runSimulator, seriesPath } from './simulator-client.ts';

/** The window of the document's own examples: one hour, both bounds included. */
const HOUR = [1_600_160_400, 1_600_163_999] as const;

describe('bounds', () => {
  it.each([
    ['a whole hour', HOUR[0], HOUR[1], 12],
    ['an end on the next stamp takes in that sample', HOUR[0], HOUR[1] + 1, 13],
    ['a start after a stamp loses that sample', HOUR[0] + 1, HOUR[1], 11],
    ['one stamp alone', HOUR[0], HOUR[0], 1],
    ['between two stamps', HOUR[0] + 1, HOUR[0] + 299, 0],
  ])('%s', async (_, start, end, slots) => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('historical', start, end));
    expect(body).toMatchObject({ count: slots, start, end, resolution: '5m' });
    expect(body.results).toHaveLength(slots);
    const first = Math.ceil(start / 300) * 300;
    expect(body.results.map(({ t }) => t)).toEqual(Array.from({ length: slots }, (_, slot) => first + slot * 300));
    const sums = (await simulator.get(seriesPath('aggregate', start, end))).body;
    expect(sums).toMatchObject({ samples_count: 2 * slots, start, end, resolution: '5m' });
  });

  test.prop([fc.array(fc.integer({ min: 1, max: 86_399 }), { maxLength: 4 })], { numRuns: 15 })(
    'energies of adjacent windows add up to the energy of the whole',
    async (cuts) => {
      const simulator = await runSimulator();
      const start = 1_600_128_000;
      const edges = [start, ...[...new Set(cuts)].toSorted((a, b) => a - b).map((cut) => start + cut), start + 86_400];
      const heatKWh = async (from: number, to: number) => {
        const { body } = await simulator.get(seriesPath('aggregate', from, to));
        return body.results.find(({ register }) => register.id === 'heat')?.kwh ?? 0;
      };
      const parts = await Promise.all(edges.slice(1).map((edge, i) => heatKWh(edges[i] ?? 0, edge - 1)));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(await heatKWh(start, start + 86_399), 6);
    },
  );
});

describe('resolutions', () => {
  it.each([
    ['m', 60, 1440],
    ['5m', 300, 288],
    ['h', 3600, 24],
    ['d', 86_400, 1],
  ])('%s counts samples on multiples of %i s in UTC', async (resolution, seconds, slots) => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('historical', 1_600_128_000, 1_600_214_399, { resolution }));
    expect(body.results).toHaveLength(slots);
    expect(body.results.every(({ t }) => t % seconds === 0)).toBe(true);
  });

  it('shift a Kathmandu day by hours: it starts a quarter of an hour after a whole one', async () => {
    const simulator = await runSimulator();
    const midnight = Date.UTC(2026, 9, 31, 18, 15) / 1000;
    const { body } = await simulator.get(seriesPath('historical', midnight, midnight + 86_399, { resolution: 'h' }));
    expect(body.results).toHaveLength(24);
    expect(body.results[0]?.t).toBe(midnight + 45 * 60);
    expect(body.results.at(-1)?.t).toBe(midnight + 86_400 - 15 * 60);
  });

  it('take a whole UTC day for d, wherever the window lies', async () => {
    const simulator = await runSimulator({});
    const midnightInChicago = Date.UTC(2026, 9, 31, 5) / 1000;
    const path = seriesPath('aggregate', midnightInChicago, midnightInChicago + 86_399, { resolution: 'd' });
    const { body } = await simulator.get(path);
    expect(body.results.find(({ register }) => register.id === 'heat')?.kwh).toBe(36);
    const historical = await simulator.get(path.replace('aggregate', 'historical'));
    expect(historical.body.results.map(({ t }) => t)).toEqual([Date.UTC(2026, 10, 1) / 1000]);
  });

  it.each([
    [86_400, 'd'],
    [86_399, 'h'],
    [3600, 'h'],
    [3599, '5m'],
    [299, 'm'],
  ])('left out, a window of %i s gets %s', async (seconds, resolution) => {
    const simulator = await runSimulator();
    const path = seriesPath('aggregate', HOUR[0], HOUR[0] + seconds - 1, { resolution: undefined });
    expect((await simulator.get(path)).body.resolution).toBe(resolution);
  });
});

describe('bad input', () => {
  it.each([
    ['no start', { start_time: undefined }],
    ['no end', { end_time: undefined }],
    ['a date', { start_time: '2020-09-15T09:00:00Z' }],
    ['milliseconds', { start_time: '1600160400000' }],
    ['fractions', { end_time: '1600163999.5' }],
    ['nothing', { end_time: '' }],
    ['a sign', { start_time: '-1' }],
    ['an end before the start', { end_time: String(HOUR[0] - 1) }],
    ['an unknown resolution', { resolution: '15m' }],
    ['a property of every object', { resolution: 'constructor' }],
    ['more minutes than anyone may have', { start_time: '0', resolution: 'm' }],
  ])('%s is refused with 400', async (_, query) => {
    const simulator = await runSimulator();
    for (const kind of ['aggregate', 'historical'] as const) {
      const { status, body } = await simulator.get(seriesPath(kind, HOUR[0], HOUR[1], query));
      expect({ status, body }).toEqual({ status: 400, body: { detail: expect.any(String) } });
    }
  });
});

describe('the future', () => {
  it('holds no samples: one exists when its time is over', async () => {
    let now = (HOUR[0] + 899) * 1000;
    const simulator = await runSimulator({ clock: () => now });
    const slots = async () => (await simulator.get(seriesPath('historical', ...HOUR))).body.count;
    expect(await slots()).toBe(2);
    now += 1000;
    expect(await slots()).toBe(3);
    expect((await simulator.get(seriesPath('historical', ...HOUR, { fill_all_gaps: '1' }))).body.count).toBe(12);
  });
});
