import { describe, expect, it } from 'vitest';
import { STEADY_W } from '../../infra/local/simulator/simulated-house.ts';
import { between, editing, row } from './metric-row.ts';
import { startTextureWorld } from './texture-world.ts';

const STEADY = { main: 1730, roof: -2100, shed: -900, cell: 400, ...STEADY_W };
const GRID_W = STEADY.main + STEADY.roof;
const SOLAR_W = -(STEADY.roof + STEADY.shed);
const kWh = (powerW: number, hours = 24) => (powerW * hours) / 1000;

describe('a day of a site', () => {
  it('is the balance of grid, solar and battery, in our signs, without circuits', async () => {
    const { readDay, readFacts } = await startTextureWorld();

    const readings = await readDay();

    expect(readings.registers.map(({ id, role, measuresGrid }) => [id, role, measuresGrid])).toEqual([
      ['grid', 'main', true],
      ['solar', 'production', false],
      ['battery-charge', 'battery', false],
      ['battery-discharge', 'battery', false],
    ]);
    expect([...readings.energyKWhByRegister.values()].map((energy) => energy?.toFixed(6))).toEqual(
      [kWh(GRID_W), -kWh(SOLAR_W), kWh(STEADY.cell), 0].map((energy) => energy.toFixed(6)),
    );
    expect(readings).toMatchObject({ sampleCount: 96, measuresCircuits: false, sourceOtherKWh: null, remarks: [] });
    const { totals, coverage, quality } = await readFacts();
    expect([coverage, quality]).toEqual([1, 'measured']);
    expect(totals.consumption.energyKWh).toBeCloseTo(kWh(GRID_W + SOLAR_W - STEADY.cell), 6);
    expect(totals.production.energyKWh).toBeCloseTo(kWh(SOLAR_W), 6);
    expect(totals.battery.energyKWh).toBeCloseTo(kWh(STEADY.cell), 6);
    expect(totals.gridExport.energyKWh).toBeCloseTo(-kWh(GRID_W), 6);
    expect(totals.other.quality).toBe('not_applicable');
  });

  it('is asked for with both its midnights, in quarter hours of the site as a whole', async () => {
    const { readDay, simulator, sites } = await startTextureWorld();

    await readDay('2026-11-01');

    const grid = simulator.requests.records.find(({ path }) => path === '/v1/metrics/grid-energy');
    expect([...new URLSearchParams(grid?.query)]).toEqual([
      ['filterSiteId', sites[0]?.site.id],
      ['filterRangeAfter', '2026-11-01T05:00:00Z'],
      ['filterRangeBefore', '2026-11-02T06:00:00Z'],
      ['windowSize', 'FIFTEEN_MINUTES'],
      ['groupBy', 'SITE'],
    ]);
    expect(simulator.requests.records.filter(({ query }) => query.includes('Relative'))).toEqual([]);
  });

  it('says its lists of ids in brackets where it is told to', async () => {
    const { readDay, simulator } = await startTextureWorld({ settings: { arrayFilters: 'brackets' } });

    const { sampleCount } = await readDay();

    expect(sampleCount).toBe(96);
    const queries = simulator.requests.records.filter(({ path }) => path.includes('/metrics/'));
    for (const { query } of queries) expect(decodeURIComponent(query)).toContain('filterSiteId[]=');
  });

  it.each([true, false])(
    'ends before the next midnight, whether the API includes its bound or not (%s)',
    async (includesEnd) => {
      const { readDay } = await startTextureWorld({ includesEnd });

      const readings = await readDay();

      expect(readings.sampleCount).toBe(96);
      expect(readings.energyKWhByRegister.get('grid')).toBeCloseTo(kWh(GRID_W), 6);
    },
  );

  it.each([
    ['America/Chicago', '2026-03-08', 92],
    ['Australia/Lord_Howe', '2026-10-04', 94],
    ['Asia/Kolkata', '2026-11-18', 96],
    ['Australia/Lord_Howe', '2026-04-05', 98],
    ['America/Chicago', '2026-11-01', 100],
  ])('in %s on %s has %i quarter hours', async (zone, date, quarters) => {
    const { readFacts, readDay } = await startTextureWorld({ zone });

    expect((await readDay(date)).sampleCount).toBe(quarters);
    expect(await readFacts(date)).toMatchObject({ coverage: 1, quality: 'measured', hours: quarters / 4 });
  });
});

