import type { Currency } from './currency.ts';

/** A whole number of millionths of a currency unit: how prices are kept, so that sums of them are exact. */
export type MicroUnits = number & { readonly unit: '1e-6 of the currency' };

/** A whole number of the currency's minor unit (cents): the only form in which a sum of money is shown. */
export type MinorUnits = number & { readonly unit: 'minor' };

/**
 * An amount that nobody rounded yet, as a whole number of 1/377580 of a millionth of a millionth of the currency unit:
 * millionths of a kWh times a price in millionths, and any share of a month of 28, 29, 30 or 31 days, come out whole.
 */
export type ExactAmount = bigint & { readonly unit: 'exact' };

/** The least common multiple of 28, 29, 30 and 31. */
const MONTH_PARTS = 377_580n;
const PER_MICRO_UNIT = 1_000_000n * MONTH_PARTS;
const PER_UNIT = 1_000_000n * PER_MICRO_UNIT;

export const NOTHING = 0n as ExactAmount;
export const NO_MINOR = 0 as MinorUnits;

export class InvalidPriceError extends Error {
  override readonly name = 'InvalidPriceError';
}

/**
 * Reads an amount that is written as decimals: digits, a point and at most six more digits, such as `0.2845`.
 * @throws {InvalidPriceError} for any other form, a sign included
 */
export function parsePrice(text: string): MicroUnits {
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) {
    throw new InvalidPriceError(
      'must be a decimal number in double quotes with at most six decimals, such as "0.2845"',
    );
  }
  return (Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))) as MicroUnits;
}

/** What an energy costs; it counts in millionths of a kWh, a milliwatt-hour. */
export function priceOfEnergy(microKWh: number, pricePerKWh: MicroUnits): ExactAmount {
  return (BigInt(microKWh) * BigInt(pricePerKWh) * MONTH_PARTS) as ExactAmount;
}

/** The whole amount for each of some days of a month, of `daysInMonth` days. */
export function shareOfMonth(amount: MicroUnits, days: number, daysInMonth: number): ExactAmount {
  return ((BigInt(amount) * PER_MICRO_UNIT * BigInt(days)) / BigInt(daysInMonth)) as ExactAmount;
}

/** The amount once for each of some days. */
export function forDays(amount: MicroUnits, days: number): ExactAmount {
  return (BigInt(amount) * PER_MICRO_UNIT * BigInt(days)) as ExactAmount;
}

export function sumOf(amounts: readonly ExactAmount[]): ExactAmount {
  return amounts.reduce((sum, amount) => (sum + amount) as ExactAmount, NOTHING);
}

export const negative = (amount: ExactAmount): ExactAmount => -amount as ExactAmount;

/**
 * The one rounding rule of money: to the nearest minor unit, an exact half away from zero (0.5 cents become 1 cent, −0.5
 * become −1). It is applied once, to a total; lines are made to add up to it by `allocate`.
 */
export function roundToMinor(amount: ExactAmount, currency: Currency): MinorUnits {
  const perMinor = perMinorUnit(currency);
  const half = perMinor / 2n;
  return minor(amount < 0n ? -((half - amount) / perMinor) : (half + amount) / perMinor);
}

/**
 * Splits a rounded total over its lines by largest remainder: each line is rounded down, and the minor units that are
 * still owed go to the lines with the largest remainders, the earlier of equal ones first. A line is never off by a
 * whole minor unit, and one that is exact stays as it is.
 *
 * @param totalMinor the rounded sum of the lines, up or down
 */
export function allocate(
  lines: readonly ExactAmount[],
  currency: Currency,
  totalMinor: MinorUnits = roundToMinor(sumOf(lines), currency),
): MinorUnits[] {
  const perMinor = perMinorUnit(currency);
  const floors = lines.map((line) => floorDivide(line, perMinor));
  const owed = BigInt(totalMinor) - floors.reduce((sum, floor) => sum + floor, 0n);
  const raised = lines
    .map((line, index) => ({ index, remainder: line - (floors[index] ?? 0n) * perMinor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
    .slice(0, Number(owed));
  const raisedLines = new Set(raised.map(({ index }) => index));
  return floors.map((floor, index) => minor(raisedLines.has(index) ? floor + 1n : floor));
}

const perMinorUnit = ({ digits }: Currency) => PER_UNIT / 10n ** BigInt(digits);

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

const minor = (units: bigint): MinorUnits => Number(units) as MinorUnits;
