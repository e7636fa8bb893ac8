import type { Quality } from '../../../domain/energy/figure.ts';
import type { PrintedPart } from '../../printed-parts.ts';

/** Several parts taken together, as one line of the same breakdown. */
export type SummedParts = Pick<PrintedPart, 'energyKWh' | 'printedKWh' | 'share' | 'quality'>;

/** Adds up what is known of the parts; null where none of them is. */
export function summed(parts: readonly PrintedPart[]): SummedParts {
  const printedKWh = sumOf(parts.map((part) => part.printedKWh));
  const share = sumOf(parts.map((part) => part.share));
  return {
    energyKWh: sumOf(parts.map((part) => part.energyKWh)),
    // Tenths add up to a hair beside a tenth.
    printedKWh: printedKWh === null ? null : Math.round(printedKWh * 1000) / 1000,
    share: share === null ? null : Math.min(1, share),
    quality: qualityOf(parts),
  };
}

function qualityOf(parts: readonly PrintedPart[]): Quality {
  if (parts.every((part) => part.energyKWh === null)) return 'missing';
  return parts.every((part) => part.quality === 'measured') ? 'measured' : 'partial';
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}
