import { createAtMost } from '../aws/at-most.ts';
import { type FileReadings, MOST_INTERVALS_A_FILE } from './intervals/interval-collector.ts';

/** From when to when the intervals of a file reach, in epoch seconds; both 0 where it has none. */
export interface FileSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Keeps what was read of files, so that a month's days do not read each file again. */
export interface ReadingsCache {
  /**
   * The readings of a file, or undefined where none of them is of the time from `fromSeconds` to `toSeconds`.
   *
   * @param key names the file and its version
   * @param read reads the file; called when its readings are not held
   */
  readingsWithin(key: string, time: FileSpan, read: () => Promise<FileReadings>): Promise<FileReadings | undefined>;
}

/** Some 120 MB, at twenty bytes each. */
const MOST_INTERVALS_HELD = MOST_INTERVALS_A_FILE;
/** A few numbers each. */
const MOST_SPANS_HELD = 100_000;
/** Files that are read at the same time: one may take half a gigabyte, and two are read no sooner than one after the other. */
const READ_AT_ONCE = 1;

interface Held {
  readonly readings: Promise<FileReadings>;
  intervals: number;
}

/** Forgets first what was not used for the longest time. */
export function createReadingsCache(mostIntervals = MOST_INTERVALS_HELD): ReadingsCache {
  const held = new Map<string, Held>();
  const spans = new Map<string, FileSpan>();
  const atMost = createAtMost(READ_AT_ONCE);
  const hold = (key: string, read: () => Promise<FileReadings>): Promise<FileReadings> => {
    const known = held.get(key);
    if (known !== undefined) {
      held.delete(key);
      held.set(key, known);
      return known.readings;
    }
    const entry: Held = { readings: atMost(read), intervals: 0 };
    held.set(key, entry);
    entry.readings.then(
      (readings) => {
        entry.intervals = intervalCount(readings);
        if (spans.size >= MOST_SPANS_HELD) spans.clear();
        spans.set(key, spanOf(readings));
        shed(held, mostIntervals);
      },
      () => held.delete(key),
    );
    return entry.readings;
  };
  return {
    async readingsWithin(key, time, read) {
      const known = spans.get(key);
      if (known !== undefined && !meet(known, time)) return undefined;
      const readings = await hold(key, read);
      return meet(spanOf(readings), time) ? readings : undefined;
    },
  };
}

function shed(held: Map<string, Held>, mostIntervals: number): void {
  let sum = 0;
  for (const { intervals } of held.values()) sum += intervals;
  for (const [key, { intervals }] of held) {
    if (sum <= mostIntervals) return;
    if (intervals === 0) continue;
    held.delete(key);
    sum -= intervals;
  }
}

function intervalCount(readings: FileReadings): number {
  let sum = 0;
  for (const { startSeconds } of readings.values()) sum += startSeconds.length;
  return sum;
}

function spanOf(readings: FileReadings): FileSpan {
  let [fromSeconds, toSeconds] = [Number.POSITIVE_INFINITY, 0];
  for (const { startSeconds, lengthSeconds } of readings.values()) {
    fromSeconds = Math.min(fromSeconds, startSeconds[0] ?? Number.POSITIVE_INFINITY);
    // In order and without overlaps: the last to begin is the last to end.
    toSeconds = Math.max(toSeconds, (startSeconds.at(-1) ?? 0) + (lengthSeconds.at(-1) ?? 0));
  }
  return { fromSeconds, toSeconds };
}

const meet = (a: FileSpan, b: FileSpan) => a.fromSeconds < b.toSeconds && b.fromSeconds < a.toSeconds;
