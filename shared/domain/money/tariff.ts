import { isoWeekday, type LocalDate } from '../time/local-date.ts';
import type { Currency } from './currency.ts';
import type { MicroUnits } from './money.ts';

/** What an estimate knows nothing of, and a bill may have. */
export type LeftOutCost = 'taxes' | 'fees' | 'demand' | 'standing_charge' | 'feed_in';

/** Hours of the local clock, from 0 to 24, the last not included; 22 to 6 goes over midnight. */
export interface HourSpan {
  readonly from: number;
  readonly to: number;
}

/** Days of the year as `MM-DD`, both included; from `10-01` to `03-31` goes over the turn of the year. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

/**
 * A price and when it holds, by the clock and the calendar of the place: each hour of a date counts with that date's own
 * weekday and season. Null means at any time; a band with three nulls takes whatever the others leave.
 */
export interface PriceBand {
  /** Null in a tariff with one price. */
  readonly name: string | null;
  readonly pricePerKWh: MicroUnits;
  readonly hours: readonly HourSpan[] | null;
  /** ISO 8601: 1 is Monday. */
  readonly weekdays: readonly number[] | null;
  readonly season: Season | null;
}

export interface StandingCharge {
  readonly amount: MicroUnits;
  readonly per: 'day' | 'month';
}

/** The prices from one date to another. */
export interface TariffVersion {
  readonly from: LocalDate;
  /** Included; null for a version without an end. */
  readonly to: LocalDate | null;
  readonly bands: readonly PriceBand[];
  /** What is paid for a kWh that flows out; null where nothing is said about it. */
  readonly feedInPerKWh: MicroUnits | null;
  readonly standingCharge: StandingCharge | null;
}

/** What electricity costs at a place, in one currency, as dates go by. */
export interface Tariff {
  readonly name: string;
  readonly currency: Currency;
  readonly leftOut: readonly LeftOutCost[];
  /** In the order of their dates, without gap or overlap. */
  readonly versions: readonly TariffVersion[];
}

/** The prices that hold on a date; undefined before the first version and after the last. */
export function versionOn(tariff: Pick<Tariff, 'versions'>, date: LocalDate): TariffVersion | undefined {
  return tariff.versions.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** The band that an hour of the local clock falls into; undefined where none does. */
export function bandAt(version: TariffVersion, date: LocalDate, hour: number): PriceBand | undefined {
  const monthDay = date.slice(5);
  const weekday = isoWeekday(date);
  return (
    version.bands.find((band) => !takesTheRest(band) && holdsAt(band, monthDay, weekday, hour)) ??
    version.bands.find(takesTheRest)
  );
}

export function takesTheRest(band: PriceBand): boolean {
  return band.hours === null && band.weekdays === null && band.season === null;
}

/** Whether a band's own conditions are met. */
export function holdsAt(band: PriceBand, monthDay: string, weekday: number, hour: number): boolean {
  return (
    (band.hours === null || band.hours.some((span) => isWithinHours(span, hour))) &&
    (band.weekdays === null || band.weekdays.includes(weekday)) &&
    (band.season === null || isInSeason(band.season, monthDay))
  );
}

function isWithinHours({ from, to }: HourSpan, hour: number): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

function isInSeason({ from, to }: Season, monthDay: string): boolean {
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}
