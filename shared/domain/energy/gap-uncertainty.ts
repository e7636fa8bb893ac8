import type { PowerSeries } from './day-readings.ts';
import type { Figure } from './figure.ts';
import type { Register } from './register.ts';

/** How far a gap may have turned a figure, in kWh; null where nobody can say. */
export type UncertaintyKWh = number | null;

/**
 * Bounds the error of a difference whose registers have gaps at different times: the slots in which a register is silent
 * while another of them is heard, at the largest power that the silent one reached that day. Slots in which all are
 * silent shorten the measured time but turn nothing. Null (no bound) for a register that was never heard.
 */
export function gapUncertaintyKWh(registers: readonly Register[], series: PowerSeries | null): UncertaintyKWh {
  if (registers.length < 2 || series === null) return 0;
  const columns = registers.map((register) => series.wattsByRegister.get(register.id));
  if (columns.some((watts) => watts === undefined)) return null;
  const watts = columns.filter((column) => column !== undefined);
  const anyHeard = heardByAny(watts);
  let wattSlots = 0;
  for (const column of watts) {
    let silentSlots = 0;
    let largestW = Number.NaN;
    for (const [slot, powerW] of column.entries()) {
      if (!Number.isNaN(powerW)) largestW = Math.max(Number.isNaN(largestW) ? 0 : largestW, Math.abs(powerW));
      else if (anyHeard[slot] === 1) silentSlots += 1;
    }
    if (silentSlots === 0) continue;
    if (Number.isNaN(largestW)) return null;
    wattSlots += silentSlots * largestW;
  }
  return (wattSlots * series.resolutionSeconds) / 3_600_000;
}

function heardByAny(columns: readonly Float64Array[]): Uint8Array {
  const heard = new Uint8Array(columns[0]?.length ?? 0);
  for (const column of columns) {
    for (const [slot, powerW] of column.entries()) if (!Number.isNaN(powerW)) heard[slot] = 1;
  }
  return heard;
}

/** A figure with the most that gaps may have turned it by. */
export interface UncertainFigure extends Figure {
  readonly uncertaintyKWh: UncertaintyKWh;
}

/** True when gaps may have turned a difference by more than 0.1 kWh and a tenth of itself: then it says nothing. */
export function isTurnedByGaps(uncertain: UncertainFigure): boolean {
  if (uncertain.quality === 'not_applicable' || uncertain.uncertaintyKWh === 0) return false;
  if (uncertain.uncertaintyKWh === null) return true;
  return uncertain.uncertaintyKWh > Math.max(0.1, 0.1 * Math.abs(uncertain.energyKWh ?? 0));
}

/** Adds uncertainties up; one without a bound leaves the sum without one. */
export function sumUncertainties(parts: readonly UncertaintyKWh[]): UncertaintyKWh {
  return parts.reduce<UncertaintyKWh>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
