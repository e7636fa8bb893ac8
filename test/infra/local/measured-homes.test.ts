import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homesFolder } from '../../../infra/local/simulator/homes/homes-folder.ts';
import { type CommandLine, createCommandLine } from '../../support/command-line.ts';
import { readCsvRecords } from '../../support/csv-reader.ts';
import { MEASURED_HOMES, measuredHomes } from '../../support/measured-homes.ts';

/** What a register's day may differ by: half a watt of rounding, all day long. */
const REGISTER_TOLERANCE_KWH = 0.012;

type Row = Readonly<Record<string, string>>;

const homes = measuredHomes();
const isThere = homes.length > 0;
describe.skipIf(!isThere)(
  isThere
    ? 'reports of measured homes, against totals computed by somebody else'
    : `skipped: no folder ${MEASURED_HOMES}; METERPOST_HOMES may name one`,
  () => {
    let commandLine: CommandLine;

    beforeAll(async () => {
      commandLine = await createCommandLine({ fleets: [await homesFolder(MEASURED_HOMES)] });
    });
    afterAll(() => commandLine.close());

    it.each([
      ['de-kn-residential4-2016', '2016-03'],
      ['de-kn-residential4-2016', '2016-10'],
      ['ca-bc-ampds-2013', '2013-11'],
      ['fr-sceaux-2006', '2006-12-17'],
      ['fr-sceaux-2006', '2006-12-28'],
      ['fr-sceaux-2006', '2007-01-18'],
    ])('%s, %s', { timeout: 60_000 }, async (name, period) => {
      const home = homes.find((candidate) => candidate.name === name);
      if (home === undefined) throw new Error(`The folder of measured homes has no ${name}.`);
      const location = `curb/curb/${home.id}`;

      const run = await commandLine.run(['report', '--location', location, '--period', period, '--no-mail']);

      expect(run.stderr.split('\n').filter((line) => line.includes('Error'))).toEqual([]);
      expect(run.status).toBe(0);
      const kind = period.length === 7 ? 'monthly' : 'daily';
      const folder = join(commandLine.archive, 'reports/curb/curb', home.id, kind, period, 'r1');
      expect(readdirSync(folder).sort()).toEqual(['report.csv', 'report.json', 'report.pdf']);
      const rows = readCsvRecords(readFileSync(join(folder, 'report.csv'), 'utf8').replace(/^\uFEFF/, ''));
      const days = home.expectedDays().filter((day) => day['date']?.startsWith(period));
      expect(days.length).toBe(new Set(rows.map((row) => row['date'])).size);
      for (const day of days) compareDay(rows, day, home.registers);
    });
  },
);

function compareDay(
  rows: readonly Row[],
  day: Row,
  registers: readonly { id: string; key: string; production: boolean }[],
) {
  const date = day['date'];
  const ofDay = rows.filter((row) => row['date'] === date);
  const total = (role: string) => Number(ofDay.find((row) => row['role'] === role)?.['energy_kwh']);
  expect(Number(ofDay[0]?.['day_hours']), `${date} hours`).toBe(Number(day['hours_in_day']));
  for (const register of registers) {
    const row = ofDay.find((candidate) => candidate['register_id'] === register.id);
    const metered = Number(day[`kwh:${register.key}`]) * (register.production ? -1 : 1);
    expect(Math.abs(Number(row?.['energy_kwh']) - metered), `${date} ${register.key}`).toBeLessThanOrEqual(
      REGISTER_TOLERANCE_KWH,
    );
  }
  const tolerance = REGISTER_TOLERANCE_KWH * registers.length;
  expect(Math.abs(total('consumption') - Number(day['consumption_kwh'])), `${date} consumption`).toBeLessThanOrEqual(
    tolerance,
  );
  expect(Math.abs(total('net_grid') - Number(day['grid_kwh'])), `${date} net grid`).toBeLessThanOrEqual(tolerance);
  if (registers.some(({ production }) => production)) {
    expect(Math.abs(total('production') + Number(day['production_kwh'])), `${date} production`).toBeLessThanOrEqual(
      tolerance,
    );
  }
  const other = ofDay.find((row) => row['role'] === 'other');
  if (!day['flags']?.includes('partial_registers')) {
    expect(
      Math.abs(Number(other?.['energy_kwh']) - Number(day['unmeasured_kwh'])),
      `${date} Other`,
    ).toBeLessThanOrEqual(tolerance);
  }
}
