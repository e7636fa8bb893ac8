import { remembered } from '../remembered.ts';
import { roundedTo } from '../rounding-for-print.ts';

/** Keeps a number and its unit on one line. */
export const NO_BREAK_SPACE = '\u00A0';
/** Stands for a figure that is not known. */
export const UNKNOWN = '–';
const MINUS = '\u2212';
/** French groups digits with it; not every font has it. */
const NARROW_NO_BREAK_SPACE = '\u202F';

/** How a language writes numbers; unknown ones are an en dash, and nothing that is not zero is shown as zero. */
export interface NumberFormats {
  /** With its unit: "812 kWh", "<0.1 kWh"; "0 kWh" for a true zero only. */
  energy(energyKWh: number | null, decimals?: number): string;
  /** Without the unit, as a cell of a column that names it. */
  amount(energyKWh: number | null, decimals: number): string;
  /** A part that was rounded so that all of them add up: `printedKWh` is shown, "<0.1" where it is a zero that is none. */
  printedAmount(printedKWh: number | null, energyKWh: number | null, decimals: number): string;
  /** "240 W" below a kilowatt, "3.4 kW" from there on. */
  power(powerW: number | null): string;
  /** Whole percents: "<1 %" and ">99 %" for what is nearly nothing and nearly all. */
  percent(share: number | null): string;
  /** To a tenth of a percent; "100 %" only when nothing is missing. */
  coverage(share: number | null): string;
  /** A plain count or length, such as 745 or 23.5. */
  count(amount: number): string;
}

/** Builds the number formats of a locale that Intl knows. */
export function numberFormats(locale: string): NumberFormats {
  const write = writtenByDecimals(locale);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const count = remembered(MAX_AMOUNTS_REMEMBERED, (value: number) => signed(plain.format(value)));
  const tiny = (amount: number, decimals: number) =>
    `${amount > 0 ? '<' : `>${MINUS}`}${write(10 ** -decimals, decimals)}`;

  const printedAmount = (printed: number | null, exact: number | null, decimals: number) => {
    if (printed === null || exact === null) return UNKNOWN;
    // By our own rule first: Intl breaks the ties of negative amounts the other way.
    const rounded = roundedTo(printed, decimals);
    if (rounded !== 0) return write(rounded, decimals);
    return exact === 0 ? write(0, 0) : tiny(exact, decimals);
  };
  const amount = (exact: number | null, decimals: number) => printedAmount(exact, exact, decimals);
  const withUnit = (text: string, unit: string) => (text === UNKNOWN ? UNKNOWN : `${text}${NO_BREAK_SPACE}${unit}`);
  return {
    amount,
    printedAmount,
    energy: (energyKWh, decimals = 1) => withUnit(amount(energyKWh, decimals), 'kWh'),
    power: (powerW) => {
      const inKilowatts = powerW !== null && Math.abs(powerW) >= 999.5;
      return inKilowatts ? withUnit(amount(powerW / 1000, 1), 'kW') : withUnit(amount(powerW, 0), 'W');
    },
    percent: (share) => {
      if (share !== null && share < 1 && share >= 0.995) return withUnit(`>${write(99, 0)}`, '%');
      return withUnit(amount(share === null ? null : share * 100, 0), '%');
    },
    coverage: (share) => {
      if (share === null || share === 0 || share >= 1)
        return withUnit(amount(share === null ? null : share * 100, 0), '%');
      return withUnit(amount(Math.min(99.9, share * 100), 1), '%');
    },
    count,
  };
}

/** Rounded amounts come again and again: there are a thousand from 0.0 to 99.9. */
const MAX_AMOUNTS_REMEMBERED = 2_000;

function writtenByDecimals(locale: string): (amount: number, decimals: number) => string {
  const written = remembered(20, (decimals: number) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    return remembered(MAX_AMOUNTS_REMEMBERED, (amount: number) => signed(format.format(amount)));
  });
  return (amount, decimals) => written(decimals)(amount);
}

const signed = (text: string) => text.replace('-', MINUS).replaceAll(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE);
