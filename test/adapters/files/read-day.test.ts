import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { addDaysTo } from '../../support/interval-days.ts';
import { aHouse, readDate } from '../../support/interval-files.ts';

const NOW = parseInstant('2026-11-20T12:00:00Z');
const GRID = { id: 'grid', role: 'main' };
const OVEN = { id: 'oven', role: 'circuit' };

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** Rows of equal intervals from one instant to another. */
function rows(id: string, from: string, to: string, lengthSeconds: number, energyWh: number | ((n: number) => number)) {
  const count = Math.floor((seconds(to) - seconds(from)) / lengthSeconds);
  return Array.from({ length: count }, (_, n) => {
    const amount = typeof energyWh === 'number' ? energyWh : energyWh(n);
    return `${seconds(from) + n * lengthSeconds},${id},${amount},${lengthSeconds}`;
  });
}
const csv = (...lines: readonly string[]) => ['start,register_id,energy_wh,interval_seconds', ...lines].join('\n');
const site = (timeZone: string, ...registers: readonly object[]) => ({ timeZone, registers });

describe('a day of files', () => {
  it('has the resolution and the energies of its intervals', async () => {
    const house = await aHouse({
      'location.json': site('Europe/Berlin', GRID, OVEN),
      'a.csv': csv(
        ...rows('grid', '2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z', 900, 250),
        ...rows('oven', '2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z', 900, 100),
      ),
    });

    const readings = await readDate(house, '2026-11-19');

    expect(readings.power?.resolutionSeconds).toBe(900);
    expect(readings.power?.wattsByRegister.get('grid')).toEqual(new Float64Array(96).fill(1000));
    expect(Object.fromEntries(readings.energyKWhByRegister)).toEqual({ grid: 24, oven: 9.6 });
    expect(readings).toMatchObject({
      sampleCount: 96,
      sourceOtherKWh: null,
      measuresCircuits: true,
      hubIds: [],
      remarks: [],
    });
    expect(summariseDay(readings, NOW)).toMatchObject({ quality: 'measured', coverage: 1 });
  });

  it('without a circuit has no Other', async () => {
    const grid = rows('grid', '2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z', 3600, 250);
    const house = await aHouse({ 'location.json': site('Europe/Berlin', GRID), 'a.csv': csv(...grid) });

    const facts = summariseDay(await readDate(house, '2026-11-19'), NOW);

    expect(facts.totals.other.quality).toBe('not_applicable');
    expect(facts.totals.consumption).toMatchObject({ energyKWh: 6, quality: 'measured' });
    expect(facts.hourly).toHaveLength(24);
  });

  it('brings multiplier and sign of a register to bear', async () => {
    const sun = { id: 'sun', role: 'production', side: 'line', flip: true, multiplier: 2 };
    const house = await aHouse({
      'location.json': site('Europe/Berlin', GRID, sun),
      'a.csv': csv(...rows('sun', '2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z', 3600, 250)),
    });

    const readings = await readDate(house, '2026-11-19');

    expect(readings.energyKWhByRegister.get('sun')).toBe(-12);
    expect(readings.registers[1]?.measuresGrid).toBe(true);
  });

  it('says where it assumed a side', async () => {
    const sun = { id: 'sun', role: 'production' };
    const house = await aHouse({
      'location.json': site('Europe/Berlin', sun),
      'a.csv': csv(...rows('sun', '2026-11-18T23:00:00Z', '2026-11-19T23:00:00Z', 3600, -250)),
    });

    expect((await readDate(house, '2026-11-19')).remarks).toEqual([{ code: 'side_assumed', registerId: 'sun' }]);
  });

  it('takes what is missing for missing', async () => {
    const house = await aHouse({
      'location.json': site('Europe/Berlin', GRID, OVEN),
      'a.csv': csv(...rows('grid', '2026-11-18T23:00:00Z', '2026-11-19T11:00:00Z', 3600, 1000)),
    });

    const readings = await readDate(house, '2026-11-19');

    expect(readings.sampleCount).toBe(12);
    expect(readings.energyKWhByRegister.get('oven')).toBeNull();
    expect(readings.power?.wattsByRegister.get('grid')?.slice(12).every(Number.isNaN)).toBe(true);
    const facts = summariseDay(readings, NOW);
    expect(facts).toMatchObject({ quality: 'partial', coverage: 0.5 });
    expect(facts.registers.map(({ quality }) => quality)).toEqual(['partial', 'missing']);
  });

  it('of which no file has anything is empty', async () => {
    const house = await aHouse({ 'location.json': site('Europe/Berlin', GRID), 'a.csv': csv() });

    const readings = await readDate(house, '2026-11-19');

    expect(readings).toMatchObject({ power: null, sampleCount: 0, remarks: [{ code: 'no_data' }] });
    expect(summariseDay(readings, NOW).quality).toBe('missing');
  });

  it('comes together from files that overlap, and refuses two that contradict each other', async () => {
    const first = rows('grid', '2026-11-18T23:00:00Z', '2026-11-19T13:00:00Z', 3600, 1000);
    const second = rows('grid', '2026-11-19T10:00:00Z', '2026-11-19T23:00:00Z', 3600, 1000);
    const files = { 'location.json': site('Europe/Berlin', GRID), 'a.csv': csv(...first) };

    const both = await aHouse({ ...files, 'b.csv': csv(...second) });
    expect((await readDate(both, '2026-11-19')).energyKWhByRegister.get('grid')).toBe(24);

    const other = await aHouse({ ...files, 'b.csv': csv(...second.map((row) => row.replace(',1000,', ',999,'))) });
    await expect(readDate(other, '2026-11-19')).rejects.toThrow(
      'homes/house/b.csv contradicts homes/house/a.csv about grid at 2026-11-19T10:00:00Z',
    );
    expect((await readDate(other, '2026-11-18')).remarks).toEqual([{ code: 'no_data' }]);
  });

  it.each([
    ['Asia/Kolkata', '2026-11-19', 1800, 24],
    ['Asia/Kathmandu', '2026-11-19', 900, 24],
    ['Australia/Lord_Howe', '2026-04-05', 1800, 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 1800, 23.5],
  ])(
    'divides whole UTC hours where its midnights are in their middle, and says so: %s, %s',
    async (zone, date, resolution, hours) => {
      const around = rows('grid', addDaysTo(date, -2), addDaysTo(date, 2), 3600, (n) => 1000 + n);
      const house = await aHouse({ 'location.json': site(zone, GRID), 'a.csv': csv(...around) });

      const readings = await readDate(house, date);

      expect(readings.day.hours).toBe(hours);
      expect(readings.power?.resolutionSeconds).toBe(resolution);
      expect(readings.remarks).toEqual([{ code: 'intervals_divided', lengthSeconds: 3600 }]);
      expect(readings.sampleCount).toBe((hours * 3600) / resolution);
      const watts = readings.power?.wattsByRegister.get('grid') ?? new Float64Array();
      const sumKWh = watts.reduce((sum, each) => sum + each, 0) * (resolution / 3_600_000);
      expect(readings.energyKWhByRegister.get('grid')).toBeCloseTo(sumKWh, 9);
    },
  );

  it('keeps hours whole that begin with its midnight', async () => {
    const local = rows('grid', '2026-11-18T18:30:00Z', '2026-11-19T18:30:00Z', 3600, 1000);
    const house = await aHouse({ 'location.json': site('Asia/Kolkata', GRID), 'a.csv': csv(...local) });

    const readings = await readDate(house, '2026-11-19');

    expect(readings.power?.resolutionSeconds).toBe(3600);
    expect(readings.remarks).toEqual([]);
    expect(summariseDay(readings, NOW)).toMatchObject({ quality: 'measured', coverage: 1 });
  });

  it('lays intervals at odd seconds over whole minutes', async () => {
    const odd = rows('grid', '2026-11-18T22:57:07Z', '2026-11-19T23:10:00Z', 300, 50);
    const house = await aHouse({ 'location.json': site('Europe/Berlin', GRID), 'a.csv': csv(...odd) });

    const readings = await readDate(house, '2026-11-19');

    expect(readings.power?.resolutionSeconds).toBe(300);
    expect(readings.energyKWhByRegister.get('grid')).toBeCloseTo(14.4, 9);
    expect(readings.sampleCount).toBe(288);
    expect(readings.remarks).toEqual([{ code: 'intervals_divided', lengthSeconds: 300 }]);
  });

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/New_York',
  );
  const lengths = fc.constantFrom(60, 300, 900, 1800, 3600);
  test.prop(
    [
      zones,
      lengths,
      fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30'),
      fc.nat(1000),
    ],
    { numRuns: 25 },
  )(
    'sums with its neighbours to what the files hold, over changes of the clocks too',
    async (zone, lengthSeconds, date, seed) => {
      const house = await aHouse({
        'location.json': site(zone, GRID),
        'a.csv': csv(
          ...rows('grid', addDaysTo(date, -2), addDaysTo(date, 8), lengthSeconds, (n) => (n * 37 + seed) % 1000),
        ),
      });
      const dates = Array.from({ length: 5 }, (_, n) => addDaysTo(date, n).slice(0, 10));
      const days = await Promise.all(dates.map((each) => readDate(house, each)));

      const sumKWh = days.reduce((sum, day) => sum + (day.energyKWhByRegister.get('grid') ?? Number.NaN), 0);
      const [from, to] = [(days[0]?.day.start ?? 0) / 1000, (days.at(-1)?.day.end ?? 0) / 1000];
      const start = seconds(addDaysTo(date, -2));
      let expectedWh = 0;
      for (let n = 0; start + n * lengthSeconds < to; n += 1) {
        const [begin, end] = [start + n * lengthSeconds, start + (n + 1) * lengthSeconds];
        const share = Math.max(0, Math.min(end, to) - Math.max(begin, from)) / lengthSeconds;
        expectedWh += share * ((n * 37 + seed) % 1000);
      }
      expect(sumKWh).toBeCloseTo(expectedWh / 1000, 6);
      expect(days.every(({ sampleCount, power }) => sampleCount === power?.wattsByRegister.get('grid')?.length)).toBe(
        true,
      );
    },
  );
});

