import { describe, expect, it } from 'vitest';
import { currencyOf } from '../../../shared/domain/money/currency.ts';
import { type MinorUnits, parsePrice } from '../../../shared/domain/money/money.ts';
import { moneyFormats } from '../../../shared/rendering/language/money-formats.ts';

const minor = (units: number) => units as MinorUnits;

describe('money', () => {
  it.each([
    ['en-US', 'USD', 36_166, '$361.66'],
    ['en-US', 'USD', -5, '\u2212$0.05'],
    ['en-US', 'USD', -0, '$0.00'],
    ['de-DE', 'EUR', 123_456, '1.234,56\u00A0€'],
    ['nb-NO', 'NOK', 100, '1,00\u00A0kr'],
    ['en-GB', 'JPY', 1234, 'JP¥1,234'],
    ['en-GB', 'KWD', 1234, 'KWD\u00A01.234'],
  ])('is written with its currency: %s %s %s', (locale, code, units, text) => {
    expect(moneyFormats(locale).money(minor(units), currencyOf(code))).toBe(text);
  });

  it('has at least the digits of the minor unit in a price, and as many more as it has', () => {
    const { unitPrice } = moneyFormats('en-US');
    expect(['0.3', '0.2845', '12', '0.000001'].map((price) => unitPrice(parsePrice(price), currencyOf('USD')))).toEqual(
      ['0.30', '0.2845', '12.00', '0.000001'],
    );
  });
});

describe('a mass', () => {
  it.each([
    [null, '–'],
    [0, '0\u00A0kg'],
    [0.004, '<0.1\u00A0kg'],
    [12.34, '12.3\u00A0kg'],
    [99.96, '100\u00A0kg'],
    [1234.5, '1,235\u00A0kg'],
  ])('%s is %s', (massKg, text) => {
    expect(moneyFormats('en-US').mass(massKg)).toBe(text);
  });
});
