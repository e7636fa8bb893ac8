import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import { estimateCost } from '../../../shared/domain/money/cost-estimate.ts';
import { type MicroUnits, parsePrice, sumOf } from '../../../shared/domain/money/money.ts';
import { type PricedPeriod, priceHours } from '../../../shared/domain/money/priced-hours.ts';
import type { PriceBand, Tariff } from '../../../shared/domain/money/tariff.ts';
import { aRegister } from '../../support/readings-builder.ts';
import { aBand, aPricedDay, aTariff, aVersion } from '../../support/tariff-builder.ts';

const someDates = fc.constantFrom('2026-03-08', '2026-11-01', '2026-11-19', '2026-04-05', '2026-10-04', '2026-10-25');
const someZones = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
const someDays: fc.Arbitrary<DayFacts[]> = fc
  .tuple(fc.uniqueArray(someDates, { minLength: 1, maxLength: 4 }), someZones, fc.integer({ min: 1, max: 1000 }))
  .map(([dates, zone, seed]) =>
    dates.sort().map((date) => {
      const mainsW = (slot: number) => ((slot + seed) % 97 === 0 ? null : ((slot * seed * 7919) % 9001) - 3000);
      return aPricedDay(date, { zone, mainsW, registers: [{ register: aRegister('pv', 'production'), powerW: -500 }] });
    }),
  );

/** Each hour of the week goes to one of four bands, whatever the season. */
const aPartition = fc.array(fc.nat(3), { minLength: 168, maxLength: 168 });
const fourPrices = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 900_000 })));

function bandsOf(partition: readonly number[], prices: readonly number[]): PriceBand[] {
  return partition.map((part, hourOfWeek) =>
    aBand('0', {
      name: `part ${part}`,
      pricePerKWh: (prices[part] ?? 0) as MicroUnits,
      hours: [{ from: hourOfWeek % 24, to: (hourOfWeek % 24) + 1 }],
      weekdays: [Math.floor(hourOfWeek / 24) + 1],
    }),
  );
}

const extras = {
  feedInPerKWh: parsePrice('0.0777'),
  standingCharge: { amount: parsePrice('9.99'), per: 'month' },
} as const;
const tariffOf = (bands: readonly PriceBand[]): Tariff => aTariff([aVersion({ bands, ...extras })]);
const importCost = (priced: PricedPeriod) => sumOf(priced.bands.map((band) => band.cost));

describe('a cost', () => {
  propertyTest.prop([someDays, aPartition, fc.integer({ min: 0, max: 900_000 })], { numRuns: 40 })(
    'is the same however the hours are shared out over bands of one price',
    (days, partition, price) => {
      const shared = estimateCost(days, tariffOf(bandsOf(partition, [price, price, price, price])));
      const whole = estimateCost(days, tariffOf([aBand('0', { pricePerKWh: price as MicroUnits })]));

      expect(whole).toMatchObject({ ...shared, perBand: [{}] });
    },
  );

  propertyTest.prop([someDays, aPartition, fourPrices], { numRuns: 40 })(
    'of all bands is the sum of the costs of each, with the others free of charge',
    (days, partition, prices) => {
      const whole = priceHours(days, tariffOf(bandsOf(partition, prices)));
      const alone = prices.map((price, part) =>
        priceHours(
          days,
          tariffOf(
            bandsOf(
              partition,
              prices.map((_, other) => (other === part ? price : 0)),
            ),
          ),
        ),
      );

      expect(importCost(whole)).toBe(sumOf(alone.map(importCost)));
    },
  );

  propertyTest.prop([someDays, aPartition, fourPrices], { numRuns: 40 })(
    'of a period is exactly the sum of the costs of its days',
    (days, partition, prices) => {
      const tariff = tariffOf(bandsOf(partition, prices));
      const whole = priceHours(days, tariff);
      const daily = days.map((day) => priceHours([day], tariff));

      expect(importCost(whole)).toBe(sumOf(daily.map(importCost)));
      expect(whole.exportCredit).toBe(sumOf(daily.map((day) => day.exportCredit)));
      expect(whole.standingCharge).toBe(sumOf(daily.map((day) => day.standingCharge)));
    },
  );

  propertyTest.prop([someDays, aPartition, fourPrices], { numRuns: 40 })(
    'is printed in lines that add up',
    (days, partition, prices) => {
      const estimate = estimateCost(days, tariffOf(bandsOf(partition, prices)));
      if (!estimate.estimated) throw new Error(estimate.reason);
      const { importCostMinor, exportCreditMinor, standingChargeMinor, totalMinor, perBand } = estimate;

      expect(importCostMinor - (exportCreditMinor ?? 0) + (standingChargeMinor ?? 0)).toBe(totalMinor);
      expect(perBand.reduce((sum, band) => sum + band.costMinor, 0)).toBe(importCostMinor);
      for (const sum of [importCostMinor, exportCreditMinor, totalMinor]) expect(Number.isSafeInteger(sum)).toBe(true);
    },
  );

  propertyTest.prop([someDays, aPartition, fourPrices], { numRuns: 40 })(
    'is of the energy that was imported, no more and no less',
    (days, partition, prices) => {
      const { bands } = priceHours(days, tariffOf(bandsOf(partition, prices)));
      const importedKWh = days.reduce((sum, day) => sum + (day.totals.gridImport.energyKWh ?? 0), 0);

      expect(bands.reduce((sum, band) => sum + band.microKWh, 0) / 1_000_000).toBeCloseTo(importedKWh, 3);
    },
  );
});
