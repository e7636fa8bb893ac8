import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homesFolder } from '../../../../../infra/local/simulator/homes/homes-folder.ts';
import { runSimulator } from '../simulator-client.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../../..');
const HOMES = process.env['METERPOST_HOMES'] ?? join(REPOSITORY, '../shared/homes');
const hasHomes = existsSync(HOMES);

/** The files have watts with three decimals at most. */
const ENERGY_TOLERANCE_KWH = 0.0001;

/** Rounding to whole watts may add up to this for each hour of the day. */
const ROUNDING_KWH_PER_HOUR = 0.0005;

type ExpectedDay = Readonly<Record<string, string>>;

/** Totals that somebody else computed, by local day. */
function expectedDays(home: string): ExpectedDay[] {
  const [header = '', ...lines] = readFileSync(join(HOMES, home, 'expected_daily.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

/** The first and last day, a few between, and every day of unusual length or with gaps. */
function chosenDays(days: readonly ExpectedDay[]): ExpectedDay[] {
  return days.filter(
    (day, index) =>
      index === days.length - 1 ||
      index % 61 === 0 ||
      day['hours_in_day'] !== '24' ||
      day['samples_any'] !== day['samples_expected'],
  );
}

const homes = hasHomes ? readdirSync(HOMES).filter((name) => existsSync(join(HOMES, name, 'expected_daily.csv'))) : [];

describe('measured homes', () => {
  it.skipIf(!hasHomes)(hasHomes ? 'are here' : `skipped: no folder ${HOMES}; METERPOST_HOMES may name one`, () => {
    expect(homes.length).toBeGreaterThan(0);
  });

  it.each(homes)('%s: energies by local day are those computed elsewhere', async (home) => {
    const fleet = await homesFolder(join(HOMES, home));
    const simulator = await runSimulator({ fleets: [fleet] });
    const locationId = fleet.locations[0]?.location.id;
    const registers: { id: string; key: string }[] = JSON.parse(
      readFileSync(join(HOMES, home, 'registers.json'), 'utf8'),
    );
    const days = chosenDays(expectedDays(home));
    expect(days.length).toBeGreaterThan(1);
    for (const day of days) {
      const window = `start_time=${day['start_utc']}&end_time=${Number(day['end_utc']) - 1}&resolution=5m`;
      const { body } = await simulator.get(`/api/curb/location/${locationId}/aggregate?${window}`);
      const { body: slots } = await simulator.get(`/api/curb/location/${locationId}/historical?${window}`);
      expect(body.samples_count, day['date']).toBeGreaterThanOrEqual(slots.count);
      for (const { id, key } of registers) {
        const row = body.results.find(({ register }) => register.id === id);
        const expectedKWh = Number(day[`kwh:${key}`]);
        const named = `${day['date']} ${key}`;
        expect(Math.abs((row?.kwh ?? 0) - expectedKWh), named).toBeLessThanOrEqual(ENERGY_TOLERANCE_KWH);
        // With minutes missing, the five-minute means weigh more than the minutes behind them.
        if (day[`n:${key}`] !== day['samples_expected']) continue;
        const fromPowerKWh = (row?.sum ?? 0) / 12_000;
        expect(Math.abs(fromPowerKWh - expectedKWh), `${named} from power`).toBeLessThanOrEqual(
          ENERGY_TOLERANCE_KWH + Number(day['hours_in_day']) * ROUNDING_KWH_PER_HOUR,
        );
      }
    }
  });
});
