import { sanitised } from '../sanitise.ts';
import type { CsvProfile } from './csv-profile.ts';

/** Longer than any real name, shorter than what makes a spreadsheet stumble. */
const MAX_TEXT_GRAPHEMES = 200;
/** Finer than a milliwatt-hour is noise of floating-point sums. */
const MAX_DECIMALS = 6;
// Spreadsheets run what begins like this, in full-width and other compatibility forms too.
const RUNS_AS_FORMULA = /^[=+\-@|%]/;

/** A text that tenants wrote, quoted, on one line, and harmless where a spreadsheet would run it as a formula. */
export function textCell(text: string): string {
  const shown = sanitised(text, { maxGraphemes: MAX_TEXT_GRAPHEMES });
  const harmless = RUNS_AS_FORMULA.test(shown.normalize('NFKC')) ? `'${shown}` : shown;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A plain decimal of up to six digits behind the mark, without exponent; nothing at all for what is not known. */
export function numberCell(amount: number | null, { decimalMark }: CsvProfile): string {
  if (amount === null || !Number.isFinite(amount)) return '';
  const digits = amount.toFixed(MAX_DECIMALS).replace(/\.?0+$/, '');
  return (digits === '-0' ? '0' : digits).replace('.', decimalMark);
}

/** A share from 0 to 1; 1 only when nothing is missing. */
export function shareCell(share: number | null, profile: CsvProfile): string {
  return numberCell(share !== null && share < 1 ? Math.min(share, 1 - 10 ** -MAX_DECIMALS) : share, profile);
}
