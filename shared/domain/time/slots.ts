import { type Instant, instantFromEpochSeconds, instantFromMs } from './instant.ts';
import type { Interval } from './interval.ts';
import { type LocalDay, offsetChangesIn, utcOffsetMinutesAt } from './local-day.ts';
import { createZoneMemory } from './zone-memory.ts';

/**
 * The start stamps of the samples that belong to a local day. Stamps are whole multiples of the resolution since 1970, as sources
 * count them, so that hourly ones fall on half past where the zone's offset has a half hour.
 * @throws {RangeError} when the resolution is not a whole number of seconds above 0
 */
export function slotStarts(day: LocalDay, resolutionSeconds: number): Instant[] {
  const first = firstSlot(day.start, resolutionSeconds);
  return Array.from({ length: expectedSlots(day, resolutionSeconds) }, (_, index) =>
    instantFromEpochSeconds((first + index) * resolutionSeconds),
  );
}

/**
 * How many samples of a resolution belong to a local day; at 5 minutes 288, 276 and 300 at a change of the clocks by an hour.
 * @throws {RangeError} when the resolution is not a whole number of seconds above 0
 */
export function expectedSlots(day: LocalDay, resolutionSeconds: number): number {
  return firstSlot(day.end, resolutionSeconds) - firstSlot(day.start, resolutionSeconds);
}

/** Counts in slots since 1970 the first one that begins at the instant or later. */
function firstSlot(instant: Instant, resolutionSeconds: number): number {
  if (!Number.isInteger(resolutionSeconds) || resolutionSeconds < 1) {
    throw new RangeError(`A resolution of ${resolutionSeconds} seconds is not a whole number above 0`);
  }
  return Math.ceil(instant / (resolutionSeconds * 1000));
}

/** A stretch of a local day through which the clocks show one hour. */
export interface LocalHour extends Interval {
  /** What the clocks show, 0 to 23. */
  readonly hour: number;
  /** The hour with two digits, `00` to `23`. */
  readonly label: string;
  /** Whether the same hour was shown earlier in the day. */
  readonly repeated: boolean;
}

const MS_PER_HOUR = 3_600_000;
const hoursOfDays = createZoneMemory<readonly LocalHour[]>();

/**
 * The hours of a local day as its clocks show them, in order and without gaps. A new one begins when the clocks show a full hour
 * and when they are changed. So a day has 23 of them when an hour is left out and 25 when one is repeated; where clocks
 * change by half an hour (Lord Howe), the hour that is half left out, or the half that is repeated, lasts 30 minutes.
 * A chart of the day draws each by its length; a table of 24 columns adds up those of the same `hour`.
 */
export function localHours(day: LocalDay): readonly LocalHour[] {
  return hoursOfDays.recall(day.timeZone, `${day.start} ${day.end}`, () => workOutHours(day));
}

function workOutHours(day: LocalDay): LocalHour[] {
  const hours: LocalHour[] = [];
  const shown = new Set<number>();
  let start = day.start;
  for (const edge of [...offsetChangesIn(day, day.timeZone), day.end]) {
    const offsetMs = utcOffsetMinutesAt(start, day.timeZone) * 60_000;
    while (start < edge) {
      const hoursSince1970 = Math.floor((start + offsetMs) / MS_PER_HOUR);
      const hour = ((hoursSince1970 % 24) + 24) % 24;
      const end = instantFromMs(Math.min((hoursSince1970 + 1) * MS_PER_HOUR - offsetMs, edge));
      hours.push({ start, end, hour, label: String(hour).padStart(2, '0'), repeated: shown.has(hour) });
      shown.add(hour);
      start = end;
    }
  }
  return hours;
}
