import { describe, expect, it } from 'vitest';
import { syntheticFleet } from '../../../../../infra/local/simulator/synthetic/synthetic-fleet.ts';
import { createWallClock } from '../../../../../infra/local/simulator/synthetic/wall-clock.ts';
import { NOW_EPOCH_MS, type Row, type RunningSimulator, runSimulator } from '../simulator-client.ts';

const fleet = syntheticFleet(() => NOW_EPOCH_MS);
const places = fleet.locations.map(({ location, metadata }) => ({ label: location.label, location, metadata }));
type Place = (typeof places)[number];

const DAYS = ['2026-01-14', '2026-04-05', '2026-07-15', '2026-10-04', '2026-11-01'];

const windowOf = (place: Place, date: string) => {
  const clock = createWallClock(place.location.timezone);
  const dayNumber = Date.parse(date) / 86_400_000;
  const [start, end] = [clock.instantOf(dayNumber, 0), clock.instantOf(dayNumber + 1, 0)];
  return { start, end, query: `start_time=${start}&end_time=${end - 1}&resolution=5m&add_other=1` };
};

async function aggregateOf(simulator: RunningSimulator, place: Place, date: string) {
  const path = `/api/curb/location/${place.location.id}`;
  const types = new Map(
    (await simulator.get(`${path}/register`)).body.results.map(({ id, circuit_type }) => [id, circuit_type]),
  );
  const { body } = await simulator.get(`${path}/aggregate?${windowOf(place, date).query}`);
  const sumOf = (isWanted: (row: Row, type: string) => boolean) =>
    body.results
      .filter((row) => isWanted(row, types.get(row.register.id) ?? 'other'))
      .reduce((sum, row) => sum + row.kwh, 0);
  return {
    mains: sumOf((_, type) => type === 'main'),
    breakerSide: sumOf((_, type) => type.startsWith('breaker_side')),
    lineSide: sumOf((_, type) => type.startsWith('line_side')),
    circuits: sumOf((_, type) => type === 'consumption'),
    other: sumOf((row) => row.register.id === '__OTHER__'),
    battery: sumOf(({ register }) => register.battery),
    production: -sumOf(({ register }) => register.production),
    samplesCount: body.samples_count,
  };
}

describe.each(places)('$label', (place) => {
  it('balances every day: what mains and sources give is circuits and a plausible rest', async () => {
    const simulator = await runSimulator({ fleets: [fleet] });
    for (const date of DAYS) {
      const { start, end } = windowOf(place, date);
      const day = await aggregateOf(simulator, place, date);
      expect(day.samplesCount).toBe(((end - start) / 300) * place.metadata.installations_count);
      expect(day.circuits).toBeGreaterThan(5);
      expect(day.circuits).toBeLessThan(120);
      if (!place.metadata.mains) {
        expect(day).toMatchObject({ mains: 0, other: 0 });
        continue;
      }
      const otherW = (day.other * 3_600_000) / (end - start);
      expect(otherW).toBeGreaterThan(60);
      expect(otherW).toBeLessThan(250);
      expect(day.mains - day.breakerSide).toBeCloseTo(day.circuits + day.other, 6);
    }
  });

  it('is the same in another run, and not the same as any other place', async () => {
    const again = syntheticFleet(() => NOW_EPOCH_MS).locations.find(
      ({ location }) => location.id === place.location.id,
    );
    const here = fleet.locations.find(({ location }) => location.id === place.location.id);
    const stamps = Array.from({ length: 288 }, (_, slot) => 1_783_000_200 + slot * 300);
    const wattsOf = (one: typeof here, register: number) => stamps.map((stamp) => one?.wattsAt(register, stamp));
    expect(wattsOf(again, 0)).toEqual(wattsOf(here, 0));
    for (const other of fleet.locations) {
      if (other !== here) expect(wattsOf(other, 0)).not.toEqual(wattsOf(here, 0));
    }
  });
});

const placeNamed = (city: string): Place => {
  const found = places.find(({ location }) => location.city === city);
  if (found === undefined) throw new Error(`No place in ${city}.`);
  return found;
};

