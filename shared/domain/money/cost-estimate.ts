import type { DayFacts } from '../energy/day-facts.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Currency } from './currency.ts';
import { allocate, type MicroUnits, type MinorUnits, NO_MINOR, negative, roundToMinor, sumOf } from './money.ts';
import { type PricedPeriod, priceHours } from './priced-hours.ts';
import type { LeftOutCost, Tariff, TariffVersion } from './tariff.ts';

/** What the energy of one price band came to. */
export interface BandCost {
  /** Null in a tariff with one price. */
  readonly name: string | null;
  /** From when the band's prices held: two lines of one name are told apart by it. */
  readonly effectiveFrom: LocalDate;
  readonly pricePerKWh: MicroUnits;
  readonly energyKWh: number;
  readonly costMinor: MinorUnits;
}

/** Why there is no estimate: nothing is known of the grid, or no version of the tariff is about the period. */
export type NoCostReason = 'no_mains' | 'import_unknown' | 'no_price';

/**
 * What a period's energy cost by a tariff: an estimate, never a bill. Sums are in whole minor units of the currency;
 * `importCostMinor − exportCreditMinor + standingChargeMinor` is the total, and the bands add up to the import's cost.
 */
export type CostEstimate =
  | {
      readonly estimated: true;
      readonly tariffName: string;
      readonly currency: Currency;
      /** The first date of each version of the tariff that the period met; usually one. */
      readonly effectiveFrom: readonly LocalDate[];
      readonly importCostMinor: MinorUnits;
      /** What exported energy earned, as a positive amount; null where the tariff pays nothing for it or nothing can flow out. */
      readonly exportCreditMinor: MinorUnits | null;
      /** By the day; null where the tariff has none. */
      readonly standingChargeMinor: MinorUnits | null;
      readonly totalMinor: MinorUnits;
      readonly perBand: readonly BandCost[];
      /** Hours of the period without data or without a price; what flowed in them is in no sum. */
      readonly unpricedHours: number;
      readonly isIncomplete: boolean;
      /** True when the unpriced hours can only have added to the total; false too where export may have lowered it. */
      readonly isAtLeast: boolean;
      readonly leftOut: readonly LeftOutCost[];
    }
  | {
      readonly estimated: false;
      readonly tariffName: string;
      readonly currency: Currency;
      readonly reason: NoCostReason;
    };

/** Estimates what a period cost. Every real hour is priced once, by the date and the hour that its clock showed. */
export function estimateCost(days: readonly DayFacts[], tariff: Tariff): CostEstimate {
  const { currency } = tariff;
  const priced = priceHours(days, tariff);
  const about = { tariffName: tariff.name, currency };
  const reason = whyUnknown(days, priced);
  if (reason !== undefined) return { estimated: false, ...about, reason };

  const bandCosts = priced.bands.map((band) => band.cost);
  const lines = [sumOf(bandCosts), negative(priced.exportCredit), priced.standingCharge];
  const [importCostMinor = NO_MINOR, creditMinor = NO_MINOR, standingChargeMinor = NO_MINOR] = allocate(
    lines,
    currency,
  );
  const bandsMinor = allocate(bandCosts, currency, importCostMinor);
  const isPaidForExport = priced.paysForExport && (days.some(hasSource) || priced.exportedMicroKWh.paid > 0);
  return {
    estimated: true,
    ...about,
    effectiveFrom: priced.versions.map((version) => version.from),
    importCostMinor,
    exportCreditMinor: isPaidForExport ? ((0 - creditMinor) as MinorUnits) : null,
    standingChargeMinor: priced.versions.some(hasStandingCharge) ? standingChargeMinor : null,
    totalMinor: roundToMinor(sumOf(lines), currency),
    perBand: priced.bands.map(({ band, version, microKWh }, index) => ({
      name: band.name,
      effectiveFrom: version.from,
      pricePerKWh: band.pricePerKWh,
      energyKWh: microKWh / 1_000_000,
      costMinor: bandsMinor[index] ?? NO_MINOR,
    })),
    unpricedHours: priced.unpricedHours,
    isIncomplete: priced.isIncomplete,
    isAtLeast: priced.isIncomplete && !isPaidForExport,
    leftOut: leftOutOf(priced, tariff),
  };
}

const hasStandingCharge = ({ standingCharge }: TariffVersion) => standingCharge !== null;

const hasSource = ({ totals }: DayFacts) =>
  totals.production.quality !== 'not_applicable' || totals.battery.quality !== 'not_applicable';

function whyUnknown(days: readonly DayFacts[], priced: PricedPeriod): NoCostReason | undefined {
  if (priced.bands.length > 0) return undefined;
  if (days.every((day) => day.totals.gridImport.quality === 'not_applicable')) return 'no_mains';
  return days.some((day) => day.hourly.some((hour) => hour.gridImportKWh !== null)) ? 'no_price' : 'import_unknown';
}

function leftOutOf(priced: PricedPeriod, tariff: Tariff): LeftOutCost[] {
  return [
    ...tariff.leftOut,
    ...(priced.versions.every(hasStandingCharge) ? [] : (['standing_charge'] as const)),
    ...(priced.exportedMicroKWh.unpaid > 0 ? (['feed_in'] as const) : []),
  ];
}
