import type { LocalDay } from '../../../domain/time/local-day.ts';
import { isSame } from './interval-collector.ts';
import type { IntervalColumn } from './interval-column.ts';

/** One interval that has a part in a day. */
export interface DayInterval {
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  readonly energyWh: number;
  readonly estimated: boolean;
  /** Which of the columns it is from. */
  readonly column: number;
  readonly place: number;
}

/** Two files that say different things about the same time. */
export interface Contradiction {
  readonly earlier: DayInterval;
  readonly later: DayInterval;
}

/**
 * The intervals of one channel that overlap a day, from all files that have it, in order; what several of them say in the
 * same words counts once.
 */
export function intervalsOfDay(
  columns: readonly (IntervalColumn | undefined)[],
  day: LocalDay,
): { readonly intervals: readonly DayInterval[] } | { readonly contradiction: Contradiction } {
  const startSeconds = day.start / 1000;
  const endSeconds = day.end / 1000;
  const found = columns.flatMap((column, index) =>
    column === undefined ? [] : overlapping(column, index, startSeconds, endSeconds),
  );
  if (columns.length > 1) found.sort((a, b) => a.startSeconds - b.startSeconds);
  const intervals: DayInterval[] = [];
  for (const interval of found) {
    const before = intervals.at(-1);
    if (before === undefined || interval.startSeconds >= before.startSeconds + before.lengthSeconds) {
      intervals.push(interval);
    } else if (!isRepetition(before, interval)) {
      return { contradiction: { earlier: before, later: interval } };
    }
  }
  return { intervals };
}

function overlapping(column: IntervalColumn, index: number, fromSeconds: number, toSeconds: number): DayInterval[] {
  const found: DayInterval[] = [];
  const { startSeconds, lengthSeconds } = column;
  for (let at = firstAtOrAfter(startSeconds, fromSeconds - 3600); at < startSeconds.length; at += 1) {
    const start = startSeconds[at] ?? 0;
    if (start >= toSeconds) break;
    const length = lengthSeconds[at] ?? 0;
    if (start + length <= fromSeconds) continue;
    found.push({
      startSeconds: start,
      lengthSeconds: length,
      energyWh: column.energyWh[at] ?? Number.NaN,
      estimated: column.estimated[at] === 1,
      column: index,
      place: column.places[at] ?? 0,
    });
  }
  return found;
}

function firstAtOrAfter(ascending: Uint32Array, wanted: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isRepetition = (a: DayInterval, b: DayInterval) =>
  isSame(
    { start: a.startSeconds, seconds: a.lengthSeconds, energyWh: a.energyWh },
    { start: b.startSeconds, seconds: b.lengthSeconds, energyWh: b.energyWh },
  );
