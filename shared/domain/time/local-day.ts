import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { type Instant, instantFromMs } from './instant.ts';
import { hoursOf, type Interval } from './interval.ts';
import { dateOfDayNumber, dayOf, type LocalDate, monthOf, plusDays, yearOf } from './local-date.ts';
import { parseLocalTime } from './local-time.ts';
import type { TimeZone } from './time-zone.ts';
import { createZoneMemory } from './zone-memory.ts';

/**
 * A calendar date in a zone, as the interval from its first instant to the first instant of the next date.
 * Consecutive local days leave no gap and do not overlap, even where the clock steps back over midnight and shows
 * the old date once more: that hour belongs to the new day.
 */
export interface LocalDay extends Interval {
  readonly date: LocalDate;
  readonly timeZone: TimeZone;
  /** Elapsed hours: 24, 23, 25, 23.5, 24.5 …, and 0 for a date that the zone left out. */
  readonly hours: number;
}

export function localDay(date: LocalDate, zone: TimeZone): LocalDay {
  const start = startOfLocalDay(date, zone);
  const end = startOfLocalDay(plusDays(date, 1), zone);
  return { date, timeZone: zone, start, end, hours: hoursOf({ start, end }) };
}

const starts = createZoneMemory<Instant>();
const wallTimes = createZoneMemory<Instant>();

/**
 * The first instant whose local date is the given one; for a date that the zone left out (Apia, 2011-12-30), the first
 * instant of a later date.
 */
export function startOfLocalDay(date: LocalDate, zone: TimeZone): Instant {
  return starts.recall(zone, date, () =>
    instantFromMs(PlainDate.toZonedDateTime(plainDate(date), zone).epochMilliseconds),
  );
}

function plainDate(date: LocalDate): PlainDate.Record {
  return PlainDate.create(yearOf(date), monthOf(date), dayOf(date));
}

/** The date that the zone's clocks show; right after a step back over midnight this is a date whose local day is over. */
export function localDateAt(instant: Instant, zone: TimeZone): LocalDate {
  return dateOfDayNumber(Math.floor((instant + utcOffsetMsAt(instant, zone)) / 86_400_000));
}

/**
 * When the zone's clocks show a time (`HH:MM`) on a date: the first occasion of a time that comes twice, and the first
 * instant after the gap for a time that is left out.
 * @throws {InvalidTimeError} when the time is not `HH:MM`
 */
export function instantAtLocalTime(date: LocalDate, localTime: string, zone: TimeZone): Instant {
  return wallTimes.recall(zone, `${date} ${localTime}`, () => firstInstantShowing(date, localTime, zone));
}

function firstInstantShowing(date: LocalDate, localTime: string, zone: TimeZone): Instant {
  const { hour, minute } = parseLocalTime(localTime);
  const wanted = PlainDateTime.create(yearOf(date), monthOf(date), dayOf(date), hour, minute);
  const shown = PlainDateTime.toZonedDateTime(wanted, zone, { disambiguation: 'earlier' });
  if (shown.hour === hour && shown.minute === minute && shown.day === dayOf(date)) {
    return instantFromMs(shown.epochMilliseconds);
  }
  // In a gap, 'earlier' reads the time with the offset from after the gap, which lands before it.
  const gapEnd = ZonedDateTime.getTimeZoneTransition(shown, 'next') ?? shown;
  return instantFromMs(gapEnd.epochMilliseconds);
}

/** Minutes that the zone's clocks are ahead of UTC; not whole where the offset has seconds, as in Monrovia until 1972. */
export function utcOffsetMinutesAt(instant: Instant, zone: TimeZone): number {
  return utcOffsetMsAt(instant, zone) / 60_000;
}

function utcOffsetMsAt(instant: Instant, zone: TimeZone): number {
  return ZonedDateTime.offsetNanoseconds(zoned(instant, zone)) / 1_000_000;
}

function zoned(instant: Instant, zone: TimeZone): ZonedDateTime.Record {
  return ZonedDateTime.create(BigInt(instant) * 1_000_000n, zone);
}

/** The instants inside the interval, its start excluded, from which the zone's clocks go by another offset. */
export function offsetChangesIn(interval: Interval, zone: TimeZone): Instant[] {
  const changes: Instant[] = [];
  let at = ZonedDateTime.getTimeZoneTransition(zoned(interval.start, zone), 'next');
  while (at !== null && at.epochMilliseconds < interval.end) {
    changes.push(instantFromMs(at.epochMilliseconds));
    at = ZonedDateTime.getTimeZoneTransition(at, 'next');
  }
  return changes;
}

/**
 * Local date and time with the offset, `2026-03-08T00:00:00-06:00`; an offset with seconds is rounded to minutes, since
 * ISO 8601 writes no finer one.
 */
export function isoWithOffset(instant: Instant, zone: TimeZone): string {
  const offsetMs = utcOffsetMsAt(instant, zone);
  const offsetMinutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = String(Math.floor(offsetMinutes / 60)).padStart(2, '0');
  const minutes = String(offsetMinutes % 60).padStart(2, '0');
  const local = new Date(instant + offsetMs).toISOString().replace(/(\.000)?Z$/, '');
  return `${local}${offsetMs < 0 ? '-' : '+'}${hours}:${minutes}`;
}
