import type { DayFacts } from '../../shared/domain/energy/day-facts.ts';
import type { DayReadings } from '../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../shared/domain/energy/summarise-day.ts';
import { currencyOf } from '../../shared/domain/money/currency.ts';
import type { EmissionFactor } from '../../shared/domain/money/emissions.ts';
import { parsePrice } from '../../shared/domain/money/money.ts';
import type { PriceBand, Tariff, TariffVersion } from '../../shared/domain/money/tariff.ts';
import { inDateOrder } from '../../shared/domain/money/tariff-faults.ts';
import { instantFromMs } from '../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../shared/domain/time/local-date.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf, type SlotPower } from './readings-builder.ts';

export function aBand(price: string, over: Partial<PriceBand> = {}): PriceBand {
  return { name: null, pricePerKWh: parsePrice(price), hours: null, weekdays: null, season: null, ...over };
}

/** One price for all hours from 2020 on, and nothing else, unless said otherwise. */
export function aVersion(
  over: Partial<Omit<TariffVersion, 'from' | 'to'>> & { from?: string; to?: string } = {},
): TariffVersion {
  const { from = '2020-01-01', to, ...rest } = over;
  return {
    bands: [aBand('0.25')],
    feedInPerKWh: null,
    standingCharge: null,
    ...rest,
    from: parseLocalDate(from),
    to: to === undefined ? null : parseLocalDate(to),
  };
}

export function aTariff(versions: readonly TariffVersion[] = [aVersion()], over: Partial<Tariff> = {}): Tariff {
  return { name: 'plain', currency: currencyOf('USD'), leftOut: [], versions, ...over };
}

/** Facts of a day whose mains had a power, 1 kW unless said otherwise (null for no mains); further registers on request. */
export function aPricedDay(
  date: string,
  options: {
    zone?: string;
    mainsW?: SlotPower | null;
    registers?: readonly MeteredRegister[];
    over?: Partial<DayReadings>;
  } = {},
): DayFacts {
  const { zone = 'America/Chicago', mainsW = 1000, registers = [], over = {} } = options;
  const day = aDay(date, zone);
  const mains = mainsW === null ? [] : [{ register: aRegister('m', 'main'), powerW: mainsW }];
  const metered = [...mains, ...registers];
  return summariseDay(readingsOf(day, metered, over), instantFromMs(day.end));
}

/** A tariff with everything: day and night, feed-in, a standing charge, new prices in the middle of a month. */
export const EVERYTHING: Tariff = aTariff(
  inDateOrder(
    ['2020-01-01', '2026-11-19'].map((from) =>
      aVersion({
        from,
        bands: [
          aBand('0.1234', { name: 'Night', hours: [{ from: 22, to: 6 }] }),
          aBand('0.3131', { name: 'Weekend', hours: [{ from: 6, to: 22 }], weekdays: [6, 7] }),
          aBand('0.3567', { name: 'Day' }),
        ],
        feedInPerKWh: parsePrice('0.0811'),
        standingCharge: { amount: parsePrice('14.90'), per: 'month' },
      }),
    ),
  ),
  { name: 'Night & day', leftOut: ['taxes', 'fees'] },
);

export const A_FACTOR: EmissionFactor = {
  name: 'texas',
  gramsPerKWh: 349.5,
  region: 'ERCOT',
  publisher: 'US EPA, eGRID',
  year: 2024,
};
