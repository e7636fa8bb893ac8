import type { Balance } from './balance.ts';
import type { Figure } from './figure.ts';

/** How the printed Other came about, set beside the source's own figure. */
export type OtherBasis =
  | 'reported_by_source'
  | 'computed_source_is_literal'
  | 'computed_source_differs'
  | 'computed_source_silent'
  | 'computed'
  | 'not_applicable';

export interface OtherDecision {
  readonly other: Figure;
  /** Consumption that goes with it, so that circuits + Other = consumption, always. */
  readonly consumption: Figure;
  readonly basis: OtherBasis;
  /** The source's own figure, where it gave one. */
  readonly sourceOtherKWh: number | null;
}

/** How far two honest sums of the same day may differ, in kWh: energies and power sums of one source differ by up to 1 %. */
export function balanceToleranceKWh(balance: Pick<Balance, 'consumption' | 'throughMainsKWh'>): number {
  const scale = Math.max(Math.abs(balance.consumption.energyKWh ?? 0), balance.throughMainsKWh);
  return Math.max(0.05, 0.02 * scale);
}

/**
 * Decides which Other to print. The source's figure wins where it means the same as ours; where it is the literal
 * difference at a location with line-side sources, or something else altogether, ours wins, so that the parts add up.
 */
export function decideOther(balance: Balance, sourceOtherKWh: number | null | undefined): OtherDecision {
  const computed = { other: balance.other, consumption: balance.consumption, sourceOtherKWh: sourceOtherKWh ?? null };
  if (balance.other.quality === 'not_applicable') return { ...computed, basis: 'not_applicable' };
  if (sourceOtherKWh === undefined) return { ...computed, basis: 'computed_source_silent' };
  if (sourceOtherKWh === null || balance.other.energyKWh === null) return { ...computed, basis: 'computed' };

  const toleranceKWh = balanceToleranceKWh(balance);
  if (Math.abs(sourceOtherKWh - balance.other.energyKWh) <= toleranceKWh) {
    const circuitsKWh = balance.circuits.energyKWh ?? 0;
    return {
      other: { energyKWh: sourceOtherKWh, quality: balance.other.quality },
      consumption: { energyKWh: circuitsKWh + sourceOtherKWh, quality: balance.consumption.quality },
      basis: 'reported_by_source',
      sourceOtherKWh,
    };
  }
  const literalKWh = balance.literalOther.energyKWh;
  const isLiteral = literalKWh !== null && Math.abs(sourceOtherKWh - literalKWh) <= toleranceKWh;
  return { ...computed, basis: isLiteral ? 'computed_source_is_literal' : 'computed_source_differs' };
}
