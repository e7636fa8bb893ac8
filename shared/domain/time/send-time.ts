import type { Instant } from './instant.ts';
import { plusDays } from './local-date.ts';
import { instantAtLocalTime, localDateAt } from './local-day.ts';
import { nextPeriod, type Period, periodInterval, periodOfDate, previousPeriod, type ReportKind } from './period.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * When the report on a period falls due: at the send time (`HH:MM` on the location's clocks) of the date after its last, and
 * never before the period is over. A send time that the clocks leave out that day means the first instant after the gap.
 * @throws {InvalidTimeError} when the send time is not `HH:MM`
 */
export function dueAt(period: Period, sendTime: string, zone: TimeZone): Instant {
  const asked = instantAtLocalTime(plusDays(period.last, 1), sendTime, zone);
  const { end } = periodInterval(period, zone);
  return asked > end ? asked : end;
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
  // A day ahead: where the clock steps back over midnight it shows a date whose local day is already over.
  let period = periodOfDate(kind, plusDays(localDateAt(now, zone), 1), cycleStartDay);
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