describe('quarter hours that are not told', () => {
  it('are nothing moved while the grid was heard', async () => {
    const { readFacts } = await startTextureWorld({
      faults: [editing('generation', ({ data }) => ({ data: data.filter(between(16, 22)) }))],
    });

    const { totals, quality } = await readFacts();

    expect(totals.production).toMatchObject({ quality: 'measured' });
    expect(totals.production.energyKWh).toBeCloseTo(kWh(SOLAR_W, 6), 6);
    expect(quality).toBe('measured');
  });

  it('are unknown in an outage, and the totals say so', async () => {
    const inOutage = between(16, 22);
    const outage = ['grid-energy', 'generation', 'consumption', 'production'].map((metric) =>
      editing(metric, ({ data }) => ({ data: data.filter((one) => !inOutage(one)) })),
    );
    const { readDay, readFacts } = await startTextureWorld({ faults: outage });

    const { power, sampleCount } = await readDay();
    const { totals, coverage, quality, gaps } = await readFacts();

    expect(sampleCount).toBe(72);
    for (const watts of power?.wattsByRegister.values() ?? []) {
      expect(watts.filter((powerW) => Number.isNaN(powerW))).toHaveLength(24);
    }
    expect([coverage, quality]).toEqual([0.75, 'partial']);
    expect(totals.production.quality).toBe('partial');
    expect(gaps).toHaveLength(1);
  });

  it('are unknown where the series is missing as a whole (404)', async () => {
    const { readFacts } = await startTextureWorld({
      faults: [{ kind: 'status', status: 404, path: '/metrics/generation' }],
    });

    const { totals } = await readFacts();

    expect(totals.production).toMatchObject({ energyKWh: null, quality: 'missing' });
    expect(totals.consumption.energyKWh).toBeNull();
    expect(totals.netGrid.quality).toBe('measured');
  });

  it('make a day without data when nothing is told at all, not one of zeros', async () => {
    const nothing = ['grid-energy', 'generation', 'consumption', 'production', 'storage'].map((metric) =>
      editing(metric, () => ({ data: [] })),
    );
    const { readDay, readFacts } = await startTextureWorld({ faults: nothing });

    expect((await readDay()).remarks).toEqual([{ code: 'no_data' }]);
    const { totals, quality } = await readFacts();
    expect([quality, totals.production.energyKWh, totals.consumption.energyKWh]).toEqual(['missing', null, null]);
  });

  it('count as unknown where a bucket comes without a value', async () => {
    const { readFacts } = await startTextureWorld({
      faults: [
        editing('grid-energy', ({ data }) => ({
          data: data.map((one, index) => (index === 3 ? { ...one, v: null } : one)),
        })),
      ],
    });

    expect((await readFacts()).coverage).toBeCloseTo(95 / 96, 9);
  });
});

describe('rows that say no time', () => {
  it('are left out and counted, wherever they stand', async () => {
    const nowhere = [row({ ts: null, v: 5000 }), row({ ts: null, v: 7000, deviceId: null })];
    const { readDay, readFacts } = await startTextureWorld({
      faults: [
        editing('generation', ({ data }) => ({
          data: [...nowhere, ...data.map((one) => ({ ...one, deviceId: 'inverter-1' }))],
        })),
      ],
    });

    expect((await readDay()).remarks).toEqual([{ code: 'values_left_out', registerId: 'solar', count: 2 }]);
    expect((await readFacts()).totals.production.energyKWh).toBeCloseTo(kWh(SOLAR_W), 6);
  });
});

describe('an inverter that solar cells and a battery share', () => {
  it('may count twice: a load below nothing is told, and nothing is clamped', async () => {
    const { readDay, readFacts } = await startTextureWorld({
      // What charges the battery was taken off before generation is measured.
      faults: [editing('generation', ({ data }) => ({ data: data.map((one) => ({ ...one, v: 100 })) }))],
    });

    expect((await readDay()).remarks).toEqual([{ code: 'load_negative', count: 96 }]);
    const { totals, hourly } = await readFacts();
    const loadW = GRID_W + 400 - STEADY.cell;
    expect(totals.consumption.energyKWh).toBeCloseTo(kWh(loadW), 6);
    expect(loadW).toBeLessThan(0);
    expect(hourly[0]?.consumptionKWh).toBeCloseTo(loadW / 1000, 6);
  });

  it('is not suspected for the noise of meters that are read a moment apart', async () => {
    const { readDay } = await startTextureWorld({
      faults: [editing('grid-energy', ({ data }) => ({ data: data.map((one) => ({ ...one, v: 100 - 750 - 4 })) }))],
    });

    expect((await readDay()).remarks).toEqual([]);
  });
});
