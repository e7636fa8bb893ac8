import type { Instant } from './instant.ts';
import { plusDays } from './local-date.ts';
import { instantAtLocalTime, localDateAt } from './local-day.ts';
import { nextPeriod, type Period, periodInterval, periodOfDate, previousPeriod, type ReportKind } from './period.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * When the report on a period falls due: at the send time (`HH:MM` on the location's clocks) of the date after its last. A send
 * time that the clocks leave out that day means the first instant after the gap. It is never before the period's end, since no
 * time of a date comes before the first instant of that date.
 * @throws {InvalidTimeError} when the send time is not `HH:MM`
 */
export function dueAt(period: Period, sendTime: string, zone: TimeZone): Instant {
  return instantAtLocalTime(plusDays(period.last, 1), sendTime, zone);
}

/**
 * The most recent period whose report is due at an instant. A period of no length (the date that Apia left out in 2011) is
 * never due.
 * @throws {RangeError} for cycles without a start day from 1 to 31
 */
export function latestDuePeriod(
  kind: ReportKind,
  now: Instant,
  sendTime: string,
  zone: TimeZone,
  cycleStartDay?: number,
): Period {
  // Also right after a step back over midnight: the clocks show the date whose local day has just ended, and no later one has.
  let period = periodOfDate(kind, localDateAt(now, zone), cycleStartDay);
  while (dueAt(period, sendTime, zone) > now || isEmpty(period, zone)) period = previousPeriod(period, cycleStartDay);
  return period;
}

/** All periods from the given one on whose reports are due at an instant, oldest first; none when the given one is not due yet. */
export function duePeriods(
  from: Period,
  now: Instant,
  sendTime: string,
  zone: TimeZone,
  cycleStartDay?: number,
): Period[] {
  const due: Period[] = [];
  for (let period = from; dueAt(period, sendTime, zone) <= now; period = nextPeriod(period, cycleStartDay)) {
    if (!isEmpty(period, zone)) due.push(period);
  }
  return due;
}

function isEmpty(period: Period, zone: TimeZone): boolean {
  const { start, end } = periodInterval(period, zone);
  return start === end;
}
