import type { Instant } from '../time/instant.ts';
import type { LocalDay } from '../time/local-day.ts';
import type { PowerPeak } from './day-facts.ts';

/** The highest slot; null without a sample. */
export function peakOf(day: LocalDay, watts: Float64Array, resolutionSeconds: number): PowerPeak | null {
  let peak: PowerPeak | null = null;
  for (const [slot, powerW] of watts.entries()) {
    if (Number.isNaN(powerW) || (peak !== null && powerW <= peak.powerW)) continue;
    peak = { powerW, start: (day.start + slot * resolutionSeconds * 1000) as Instant };
  }
  return peak;
}

/** The least share of a day's slots from which a base load is read. */
export const BASE_LOAD_MIN_COVERAGE = 0.9;

/** The power that the place rarely falls below: the 5th percentile of the slots' means (nearest rank); null below 90 % coverage. */
export function baseLoadOf(watts: Float64Array): number | null {
  const heard = watts.filter((powerW) => !Number.isNaN(powerW)).sort();
  if (heard.length === 0 || heard.length < BASE_LOAD_MIN_COVERAGE * watts.length) return null;
  return heard[Math.max(0, Math.ceil(0.05 * heard.length) - 1)] ?? null;
}
