import * as z from 'zod';
import { isMonthDay } from '../../domain/money/band-faults.ts';
import { currencyOf, UnknownCurrencyError } from '../../domain/money/currency.ts';
import { InvalidPriceError, parsePrice } from '../../domain/money/money.ts';
import { InvalidDateError, parseLocalDate } from '../../domain/time/local-date.ts';
import { accepted } from './accepted.ts';

const FULL_HOURS = /^([01]\d|2[0-3]):00-([01]\d|2[0-4]):00$/;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

// These are made when a file has the first of its kind: most have none.

const name = () => z.string().trim().min(1).max(100);

function tariff() {
  const price = accepted(parsePrice, (error) => (error instanceof InvalidPriceError ? error.message : 'is no price'));
  const currency = accepted(currencyOf, (error) =>
    error instanceof UnknownCurrencyError ? error.message : 'is no currency',
  );
  const date = accepted(parseLocalDate, (error) =>
    error instanceof InvalidDateError ? 'must be a date, YYYY-MM-DD, from 1970-01-01 to 2200-12-31' : 'is no date',
  );
  const monthDay = z.string().refine(isMonthDay, 'must be a day of the year, MM-DD, such as 10-01');
  const hourSpan = z
    .string()
    .regex(FULL_HOURS, 'must be two full hours of the local clock, such as 16:00-21:00 or 22:00-06:00')
    .refine((span) => span.slice(0, 5) !== span.slice(6), 'must not end when it begins: 00:00-24:00 is a whole day');
  const band = z.strictObject({
    name: name(),
    pricePerKWh: price,
    hours: z.array(hourSpan).min(1).max(12).optional(),
    weekdays: z.array(z.enum(WEEKDAYS)).min(1).optional(),
    season: z.strictObject({ from: monthDay, to: monthDay }).optional(),
  });
  const version = z
    .strictObject({
      from: date,
      to: date.optional(),
      pricePerKWh: price.optional(),
      bands: z.array(band).min(1).max(50).optional(),
      feedInPerKWh: price.optional(),
      standingCharge: z.strictObject({ amount: price, per: z.enum(['day', 'month']) }).optional(),
    })
    .refine(
      ({ pricePerKWh, bands }) => (pricePerKWh === undefined) !== (bands === undefined),
      'needs either pricePerKWh, for one price at all times, or bands',
    );
  return z.strictObject({
    /** What readers see; the key it stands under unless given. */
    name: name().optional(),
    currency,
    leftOut: z.array(z.enum(['taxes', 'fees', 'demand'])).default(['taxes', 'fees', 'demand']),
    versions: z.array(version).min(1).max(100),
  });
}

/** A tariff as people write it. */
export const TARIFF = z.lazy(tariff);

export const EMISSION_FACTOR = z.lazy(() =>
  z.strictObject({
    name: name().optional(),
    gramsPerKWh: z.number().min(0.001).max(3000),
    region: name(),
    publisher: name(),
    year: z.int().min(1990).max(2200),
  }),
);

export type TariffInFile = z.output<typeof TARIFF>;
export type EmissionFactorInFile = z.output<typeof EMISSION_FACTOR>;
