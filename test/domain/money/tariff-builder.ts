import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { currencyOf } from '../../../shared/domain/money/currency.ts';
import { parsePrice } from '../../../shared/domain/money/money.ts';
import type { PriceBand, Tariff, TariffVersion } from '../../../shared/domain/money/tariff.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf, type SlotPower } from '../../support/readings-builder.ts';

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