describe('production', () => {
  it('follows season and night: summer gives more, darkness nothing but standby', async () => {
    const simulator = await runSimulator({ fleets: [fleet] });
    for (const city of ['Austin', 'Berlin']) {
      const place = placeNamed(city);
      const [winter = Number.NaN, summer = Number.NaN] = await Promise.all(
        ['01', '07'].map(async (month) => {
          const days = await Promise.all(
            [5, 12, 19, 26].map((d) => aggregateOf(simulator, place, `2026-${month}-${String(d).padStart(2, '0')}`)),
          );
          return days.reduce((sum, day) => sum + day.production, 0) / days.length;
        }),
      );
      expect(winter).toBeGreaterThan(1);
      expect(summer).toBeGreaterThan(winter * 1.2);
      expect(summer).toBeLessThan(60);
      const here = fleet.locations.find(({ location }) => location.id === place.location.id);
      const solar = here?.registers.findIndex(({ production }) => production) ?? -1;
      const midnight = windowOf(place, '2026-07-15').start;
      expect(here?.wattsAt(solar, midnight)).toBe(2);
      expect(here?.wattsAt(solar, midnight + 12 * 3600)).toBeLessThan(-300);
    }
  });

  it('is line-side in Austin, so that the letter of the formula fails there', async () => {
    const austin = placeNamed('Austin');
    const simulator = await runSimulator({ fleets: [fleet], otherFormula: 'literal' });
    const day = await aggregateOf(simulator, austin, '2026-07-15');
    expect(day.lineSide).toBeLessThan(-10);
    expect(day.other).toBeCloseTo(day.mains - day.circuits + day.lineSide, 6);
    expect(day.other).toBeLessThan(0);
  });
});

describe('the battery', () => {
  it('charges by day, discharges from the evening on, and loses a tenth on the way', async () => {
    const berlin = fleet.locations.find(({ location }) => location.city === 'Berlin');
    const battery = berlin?.registers.findIndex((register) => register.battery) ?? -1;
    const cycle = Date.UTC(2026, 6, 15, 3) / 1000;
    const watts = Array.from({ length: 288 }, (_, slot) => berlin?.wattsAt(battery, cycle + slot * 300) ?? Number.NaN);
    const kWh = (part: number[]) => part.reduce((sum, value) => sum + value, 0) / 12_000;
    const evening = watts.findIndex((value) => value < 0);
    expect(evening).toBeGreaterThanOrEqual(12 * 12);
    expect(watts.slice(evening).every((value) => value <= 0)).toBe(true);
    const [charged, discharged] = [kWh(watts.slice(0, evening)), -kWh(watts.slice(evening))];
    expect(charged).toBeGreaterThan(2);
    expect(discharged).toBeLessThanOrEqual(7.5);
    expect(discharged / charged).toBeCloseTo(0.9, 2);
  });
});

describe('the hub in the attic', () => {
  it('was offline for six hours yesterday and once in the month before, and is heard again', async () => {
    const newYork = placeNamed('Brooklyn');
    const simulator = await runSimulator({ fleets: [fleet] });
    const missing = async (date: string) => 2 * 288 - (await aggregateOf(simulator, newYork, date)).samplesCount;
    expect(await missing('2026-11-19')).toBe(72);
    expect(await missing('2026-10-17')).toBe(72);
    expect(await missing('2026-11-18')).toBe(0);
    const { query } = windowOf(newYork, '2026-11-19');
    const { body } = await simulator.get(`/api/curb/location/${newYork.location.id}/historical?${query}`);
    const silent = body.results.filter(({ r }) => r.w.includes(null));
    expect(silent.map(({ t }) => t)).toEqual(
      Array.from({ length: 72 }, (_, slot) => Date.UTC(2026, 10, 19, 15) / 1000 + slot * 300),
    );
    const hubs = (await simulator.get(`/api/curb/location/${newYork.location.id}/installation`)).body.results;
    const health = await simulator.get(`/api/curb/hub_connectivity/${hubs[1]?.hub}`);
    expect(health.body).toMatchObject({ connection_health: 1 });
  });
});

describe('now', () => {
  it('is where the data ends', async () => {
    const simulator = await runSimulator({ fleets: [fleet] });
    const now = NOW_EPOCH_MS / 1000;
    const path = `/api/curb/location/${placeNamed('Sydney').location.id}/historical?start_time=${now - 900}&end_time=${now + 900}&resolution=5m`;
    expect((await simulator.get(path)).body.results.map(({ t }) => t - now)).toEqual([-900, -600, -300]);
  });
});
