import { describe, expect, it } from 'vitest';
import { STEADY_W, simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { dayIn, HOUSE, HOUSE_ID, startCurbWorld } from './curb-world.ts';

const kWh = (powerW: number, hours: number) => (powerW * hours) / 1000;

describe('reading a day', () => {
  it('gives energies, powers, hubs and samples in the signs of the house', async () => {
    const { readDay } = await startCurbWorld();
    const readings = await readDay();

    expect(readings.registers.map(({ id, role, measuresGrid, hubId }) => [id, role, measuresGrid, hubId])).toEqual([
      ['main', 'main', true, 'huba'],
      ['roof', 'production', true, 'huba'],
      ['oven', 'circuit', false, 'huba'],
      ['shed', 'production', false, 'hubb'],
      ['cell', 'battery', false, 'hubb'],
      ['heat', 'circuit', false, 'hubb'],
    ]);
    for (const [id, powerW] of Object.entries(STEADY_W)) {
      expect(readings.energyKWhByRegister.get(id)).toBeCloseTo(kWh(powerW, 24), 9);
      expect(readings.power?.wattsByRegister.get(id)).toEqual(new Float64Array(288).fill(powerW));
    }
    expect(readings).toMatchObject({
      hubIds: ['huba', 'hubb'],
      sampleCount: 2 * 288,
      measuresCircuits: true,
      remarks: [],
      power: { resolutionSeconds: 300 },
    });
    expect(readings.sourceOtherKWh).toBeCloseTo(kWh(130, 24), 9);
  });

  it('asks for the local day, its last second included, at five minutes', async () => {
    const { readDay, simulator } = await startCurbWorld();
    await readDay('2026-11-19');
    const asked = simulator.requests.records.filter(({ path }) => /aggregate|historical/.test(path));
    expect(asked.map(({ path, query }) => `${path}${query}`).sort()).toEqual([
      `/api/curb/location/${HOUSE_ID}/aggregate?start_time=1795068000&end_time=1795154399&resolution=5m&add_other=1`,
      `/api/curb/location/${HOUSE_ID}/historical?start_time=1795068000&end_time=1795154399&resolution=5m`,
    ]);
  });

  it.each([
    ['America/Chicago', '2026-03-08', 276],
    ['America/Chicago', '2025-11-02', 300],
    ['Australia/Lord_Howe', '2026-10-04', 282],
    ['Australia/Lord_Howe', '2026-04-05', 294],
    ['Asia/Kolkata', '2026-11-19', 288],
    ['Asia/Kathmandu', '2026-11-19', 288],
    ['Africa/Cairo', '2026-04-24', 276],
  ])('has as many slots as the day in %s on %s: %i', async (zone, date, slots) => {
    const { readDay } = await startCurbWorld();
    const readings = await readDay(date, zone);
    const watts = readings.power?.wattsByRegister.get('oven');
    expect(watts).toHaveLength(slots);
    expect(watts?.every((powerW) => powerW === 600)).toBe(true);
    expect(readings.sampleCount).toBe(2 * slots);
    expect(readings.energyKWhByRegister.get('oven')).toBeCloseTo(kWh(600, slots / 12), 9);
  });

  it('puts each sample into its own slot, whatever the order of registers and slots', async () => {
    const wattsAt = (id: string, stamp: number) => (stamp % 86_400) / 300 + (id === 'oven' ? 1_000 : 0);
    const edit = (body: unknown) => {
      (body as { results: unknown[] }).results.reverse();
      return body;
    };
    const { readDay } = await startCurbWorld({
      locations: [simulatedHouse({ wattsAt })],
      faults: [{ kind: 'edit', path: 'historical', edit }],
    });
    const { power, day } = await readDay();
    const first = ((day.start / 1000) % 86_400) / 300;
    const expected = Array.from({ length: 288 }, (_, slot) => (first + slot) % 288);
    expect([...(power?.wattsByRegister.get('heat') ?? [])]).toEqual(expected);
    expect([...(power?.wattsByRegister.get('oven') ?? [])]).toEqual(expected.map((powerW) => powerW + 1_000));
  });

  it('sums to the same over a month however the days are asked for', async () => {
    const wattsAt = (_: string, stamp: number) => (stamp / 300) % 997;
    const { source } = await startCurbWorld({ locations: [simulatedHouse({ wattsAt })] });
    const reader = await source.openLocation(HOUSE);
    let sumKWh = 0;
    for (let date = 1; date <= 30; date += 1) {
      const readings = await reader.readDay(dayIn('America/Chicago', `2025-11-${String(date).padStart(2, '0')}`));
      sumKWh += readings.energyKWhByRegister.get('oven') ?? Number.NaN;
    }
    const from = dayIn('America/Chicago', '2025-11-01').start / 1000;
    const to = dayIn('America/Chicago', '2025-12-01').start / 1000;
    let expectedKWh = 0;
    for (let stamp = from; stamp < to; stamp += 300) expectedKWh += kWh(Math.round(wattsAt('', stamp)), 1 / 12);
    expect((to - from) / 300).toBe(30 * 288 + 12);
    expect(sumKWh).toBeCloseTo(expectedKWh, 6);
  });

  it('asks for location, metadata, hubs and registers once a reader', async () => {
    const { source, simulator } = await startCurbWorld();
    const reader = await source.openLocation(HOUSE);
    expect(reader.location).toMatchObject({ ...HOUSE, timeZone: 'America/Chicago', label: 'Example Location' });
    expect(reader.fields).toMatchObject({ city: 'Austin', label: 'Example Location' });
    expect(simulator.requests.count('/api/')).toBe(1);

    const dates = ['2026-11-17', '2026-11-18', '2026-11-19'];
    await Promise.all(dates.map((date) => reader.readDay(dayIn('America/Chicago', date))));
    for (const path of [/location\/[^/]+$/, /metadata$/, /installation$/, /register$/]) {
      expect(simulator.requests.count(path)).toBe(1);
    }
    expect(simulator.requests.count()).toBe(1 + 4 + 6);
  });

  it('counts a battery the other way where the settings say so', async () => {
    const { readDay } = await startCurbWorld({ settings: { batterySign: 'discharging-positive' } });
    const { energyKWhByRegister, power } = await readDay();
    expect(energyKWhByRegister.get('cell')).toBeCloseTo(kWh(-400, 24), 9);
    expect(power?.wattsByRegister.get('cell')?.[0]).toBe(-400);
    expect(energyKWhByRegister.get('oven')).toBeCloseTo(kWh(600, 24), 9);
  });

  it('leaves out registers that the settings exclude, and the Other that is about them too', async () => {
    const excludedRegisters = new Map([[HOUSE_ID, new Set(['heat', 'unheard-of'])]]);
    const { readDay } = await startCurbWorld({ settings: { excludedRegisters } });
    const { registers, energyKWhByRegister, power, sourceOtherKWh } = await readDay();
    expect(registers.map(({ id }) => id)).not.toContain('heat');
    expect(energyKWhByRegister.has('heat')).toBe(false);
    expect(power?.wattsByRegister.has('heat')).toBe(false);
    expect(sourceOtherKWh).toBeNull();
  });
});
