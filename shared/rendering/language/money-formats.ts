import type { Currency } from '../../domain/money/currency.ts';
import type { MicroUnits, MinorUnits } from '../../domain/money/money.ts';
import { roundedTo } from '../rounding-for-print.ts';
import { NO_BREAK_SPACE, UNKNOWN } from './number-formats.ts';

/** How a language writes money and masses. */
export interface MoneyFormats {
  /** "€12.34", with as many digits as the currency's minor unit has. */
  money(minor: MinorUnits, currency: Currency): string;
  /** The same without the currency, as a cell of a column that names it. */
  moneyAmount(minor: number, currency: Currency): string;
  /** A price for each kWh without its currency: at least the minor unit, at most a millionth. */
  unitPrice(price: MicroUnits, currency: Currency): string;
  /** "312 kg": tenths below 100 kg, whole kilograms from there on; an en dash for an unknown one. */
  mass(massKg: number | null): string;
}

/** Builds the formats of a locale that Intl knows. */
export function moneyFormats(locale: string): MoneyFormats {
  const format = remembered((key) => {
    const [digits = 0, most = 0, code] = key.split(' ').map((part, index) => (index === 2 ? part : Number(part)));
    return new Intl.NumberFormat(locale, {
      minimumFractionDigits: Number(digits),
      maximumFractionDigits: Number(most),
      ...(code === undefined ? {} : { style: 'currency', currency: String(code) }),
    });
  });
  const write = (amount: number, digits: number, most: number, code?: string) =>
    plain(format([digits, most, code].filter((part) => part !== undefined).join(' ')).format(amount));
  return {
    money: (minor, { code, digits }) => write(inUnits(minor, digits), digits, digits, code),
    moneyAmount: (minor, { digits }) => write(inUnits(minor, digits), digits, digits),
    unitPrice: (price, { digits }) => write(price / 1_000_000, digits, 6),
    mass: (massKg) => {
      if (massKg === null) return UNKNOWN;
      const decimals = Math.abs(massKg) >= 99.95 ? 0 : 1;
      const rounded = roundedTo(massKg, decimals);
      const text =
        rounded === 0 && massKg > 0 ? `<${write(0.1, 1, 1)}` : write(rounded, massKg === 0 ? 0 : decimals, decimals);
      return `${text}${NO_BREAK_SPACE}kg`;
    },
  };
}

// Zero without a sign: nobody owes "-0.00".
const inUnits = (minor: number, digits: number) => (minor === 0 ? 0 : minor / 10 ** digits);

// Fonts lack the narrow space, and a minus is not a hyphen.
const plain = (text: string) => text.replaceAll('\u202F', '\u00A0').replace('-', '\u2212');

function remembered(make: (key: string) => Intl.NumberFormat): (key: string) => Intl.NumberFormat {
  const known = new Map<string, Intl.NumberFormat>();
  return (key) => {
    const format = known.get(key) ?? make(key);
    known.set(key, format);
    return format;
  };
}
