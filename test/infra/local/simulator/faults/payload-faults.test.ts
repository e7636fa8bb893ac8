import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../../infra/local/simulator/faults/fault.ts';
import { simulatedHouse } from '../simulated-house.ts';
import { HOUSE_ID, runSimulator, seriesPath } from '../simulator-client.ts';

const DAY = [1_600_128_000, 1_600_214_399] as const;
const AGGREGATE = seriesPath('aggregate', ...DAY);
const HISTORICAL = seriesPath('historical', ...DAY);

const reading = async (fault: Fault, path: string) => {
  const simulator = await runSimulator({ faults: [fault] });
  return (await simulator.get(path)).body;
};

describe('next', () => {
  const fleets = [
    { id: 'curb', locations: [1, 2, 3].map((n) => simulatedHouse({ id: `house-${n}`, hubPrefix: `${n}-` })) },
  ];
  const nextOf = async (fault: Fault, query = '') => {
    const simulator = await runSimulator({ fleets, pageSize: 2, faults: [fault] });
    const { status, body } = await simulator.get(`/api/curb/location${query}`);
    return { status, next: body.next, ids: body.results.map(({ id }) => id) };
  };

  it('points to another host', async () => {
    expect(await nextOf({ kind: 'next', mode: 'other-host' })).toMatchObject({
      next: 'http://attacker.test/api/curb/location?page=2',
    });
    expect(await nextOf({ kind: 'next', mode: 'other-host', origin: 'https://a.test' }, '?page=2')).toMatchObject({
      next: 'https://a.test/api/curb/location?page=3',
    });
  });

  it('leads back from the last page to the first', async () => {
    expect(await nextOf({ kind: 'next', mode: 'loop' })).toMatchObject({ next: '/api/curb/location?page=2' });
    expect(await nextOf({ kind: 'next', mode: 'loop' }, '?page=2')).toMatchObject({
      next: '/api/curb/location?page=1',
    });
  });

  it('stays on a page', async () => {
    expect(await nextOf({ kind: 'next', mode: 'repeat' }, '?page=2')).toMatchObject({
      next: '/api/curb/location?page=2',
    });
  });

  it('counts up for ever with the same results', async () => {
    const { ids } = await nextOf({ kind: 'next', mode: 'endless' });
    expect(await nextOf({ kind: 'next', mode: 'endless' }, '?page=700')).toEqual({
      status: 200,
      next: '/api/curb/location?page=701',
      ids,
    });
  });
});

