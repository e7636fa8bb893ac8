import { describe, expect, it } from 'vitest';
import { homesFolder } from '../../../infra/local/simulator/homes/homes-folder.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { type LocalDay, localDay } from '../../../shared/domain/time/local-day.ts';
import { aHouse } from '../../support/interval-files.ts';
import { FORMS, idIn } from '../../support/interval-forms.ts';
import { MEASURED_HOMES, type MeasuredHome, measuredHomes } from '../../support/measured-homes.ts';
import { type MeasuredSeries, measuredSeries } from '../../support/measured-series.ts';
import { startCurbWorld } from '../curb-fleet/curb-world.ts';

const A_WATT_HOUR = 0.001;
const NOW = parseInstant('2026-11-20T12:00:00Z');

const homes = measuredHomes();
const isThere = homes.length > 0;
describe.skipIf(!isThere)(
  isThere ? 'files of measured homes' : `skipped: no folder ${MEASURED_HOMES}; METERPOST_HOMES may name one`,
  () => {
    const days = [
      ['de-kn-residential4-2016', '2016-03-27', 23],
      ['de-kn-residential4-2016', '2016-10-30', 25],
      ['ca-bc-ampds-2013', '2013-11-03', 25],
      ['ca-bc-ampds-2013', '2013-06-01', 24],
      ['fr-sceaux-2006', '2006-12-28', 24],
    ] as const;
    describe.each(days)('%s on %s', (name, date, hours) => {
      it.each(Object.keys(FORMS))('come, as %s, to the totals that somebody else computed', async (form) => {
        const { home, day, series } = measured(name, date);
        const expected = home.expectedDays().find((each) => each['date'] === date);

        const readings = await readAs(form, home, day, series);

        expect(readings.day.hours).toBe(hours);
        for (const { key } of home.registers) {
          const energyKWh = readings.energyKWhByRegister.get(idIn(form, key));
          expect(Math.abs((energyKWh ?? Number.NaN) - Number(expected?.[`kwh:${key}`])), key).toBeLessThan(A_WATT_HOUR);
        }
        const { totals } = summariseDay(readings, NOW);
        expect(Math.abs((totals.netGrid.energyKWh ?? Number.NaN) - Number(expected?.['grid_kwh']))).toBeLessThan(
          A_WATT_HOUR,
        );
      });
    });

    it('have a consumption where a counter went backwards once', async () => {
      const { home, day } = measured('ca-bc-ampds-2013', '2013-09-30');
      const series = measuredSeries(home, day.start / 1000 - 20 * 86_400, day.end / 1000);
      const expected = home.expectedDays().find((each) => each['date'] === '2013-09-30');

      const { totals } = summariseDay(await readAs('a wide CSV', home, day, series), NOW);

      expect(expected?.['flags']).toContain('counter_went_backwards');
      const differenceKWh = (totals.consumption.energyKWh ?? Number.NaN) - Number(expected?.['consumption_kwh']);
      expect(Math.abs(differenceKWh)).toBeLessThan(A_WATT_HOUR);
    });

    it('say the same as the fleet that serves the same homes', async () => {
      const { locations } = await homesFolder(MEASURED_HOMES);
      const { source } = await startCurbWorld({ locations, keepDecimals: true });
      const { home, day, series } = measured('de-kn-residential4-2016', '2016-10-30');
      const fromFleet = await (await source.openLocation({ source: 'curb', fleet: 'curb', id: home.id })).readDay(day);
      const fleetTotals = summariseDay(fromFleet, NOW).totals;
      for (const form of Object.keys(FORMS)) {
        const { totals } = summariseDay(await readAs(form, home, day, series), NOW);
        for (const name of [
          'consumption',
          'production',
          'netGrid',
          'gridImport',
          'gridExport',
          'selfConsumption',
        ] as const) {
          const differenceKWh = (totals[name].energyKWh ?? Number.NaN) - (fleetTotals[name].energyKWh ?? Number.NaN);
          expect(Math.abs(differenceKWh), `${form}: ${name}`).toBeLessThan(A_WATT_HOUR);
          expect(totals[name].quality).toBe(fleetTotals[name].quality);
        }
      }
    });
  },
);

function measured(name: string, date: string): { home: MeasuredHome; day: LocalDay; series: MeasuredSeries } {
  const home = homes.find((each) => each.name === name);
  if (home === undefined) throw new Error(`The folder of measured homes has no ${name}.`);
  const day = localDay(parseLocalDate(date), home.timeZone);
  // Three hours more at both ends, as files do not begin and end with the day that is asked for.
  return { home, day, series: measuredSeries(home, day.start / 1000 - 10_800, day.end / 1000 + 10_800) };
}

async function readAs(form: string, home: MeasuredHome, day: LocalDay, series: MeasuredSeries): Promise<DayReadings> {
  const registers = home.registers.map(({ key, grid, production }) => {
    const role = grid ? ('main' as const) : production ? ('production' as const) : ('circuit' as const);
    return { id: key, role };
  });
  const files = FORMS[form]?.({ timeZone: home.timeZone, registers, series }) ?? {};
  return await (await aHouse(files)).readDay(day);
}
