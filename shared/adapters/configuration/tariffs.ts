import { currencyOf } from '../../domain/money/currency.ts';
import type { EmissionFactor } from '../../domain/money/emissions.ts';
import { parsePrice } from '../../domain/money/money.ts';
import type { HourSpan, PriceBand, Tariff, TariffVersion } from '../../domain/money/tariff.ts';
import { inDateOrder } from '../../domain/money/tariff-faults.ts';
import { parseLocalDate } from '../../domain/time/local-date.ts';
import { type EmissionFactorInFile, type TariffInFile, WEEKDAYS } from './tariff-schema.ts';

/** A tariff with its versions in the order of their dates. */
export function toTariff(key: string, tariff: TariffInFile): Tariff {
  return {
    name: tariff.name ?? key,
    currency: currencyOf(tariff.currency),
    leftOut: [...new Set(tariff.leftOut)],
    versions: inDateOrder(versionsAsWritten(tariff)),
  };
}

export function toEmissionFactor(key: string, factor: EmissionFactorInFile): EmissionFactor {
  return { ...factor, name: factor.name ?? key };
}

/** The versions in the order of the file, which faults are told by. */
export function versionsAsWritten({ versions }: TariffInFile): TariffVersion[] {
  return versions.map(({ from, to, pricePerKWh, bands, feedInPerKWh, standingCharge }) => ({
    from: parseLocalDate(from),
    to: to === undefined ? null : parseLocalDate(to),
    bands: bands === undefined ? [onePrice(pricePerKWh ?? '0')] : bands.map(toBand),
    feedInPerKWh: feedInPerKWh === undefined ? null : parsePrice(feedInPerKWh),
    standingCharge:
      standingCharge === undefined ? null : { ...standingCharge, amount: parsePrice(standingCharge.amount) },
  }));
}

function onePrice(pricePerKWh: string): PriceBand {
  return { name: null, pricePerKWh: parsePrice(pricePerKWh), hours: null, weekdays: null, season: null };
}

function toBand(band: NonNullable<TariffInFile['versions'][number]['bands']>[number]): PriceBand {
  return {
    name: band.name,
    pricePerKWh: parsePrice(band.pricePerKWh),
    hours: band.hours?.map(toHours) ?? null,
    weekdays: band.weekdays?.map((weekday) => WEEKDAYS.indexOf(weekday) + 1) ?? null,
    season: band.season ?? null,
  };
}

/** `21:00-00:00` ends at midnight, as `21:00-24:00` does. */
function toHours(span: string): HourSpan {
  return { from: Number(span.slice(0, 2)), to: Number(span.slice(6, 8)) || 24 };
}
