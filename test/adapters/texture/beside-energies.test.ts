import { describe, expect, it } from 'vitest';
import type { SimulatedLocation } from '../../../infra/local/simulator/simulated-fleet.ts';
import type { SiteOptions } from '../../../infra/local/simulator/texture/site-of-place.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { dayIn } from '../curb-fleet/curb-world.ts';
import { editing } from './metric-row.ts';
import { startTextureWorld } from './texture-world.ts';

const abroad = (): SimulatedLocation => {
  const house = simulatedHouse();
  return { ...house, location: { ...house.location, country: 'DEU' } };
};

describe('what the batteries hold', () => {
  it('at midnight is the level of the quarter hour before, so that days fit each other', async () => {
    // Charged with 400 W, and empty at midnight UTC: 18 h later, at midnight in Chicago (06:00 UTC), 6 h of it.
    const { readDay } = await startTextureWorld();

    const [before, day] = [await readDay('2026-11-18'), await readDay('2026-11-19')];

    const storedKWh = 0.4 * 6 * 0.9;
    expect(day.storedEnergyKWh?.atStart).toBeCloseTo(storedKWh, 6);
    expect(day.storedEnergyKWh?.atEnd).toBeCloseTo(storedKWh, 6);
    expect(before.storedEnergyKWh?.atEnd).toBe(day.storedEnergyKWh?.atStart);
  });

  it('is unknown where that quarter hour is missing, and never a sum', async () => {
    const { readDay } = await startTextureWorld({
      faults: [
        editing('storage', ({ data }) => ({ data: data.filter(({ ts }) => ts !== '2026-11-19T05:45:00.000Z') })),
      ],
    });

    expect((await readDay()).storedEnergyKWh).toMatchObject({ atStart: null, atEnd: expect.closeTo(2.16, 6) });
  });
});

describe('emissions', () => {
  it('are those of the day in kilograms, in the United States', async () => {
    const { readDay } = await startTextureWorld({
      faults: [editing('emissions', ({ data }) => ({ data: data.map((one) => ({ ...one, v: 0.5 })) }))],
    });

    const { sourceEmissions } = await readDay();

    expect(sourceEmissions).toMatchObject({ method: 'marginal', publisher: 'WattTime' });
    expect(sourceEmissions?.kgCO2).toBeCloseTo(96 * 0.5 * 0.453_592_37, 9);
  });

  it('are asked for nowhere else', async () => {
    const { readDay, simulator } = await startTextureWorld({ places: [abroad()] });

    expect((await readDay()).sourceEmissions).toBeUndefined();
    expect(simulator.requests.count('emissions')).toBe(0);
  });

  it.each([
    ['while the grid was not heard all day', editing('grid-energy', ({ data }) => ({ data: data.slice(1) }))],
    ['without any estimate', editing('emissions', () => ({ data: [] }))],
  ])('are not known %s', async (_, fault) => {
    const { readDay } = await startTextureWorld({ faults: [fault], includesEnd: false });

    expect((await readDay()).sourceEmissions?.kgCO2).toBeNull();
  });

  it('in another unit are none, and the day is whole', async () => {
    const { readDay } = await startTextureWorld({
      faults: [editing('emissions', ({ meta }) => ({ meta: { ...meta, unit: 'WATT_HOURS' } }))],
    });

    expect(await readDay()).toMatchObject({ sampleCount: 96 });
    expect((await readDay()).sourceEmissions).toBeUndefined();
  });
});

const alert = (id: string, over: object = {}): NonNullable<SiteOptions['alerts']>[number] => ({
  id,
  sourceSystem: 'texture',
  type: 'COMMUNICATIONS',
  severity: 'WARNING',
  status: 'OPEN',
  title: `Alert ${id}`,
  deviceId: null,
  createdAt: '2026-11-18T12:00:00.000Z',
  updatedAt: null,
  ...over,
});

describe('alerts', () => {
  it('are those that were open at any time of the day', async () => {
    const { readDay } = await startTextureWorld({
      site: {
        alerts: [
          alert('open'),
          alert('seen', { status: 'ACKNOWLEDGED' }),
          alert('over', { status: 'RESOLVED', resolvedAt: '2026-11-19T09:00:00.000Z' }),
          alert('before', { status: 'RESOLVED', resolvedAt: '2026-11-19T06:00:00.000Z' }),
          alert('after', { createdAt: '2026-11-20T06:00:00.000Z' }),
          alert('timeless', { createdAt: null }),
        ],
      },
    });

    const { alerts } = await readDay();

    const fromMs = Date.parse('2026-11-18T12:00:00Z');
    expect(alerts).toEqual([
      { id: 'open', severity: 'WARNING', title: 'Alert open', fromMs, toMs: null },
      { id: 'seen', severity: 'WARNING', title: 'Alert seen', fromMs, toMs: null },
      { id: 'over', severity: 'WARNING', title: 'Alert over', fromMs, toMs: Date.parse('2026-11-19T09:00:00Z') },
    ]);
  });

  it('are read to the last page, once for all days', async () => {
    const alerts = Array.from({ length: 205 }, (_, index) => alert(`a${index}`));
    const { source, sites, simulator } = await startTextureWorld({ site: { alerts } });
    const reader = await source.openLocation({ source: 'texture', fleet: 'homes', id: sites[0]?.site.id ?? '' });

    const days = ['2026-11-18', '2026-11-19'].map((date) => reader.readDay(dayIn('America/Chicago', date)));

    expect((await Promise.all(days)).map((day) => day.alerts?.length)).toEqual([205, 205]);
    expect(simulator.requests.count('/alerts')).toBe(3);
  });

  it('that cannot be had keep no day from being read', async () => {
    const { readDay } = await startTextureWorld({ faults: [{ kind: 'status', status: 500, path: '/alerts' }] });

    const readings = await readDay();

    expect(readings).toMatchObject({ sampleCount: 96 });
    expect(readings.alerts).toBeUndefined();
  });
});
