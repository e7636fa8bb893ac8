import type { Interval } from '../time/interval.ts';
import type { PowerSeries } from './day-readings.ts';
import type { Figure } from './figure.ts';
import { firstSlotOf } from './later-registers.ts';
import type { Register } from './register.ts';

/** How far a gap may have turned a figure, in kWh; null where nobody can say. */
export type UncertaintyKWh = number | null;

/**
 * Bounds the error of a difference whose registers have gaps at different times: what each silent register may have
 * metered in the slots in which another of them was heard. Slots in which all are silent shorten the measured time but
 * turn nothing, and neither do those before a register was there. Null (no bound) for a register that was never heard.
 */
export function gapUncertaintyKWh(
  registers: readonly Register[],
  series: PowerSeries | null,
  day: Interval,
): UncertaintyKWh {
  if (registers.length < 2 || series === null) return 0;
  const columns = registers.flatMap((register) => {
    const watts = series.wattsByRegister.get(register.id);
    return watts === undefined ? [] : [{ watts, from: firstSlotOf(register, day, series.resolutionSeconds) }];
  });
  if (columns.length < registers.length) return null;
  const anyHeard = heardByAny(columns.map(({ watts }) => watts));
  let wattSlots = 0;
  for (const { watts: column, from } of columns) {
    const silentSlots = column.reduce(
      (count, powerW, slot) => count + (slot >= from && Number.isNaN(powerW) ? (anyHeard[slot] ?? 0) : 0),
      0,
    );
    if (silentSlots === 0) continue;
    const most = mostWithin(column, silentSlots);
    if (most === undefined) return null;
    wattSlots += most;
  }
  return (wattSlots * series.resolutionSeconds) / 3_600_000;
}

/**
 * The most that a register moved, in watt-slots, within any stretch of so many slots that was heard that day: what it
 * did then it may have done in its silence. Where less was heard than is missing, the rest is taken to have been alike.
 */
function mostWithin(column: Float64Array, slots: number): number | undefined {
  let heard = 0;
  let within = 0;
  let most = 0;
  for (const [slot, powerW] of column.entries()) {
    if (!Number.isNaN(powerW)) heard += 1;
    within += Math.abs(powerW || 0) - Math.abs((slot >= slots ? column[slot - slots] : 0) || 0);
    most = Math.max(most, within);
  }
  if (heard === 0) return undefined;
  return most * Math.max(1, slots / heard);
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