describe('a meter that energy flows back through', () => {
  const day = (id: string, energyWh: (hour: number) => number) =>
    rows(id, '2026-11-17T23:00:00Z', '2026-11-19T23:00:00Z', 3600, energyWh);
  const isSunny = (hour: number) => hour >= 11 && hour < 14;
  const fedBack = (hour: number) => (isSunny(hour) ? -200 : 400);

  it.each([
    ['in its own figures', [GRID], day('grid', fedBack)],
    [
      'through a register of its own',
      [GRID, { id: 'back', role: 'main', flip: true }],
      [...day('grid', () => 400), ...day('back', (hour) => (isSunny(hour) ? 600 : 0))],
    ],
  ])('%s has no known consumption on any day of its file, but import and export', async (_, registers, lines) => {
    const house = await aHouse({
      'location.json': site('Europe/Berlin', ...registers, OVEN),
      'a.csv': csv(...lines, ...day('oven', () => 100)),
    });

    const [sunny, dull] = await Promise.all(['2026-11-18', '2026-11-19'].map((date) => readDate(house, date)));

    expect(dull?.remarks).toEqual([{ code: 'source_unmeasured' }]);
    for (const readings of [sunny, dull]) {
      if (readings === undefined) throw new Error('There is no such day.');
      const { totals, quality, peak } = summariseDay(readings, NOW);
      expect([totals.consumption, totals.other].map((total) => [total.energyKWh, total.quality])).toEqual([
        [null, 'missing'],
        [null, 'missing'],
      ]);
      expect(totals.gridExport.energyKWh).toBeCloseTo(readings === sunny ? 0.6 : 0, 9);
      expect(totals.netGrid.energyKWh).toBeCloseTo(readings === sunny ? 7.8 : 9.6, 9);
      expect(quality).toBe('measured');
      expect(peak?.powerW).toBe(100);
    }
  });

  it('was heard in every hour, without a circuit too', async () => {
    const house = await aHouse({ 'location.json': site('Europe/Berlin', GRID), 'a.csv': csv(...day('grid', fedBack)) });

    const { hourly } = summariseDay(await readDate(house, '2026-11-18'), NOW);

    expect(hourly.map(({ coverage, consumptionKWh }) => [coverage, consumptionKWh])).toEqual(
      Array.from({ length: 24 }, () => [1, null]),
    );
    expect(hourly[12]).toMatchObject({ gridImportKWh: 0, gridExportKWh: 0.2 });
  });

  it.each([
    [
      'where a register measures the source',
      [GRID, { id: 'oven', role: 'production', side: 'breaker', flip: true }],
      fedBack,
    ],
    ['where it is noise', [GRID, OVEN], (hour: number) => (isSunny(hour) ? -3 : 400)],
    ['where a counter went backwards once', [GRID, OVEN], (hour: number) => (hour === 12 ? -2500 : 400)],
  ])('is what it is %s', async (_, registers, energyWh) => {
    const lines = [...day('grid', energyWh), ...day('oven', () => 100)];
    const house = await aHouse({ 'location.json': site('Europe/Berlin', ...registers), 'a.csv': csv(...lines) });

    const readings = await readDate(house, '2026-11-18');

    expect(readings.hasUnmeasuredSource).toBeUndefined();
    expect(summariseDay(readings, NOW).totals.consumption.quality).toBe('measured');
  });
});