describe('series', () => {
  it('echo another window, resolution or hubs', async () => {
    const shifted: Fault = { kind: 'wrong-echo', shiftStartSeconds: -3600, shiftEndSeconds: 60 };
    expect(await reading(shifted, AGGREGATE)).toMatchObject({
      start: DAY[0] - 3600,
      end: DAY[1] + 60,
      resolution: '5m',
    });
    const coarser: Fault = { kind: 'wrong-echo', resolution: 'h', hubs: ['other'] };
    expect(await reading(coarser, HISTORICAL)).toMatchObject({ start: DAY[0], resolution: 'h', hubs: ['other'] });
  });

  it.each([
    [-1, 5],
    [2, 8],
  ])('have %i values more than registers', async (by, length) => {
    const body = await reading({ kind: 'array-length', by }, HISTORICAL);
    expect(body.registers).toHaveLength(6);
    expect(body.results.every(({ r }) => r.w.length === length)).toBe(true);
  });

  it.each(['kwh', 'sum', 'avg'] as const)('hold 1e400 for %s, which reads as infinity', async (field) => {
    const body = await reading({ kind: 'non-finite', field }, AGGREGATE);
    expect(body.results[0]?.[field]).toBe(Number.POSITIVE_INFINITY);
    expect(Number.isFinite(body.results[1]?.[field])).toBe(true);
  });

  it('hold 1e400 for a power and for the count', async () => {
    expect((await reading({ kind: 'non-finite', field: 'w' }, HISTORICAL)).results[0]?.r.w[0]).toBe(
      Number.POSITIVE_INFINITY,
    );
    const counted = await reading({ kind: 'non-finite', field: 'samples_count' }, AGGREGATE);
    expect(counted.samples_count).toBe(Number.POSITIVE_INFINITY);
  });

  it('have a row of a register that no list names', async () => {
    const simulator = await runSimulator({ faults: [{ kind: 'unknown-register', energyKWh: 7 }] });
    const row = (await simulator.get(AGGREGATE)).body.results.at(-1);
    expect(row?.kwh).toBe(7);
    expect((await simulator.get(`/api/curb/register/${row?.register.id}`)).status).toBe(404);
  });

  it('lack kwh, in one row or in all', async () => {
    const lacking = async (fault: Fault) =>
      (await reading(fault, AGGREGATE)).results
        .filter((row) => !Object.hasOwn(row, 'kwh'))
        .map(({ register }) => register.id);
    expect(await lacking({ kind: 'missing-kwh', register: 'oven' })).toEqual(['oven']);
    expect(await lacking({ kind: 'missing-kwh' })).toHaveLength(6);
  });

  it('are empty, with hubs and counts as ever', async () => {
    const body = await reading({ kind: 'empty-results' }, AGGREGATE);
    expect(body).toMatchObject({ results: [], hubs: ['huba', 'hubb'], samples_count: 576 });
  });

  it('order extremes by magnitude', async () => {
    const wavy = simulatedHouse({ wattsAt: (id, stamp) => (id === 'roof' ? (stamp % 600 === 0 ? -1044 : 338) : 0) });
    const faults: Fault[] = [{ kind: 'extremes-by-magnitude' }];
    const simulator = await runSimulator({ fleets: [{ id: 'curb', locations: [wavy] }], faults });
    expect((await simulator.get(AGGREGATE)).body.results[1]).toMatchObject({ min: 338, max: -1044 });
  });

  it('stretch energy over gaps', async () => {
    const gappy = simulatedHouse({ wattsAt: (_, stamp) => (stamp % 1200 === 0 ? null : 1000) });
    const simulator = await runSimulator({ fleets: [{ id: 'curb', locations: [gappy] }] });
    const kWh = async () => (await simulator.get(AGGREGATE)).body.results[0]?.kwh;
    expect(await kWh()).toBe(18);
    simulator.setFaults([{ kind: 'stretched-kwh' }]);
    expect(await kWh()).toBe(24);
  });

  it('become whatever a test makes of them', async () => {
    const edit = (body: unknown) => ({ ...(body as object), samples_count: -3 });
    expect(await reading({ kind: 'edit', edit, path: '/aggregate' }, AGGREGATE)).toMatchObject({ samples_count: -3 });
  });
});

describe('wire objects', () => {
  const fleets = [{ id: 'curb', locations: ['one', 'two'].map((id) => simulatedHouse({ id, hubPrefix: `${id}-` })) }];

  it('have a hostile label at one location and its registers, wherever they are shown', async () => {
    const simulator = await runSimulator({ fleets, faults: [{ kind: 'label', location: 'two' }] });
    const listed = (await simulator.get('/api/curb/location')).body.results;
    expect(listed[0]?.label).toBe('Example Location');
    expect(listed[1]?.label).toMatch(/^=HYPERLINK.*<script>.*\r\n/);
    expect(listed[1]?.label).toHaveLength(5000);
    expect((await simulator.get('/api/curb/location/two')).body.label).toHaveLength(5000);
    const registers = (await simulator.get('/api/curb/register')).body.results;
    expect(registers.filter(({ label }) => label.length === 5000).map(({ installation }) => installation)).toEqual(
      ['two-huba', 'two-hubb'].flatMap((hub) => [hub, hub, hub]),
    );
    const series = '/aggregate?start_time=1600128000&end_time=1600128599&resolution=5m';
    expect((await simulator.get(`/api/curb/location/two${series}`)).body.results[0]?.register.label).toHaveLength(5000);
    expect((await simulator.get(`/api/curb/location/one${series}`)).body.results[0]?.register.label).toBe('Main');
  });

  it('have a given label on registers alone', async () => {
    const simulator = await runSimulator({ fleets, faults: [{ kind: 'label', of: 'register', label: 'Ω' }] });
    expect((await simulator.get('/api/curb/location/one')).body.label).toBe('Example Location');
    const labels = (await simulator.get('/api/curb/location/one/register')).body.results.map(({ label }) => label);
    expect(new Set(labels)).toEqual(new Set(['Ω']));
  });

  it('name a time zone that does not exist at one location, and are whole again afterwards', async () => {
    const simulator = await runSimulator({ fleets, faults: [{ kind: 'time-zone', location: 'two' }] });
    const zones = async () => (await simulator.get('/api/curb/location')).body.results.map(({ timezone }) => timezone);
    expect(await zones()).toEqual(['America/Chicago', 'Mars/Olympus']);
    simulator.setFaults([]);
    expect(await zones()).toEqual(['America/Chicago', 'America/Chicago']);
    expect((await simulator.get(`/api/curb/location/${HOUSE_ID}`)).status).toBe(404);
  });
});
