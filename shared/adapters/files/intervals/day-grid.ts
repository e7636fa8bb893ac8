import type { LocalDay } from '../../../domain/time/local-day.ts';
import type { DayInterval } from './day-intervals.ts';

/** The slots that a day's series is given in, and whether an interval had to be divided between some of them. */
export interface DayGrid {
  readonly resolutionSeconds: number;
  readonly slots: number;
  /** Length of the longest interval whose energy was divided by time; null where each fills a slot of its own. */
  readonly dividedSeconds: number | null;
}

const USUAL_RESOLUTIONS = [3600, 1800, 900, 600, 300, 120, 60];
const FINEST_SECONDS = 60;

/**
 * The coarsest slots that every interval begins and ends with, and the day too: where a zone is half an hour off, whole
 * UTC hours come in halves. Intervals at odd seconds are laid over slots of a usual length instead.
 */
export function dayGrid(day: LocalDay, registers: readonly (readonly DayInterval[])[]): DayGrid | null {
  const daySeconds = (day.end - day.start) / 1000;
  const dayStart = day.start / 1000;
  let common = daySeconds;
  let shortest = Number.POSITIVE_INFINITY;
  for (const intervals of registers) {
    for (const { startSeconds, lengthSeconds } of intervals) {
      common = greatestCommonDivisor(common, Math.abs(startSeconds - dayStart));
      common = greatestCommonDivisor(common, lengthSeconds);
      shortest = Math.min(shortest, lengthSeconds);
    }
  }
  if (shortest === Number.POSITIVE_INFINITY) return null;
  const resolutionSeconds =
    common >= Math.min(FINEST_SECONDS, shortest) ? common : usualResolution(daySeconds, shortest);
  const divided = registers.flat().filter((interval) => !fillsOneSlot(interval, dayStart, resolutionSeconds));
  return {
    resolutionSeconds,
    slots: daySeconds / resolutionSeconds,
    dividedSeconds: divided.length === 0 ? null : divided.reduce((most, each) => Math.max(most, each.lengthSeconds), 0),
  };
}

function usualResolution(daySeconds: number, shortestSeconds: number): number {
  const fitting = USUAL_RESOLUTIONS.find((each) => each <= shortestSeconds && daySeconds % each === 0);
  return fitting ?? greatestCommonDivisor(daySeconds, FINEST_SECONDS);
}

function fillsOneSlot(interval: DayInterval, dayStart: number, resolutionSeconds: number): boolean {
  const fromDayStart = interval.startSeconds - dayStart;
  return fromDayStart >= 0 && fromDayStart % resolutionSeconds === 0 && interval.lengthSeconds === resolutionSeconds;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
