import type { Instant } from './instant.ts';

/** Two instants: the start belongs to it, the end does not. Nothing lies in an interval whose ends are equal. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export function durationMs(interval: Interval): number {
  return interval.end - interval.start;
}

/** Elapsed hours, not hours on a clock: 23, 23.5, 24, 24.5 or 25 for a local day. */
export function hoursOf(interval: Interval): number {
  return durationMs(interval) / 3_600_000;
}

export function contains(interval: Interval, instant: Instant): boolean {
  return interval.start <= instant && instant < interval.end;
}

/** Whether at least one instant lies in both: intervals that only touch do not overlap. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}
