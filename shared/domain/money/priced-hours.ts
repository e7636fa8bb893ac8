import type { DayFacts, HourFacts } from '../energy/day-facts.ts';
import { daysInMonth } from '../time/local-date.ts';
import { type ExactAmount, forDays, NOTHING, priceOfEnergy, shareOfMonth, sumOf } from './money.ts';
import { bandAt, type PriceBand, type Tariff, type TariffVersion, versionOn } from './tariff.ts';

/** The energy that fell into one band, and its cost, to the last digit. */
export interface PricedBand {
  readonly version: TariffVersion;
  readonly band: PriceBand;
  /** Millionths of a kWh: each hour's energy is taken to the nearest one. */
  readonly microKWh: number;
  readonly cost: ExactAmount;
}

/** The hours of a period with their prices on them; nothing is rounded to money yet. */
export interface PricedPeriod {
  /** In the order of the tariff; only bands that some hour fell into. */
  readonly bands: readonly PricedBand[];
  readonly exportCredit: ExactAmount;
  readonly standingCharge: ExactAmount;
  /** The versions that hold on some day of the period. */
  readonly versions: readonly TariffVersion[];
  readonly unpricedHours: number;
  /** True when energy may have flowed that has no price on it. */
  readonly isIncomplete: boolean;
  readonly paysForExport: boolean;
  /** Energy that flowed out at a price, and while the tariff said nothing about it. */
  readonly exportedMicroKWh: { readonly paid: number; readonly unpaid: number };
}

/**
 * Puts prices on a period's hours, each once: 23 or 25 of them at a change of the clocks, the repeated one by the hour
 * that it repeats. A standing charge is owed for every day, whether or not there is data.
 */
export function priceHours(days: readonly DayFacts[], tariff: Tariff): PricedPeriod {
  const microKWhByBand = new Map<PriceBand, number>();
  const versions = new Set<TariffVersion>();
  const credits: ExactAmount[] = [];
  const charges: ExactAmount[] = [];
  let unpricedMinutes = 0;
  const exportedMicroKWh = { paid: 0, unpaid: 0 };
  for (const day of days) {
    const version = versionOn(tariff, day.date);
    if (version !== undefined) {
      versions.add(version);
      charges.push(standingChargeOf(day, version));
    }
    if (day.hourly.length === 0) unpricedMinutes += day.hours * 60;
    for (const hour of day.hourly) {
      const band = version === undefined ? undefined : bandAt(version, day.date, hour.hour);
      if (band === undefined || version === undefined || hour.gridImportKWh === null) {
        unpricedMinutes += hour.minutes;
        continue;
      }
      unpricedMinutes += silentMinutes(day, hour);
      microKWhByBand.set(band, (microKWhByBand.get(band) ?? 0) + toMicroKWh(hour.gridImportKWh));
      const exported = toMicroKWh(hour.gridExportKWh ?? 0);
      exportedMicroKWh[version.feedInPerKWh === null ? 'unpaid' : 'paid'] += exported;
      if (version.feedInPerKWh !== null) credits.push(priceOfEnergy(exported, version.feedInPerKWh));
    }
  }
  return {
    bands: pricedBands(tariff, microKWhByBand),
    exportCredit: sumOf(credits),
    standingCharge: sumOf(charges),
    versions: [...versions],
    unpricedHours: unpricedMinutes / 60,
    isIncomplete: unpricedMinutes > 0 || days.some((day) => day.totals.gridImport.quality !== 'measured'),
    paysForExport: [...versions].some((version) => version.feedInPerKWh !== null),
    exportedMicroKWh,
  };
}

function pricedBands(tariff: Tariff, microKWhByBand: ReadonlyMap<PriceBand, number>): PricedBand[] {
  return tariff.versions.flatMap((version) =>
    version.bands.flatMap((band) => {
      const microKWh = microKWhByBand.get(band);
      return microKWh === undefined
        ? []
        : [{ version, band, microKWh, cost: priceOfEnergy(microKWh, band.pricePerKWh) }];
    }),
  );
}

const toMicroKWh = (energyKWh: number) => Math.round(energyKWh * 1_000_000);

/** The part of an hour in which nothing was heard; none where the day's import is known to be complete. */
function silentMinutes(day: DayFacts, hour: HourFacts): number {
  return day.totals.gridImport.quality === 'measured' ? 0 : hour.minutes * (1 - hour.coverage);
}

function standingChargeOf(day: DayFacts, { standingCharge }: TariffVersion): ExactAmount {
  if (standingCharge === null) return NOTHING;
  const { amount, per } = standingCharge;
  return per === 'day' ? forDays(amount, 1) : shareOfMonth(amount, 1, daysInMonth(day.date));
}
