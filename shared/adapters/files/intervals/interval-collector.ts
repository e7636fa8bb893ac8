import { badFile, type FaultList, shownId } from '../file-fault.ts';
import { createGrowingColumn, type GrowingColumn, type IntervalColumn, picked } from './interval-column.ts';

/** What the reader of a file knows of one interval; `place` is a number that its own `placeText` understands. */
export interface IntervalReading {
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  readonly energyWh: number;
  readonly place: number;
  readonly estimated?: boolean;
}

/** A file's intervals by channel; a channel is what the file calls a register. */
export type FileReadings = ReadonlyMap<string, IntervalColumn>;

/** Takes a file's intervals in any order, and checks each by itself, then all beside each other. */
export interface IntervalCollector {
  add(channel: string, reading: IntervalReading): void;
  /** Identical repetitions are dropped. @throws BadFileError for contradictory ones and whatever else is wrong */
  finish(): FileReadings;
}

/** An hour: from longer intervals nobody could tell what belongs to a day of 23 or 25 hours. */
export const LONGEST_INTERVAL_SECONDS = 3600;
/** More than any one register can have drawn. */
const MOST_POWER_W = 10_000_000;
const LATEST_START_SECONDS = 2 ** 32 - 1;
/** What a process can hold of one file, at some twenty bytes each. */
export const MOST_INTERVALS_A_FILE = 6_000_000;

export function createIntervalCollector(faults: FaultList, placeText: (place: number) => string): IntervalCollector {
  const columns = new Map<string, GrowingColumn>();
  let count = 0;
  return {
    add(channel, reading) {
      const { startSeconds, lengthSeconds, energyWh, place, estimated = false } = reading;
      const problem = problemOf(reading);
      if (problem !== undefined) {
        faults.add(placeText(place), problem);
        return;
      }
      count += 1;
      if (count > MOST_INTERVALS_A_FILE) {
        throw badFile(placeText(place), `is beyond the ${MOST_INTERVALS_A_FILE} values that a file may hold: split it`);
      }
      let column = columns.get(channel);
      if (column === undefined) {
        column = createGrowingColumn();
        columns.set(channel, column);
      }
      // Adding 0 turns −0 into 0.
      column.push(startSeconds, lengthSeconds, energyWh + 0, place, estimated);
    },
    finish() {
      const finished = new Map<string, IntervalColumn>();
      for (const [channel, column] of columns) {
        finished.set(channel, withoutRepetitions(column.sorted(), channel, faults, placeText));
        columns.delete(channel);
      }
      faults.throwIfAny();
      return finished;
    },
  };
}

function problemOf({ startSeconds, lengthSeconds, energyWh }: IntervalReading): string | undefined {
  if (!Number.isInteger(startSeconds) || startSeconds < 0 || startSeconds > LATEST_START_SECONDS) {
    return 'begins at no whole second between 1970 and 2106';
  }
  if (!Number.isInteger(lengthSeconds) || lengthSeconds < 1) return 'does not last a whole number of seconds';
  if (lengthSeconds > LONGEST_INTERVAL_SECONDS) {
    return `lasts ${lengthSeconds} s: local days need intervals of an hour (3600 s) or less`;
  }
  const powerW = (energyWh * 3600) / lengthSeconds;
  if (!Number.isFinite(powerW) || Math.abs(powerW) > MOST_POWER_W) return 'is more than any register can have measured';
  return undefined;
}

function withoutRepetitions(
  column: IntervalColumn,
  channel: string,
  faults: FaultList,
  placeText: (place: number) => string,
): IntervalColumn {
  const { startSeconds, lengthSeconds, energyWh, places } = column;
  const kept = new Uint32Array(startSeconds.length);
  let keptCount = 0;
  for (let index = 0; index < startSeconds.length; index += 1) {
    const before = keptCount === 0 ? -1 : (kept[keptCount - 1] ?? 0);
    const overlaps = before >= 0 && at(startSeconds, index) < at(startSeconds, before) + at(lengthSeconds, before);
    if (!overlaps) {
      kept[keptCount] = index;
      keptCount += 1;
      continue;
    }
    const isRepetition = isSame(
      { start: at(startSeconds, before), seconds: at(lengthSeconds, before), energyWh: at(energyWh, before) },
      { start: at(startSeconds, index), seconds: at(lengthSeconds, index), energyWh: at(energyWh, index) },
    );
    if (!isRepetition) {
      const earlier = placeText(at(places, before));
      faults.add(placeText(at(places, index)), `${shownId(channel)} contradicts ${earlier} about the same time`);
    }
  }
  return keptCount === startSeconds.length ? column : picked(column, kept.subarray(0, keptCount));
}

interface OneInterval {
  readonly start: number;
  readonly seconds: number;
  readonly energyWh: number;
}

/** Equal but for what is lost when the same value is written with another unit. */
export function isSame(a: OneInterval, b: OneInterval): boolean {
  const tolerance = 1e-9 * Math.max(1, Math.abs(a.energyWh));
  return a.start === b.start && a.seconds === b.seconds && Math.abs(a.energyWh - b.energyWh) <= tolerance;
}

const at = (numbers: ArrayLike<number>, index: number) => numbers[index] ?? Number.NaN;
