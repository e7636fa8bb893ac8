/** How far a figure can be trusted: `partial` has gaps, `missing` is unknown (never zero), `not_applicable` has no meaning here. */
export type Quality = 'measured' | 'partial' | 'missing' | 'not_applicable';

/** An energy with its quality; null exactly when the quality is `missing` or `not_applicable`. */
export interface Figure {
  readonly energyKWh: number | null;
  readonly quality: Quality;
}

export const MISSING: Figure = { energyKWh: null, quality: 'missing' };
export const NOT_APPLICABLE: Figure = { energyKWh: null, quality: 'not_applicable' };

/** A known energy; `complete` false marks it as partial. */
export function figure(energyKWh: number, complete: boolean): Figure {
  return { energyKWh, quality: complete ? 'measured' : 'partial' };
}

/** Sums what is known: unknown parts make the sum partial, and a sum of nothing known is missing, not zero. */
export function sumFigures(figures: readonly Figure[]): Figure {
  const applicable = figures.filter((part) => part.quality !== 'not_applicable');
  if (applicable.length === 0) return NOT_APPLICABLE;
  const known = applicable.filter((part) => part.energyKWh !== null);
  if (known.length === 0) return MISSING;
  const sum = known.reduce((total, part) => total + (part.energyKWh ?? 0), 0);
  return figure(
    sum,
    applicable.every((part) => part.quality === 'measured'),
  );
}

/** Sums a signed difference: one unknown part makes the whole unknown, because the rest may mean anything. */
export function sumAllKnown(figures: readonly Figure[]): Figure {
  return figures.some((part) => part.quality === 'missing') ? MISSING : sumFigures(figures);
}
