import type { LocalDay } from '../../../domain/time/local-day.ts';
import type { DayGrid } from './day-grid.ts';
import type { DayInterval } from './day-intervals.ts';

/** One register's day. */
export interface RegisterDay {
  /** Mean power of each slot; NaN where the slot is not wholly covered. */
  readonly watts: Float64Array;
  /** Energy of all intervals, as far as they lie in the day; null where there is none. */
  readonly energyKWh: number | null;
  readonly estimated: boolean;
}

/** Lays intervals over a day's slots, each with an even power; `factor` brings multiplier and sign. */
export function layOverSlots(
  day: LocalDay,
  grid: DayGrid,
  intervals: readonly DayInterval[],
  factor: number,
): RegisterDay {
  const { resolutionSeconds, slots } = grid;
  const dayStart = day.start / 1000;
  const daySeconds = slots * resolutionSeconds;
  const energyWs = new Float64Array(slots);
  const coveredSeconds = new Float64Array(slots);
  let dayWs = 0;
  let estimated = false;
  for (const interval of intervals) {
    const powerW = (interval.energyWh * 3600 * factor) / interval.lengthSeconds;
    const from = Math.max(0, interval.startSeconds - dayStart);
    const to = Math.min(daySeconds, interval.startSeconds + interval.lengthSeconds - dayStart);
    dayWs += powerW * (to - from);
    estimated ||= interval.estimated;
    for (let slot = Math.floor(from / resolutionSeconds); slot * resolutionSeconds < to; slot += 1) {
      const seconds = Math.min(to, (slot + 1) * resolutionSeconds) - Math.max(from, slot * resolutionSeconds);
      energyWs[slot] = (energyWs[slot] ?? 0) + powerW * seconds;
      coveredSeconds[slot] = (coveredSeconds[slot] ?? 0) + seconds;
    }
  }
  const watts = energyWs.map((each, slot) =>
    coveredSeconds[slot] === resolutionSeconds ? each / resolutionSeconds : Number.NaN,
  );
  // Adding 0 turns −0 into 0.
  return { watts, energyKWh: intervals.length === 0 ? null : dayWs / 3_600_000 + 0, estimated };
}
