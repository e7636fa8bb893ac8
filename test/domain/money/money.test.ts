import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { currencyOf } from '../../../shared/domain/money/currency.ts';
import {
  allocate,
  type ExactAmount,
  forDays,
  type MicroUnits,
  negative,
  parsePrice,
  priceOfEnergy,
  roundToMinor,
  shareOfMonth,
  sumOf,
} from '../../../shared/domain/money/money.ts';

const euro = currencyOf('EUR');
const micro = (units: number) => units as MicroUnits;
const aPrice = fc.integer({ min: 0, max: 2_000_000 }).map(micro);
const anEnergy = fc.integer({ min: 0, max: 900_000_000 });
const aCurrency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD').map(currencyOf);
const anAmount = fc
  .tuple(anEnergy, aPrice, fc.boolean())
  .map(([microKWh, price, isCredit]) =>
    isCredit ? negative(priceOfEnergy(microKWh, price)) : priceOfEnergy(microKWh, price),
  );

describe('a price', () => {
  it.each([
    ['0.2845', 284_500],
    ['12', 12_000_000],
    ['0', 0],
    ['0.000001', 1],
    ['999999.999999', 999_999_999_999],
    ['007.10', 7_100_000],
  ])('is read from %j as a whole number of millionths', (text, expected) => {
    expect(parsePrice(text)).toBe(expected);
  });

  it.each(['', '.5', '5.', '-1', '+1', '1,5', '1e2', ' 1', '0.1234567', '1000000', 'NaN', '٣'])(
    'is not read from %j',
    (text) => {
      expect(() => parsePrice(text)).toThrow(/decimal number/);
    },
  );
});

describe('rounding to the minor unit', () => {
  it.each([
    ['below a half', 4_999, 0],
    ['a half, away from zero', 5_000, 1],
    ['above a half', 5_001, 1],
    ['one and a half', 15_000, 2],
    ['a half below zero, away from zero', -5_000, -1],
    ['less than a half below zero', -4_999, 0],
    ['two and a half below zero', -25_000, -3],
  ])('takes %s', (_title, microUnits, expectedCents) => {
    const amount = forDays(micro(Math.abs(microUnits)), 1);

    expect(roundToMinor(microUnits < 0 ? negative(amount) : amount, euro)).toBe(expectedCents);
  });

  it.each([
    ['JPY', 124],
    ['EUR', 12_350],
    ['KWD', 123_500],
  ])('knows how small %s goes', (code, expected) => {
    expect(roundToMinor(forDays(micro(123_500_000), 1), currencyOf(code))).toBe(expected);
  });
});

describe('an allocation', () => {
  propertyTest.prop([fc.array(anAmount, { maxLength: 12 }), aCurrency])(
    'adds up to the rounded total',
    (lines, currency) => {
      const total = roundToMinor(sumOf(lines), currency);
      const parts = allocate(lines, currency);

      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    },
  );

  propertyTest.prop([fc.array(anAmount, { maxLength: 12 }), aCurrency])(
    'is never off by a whole minor unit, and leaves what is exact',
    (lines, currency) => {
      const minorUnit = forDays(micro(10 ** (6 - currency.digits)), 1);
      for (const [index, part] of allocate(lines, currency).entries()) {
        const off = BigInt(part) * minorUnit - (lines[index] ?? 0n);
        expect(off < minorUnit && -off < minorUnit).toBe(true);
      }
      const exact = lines.map((line) => (line - (line % minorUnit)) as ExactAmount);
      expect(allocate(exact, currency).map((part) => BigInt(part) * minorUnit)).toEqual(exact);
    },
  );

  it('gives the unit that is owed to the largest remainder', () => {
    const cents = [0.4, 0.5, 0.3, 10].map((amount) => forDays(micro(amount * 10_000), 1));

    expect(allocate(cents, euro)).toEqual([0, 1, 0, 10]);
  });
});

describe('a share of a month', () => {
  it.each([28, 29, 30, 31])('makes exactly the amount on all of %d days together', (daysInMonth) => {
    const daily = Array.from({ length: daysInMonth }, () => shareOfMonth(micro(12_345_679), 1, daysInMonth));

    expect(sumOf(daily)).toBe(forDays(micro(12_345_679), 1));
  });
});

describe('a currency', () => {
  it.each(['', 'eur', 'EURO', 'XXQ', '€', 'E R'])('is not %j', (code) => {
    expect(() => currencyOf(code)).toThrow(/ISO 4217/);
  });

  it('has the digits of ISO 4217, not those that shops write', () => {
    expect(['EUR', 'JPY', 'IQD', 'HUF'].map((code) => currencyOf(code).digits)).toEqual([2, 0, 3, 2]);
  });
});
