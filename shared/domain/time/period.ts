import { type BillingCycle, cycleAfter, cycleBefore, cycleContaining } from './billing-cycle.ts';
import type { Interval } from './interval.ts';
import { isoWeekOf, mondayOf, weeksInIsoYear } from './iso-week.ts';
import * as dates from './local-date.ts';
import { type LocalDate, plusDays } from './local-date.ts';
import { type LocalDay, localDay, startOfLocalDay } from './local-day.ts';
import { quoted } from './quoted-text.ts';
import type { TimeZone } from './time-zone.ts';

export type ReportKind = 'daily' | 'weekly' | 'monthly' | 'cycle';

/** The calendar span that a report is about: whole local dates, the same ones in every zone. */
export interface Period {
  readonly kind: ReportKind;
  /** As people write it: `2026-11-19`, `2026-W47`, `2026-11` or `2026-10-15/2026-11-14`. */
  readonly key: string;
  readonly first: LocalDate;
  /** Included. */
  readonly last: LocalDate;
}

export class InvalidPeriodError extends Error {
  override readonly name = 'InvalidPeriodError';
}

const FORMS =
  'a local day (2026-11-19), an ISO week (2026-W47), a month (2026-11) or a billing cycle (2026-10-15/2026-11-14)';
const MAX_CYCLE_DAYS = 366;

/**
 * Reads a period in one of its four written forms; both dates of a billing cycle belong to it.
 * @throws {InvalidPeriodError} for any other form, a date or week that no calendar has, a cycle that ends before it begins or is longer than 366 days
 */
export function parsePeriod(text: unknown): Period {
  if (typeof text !== 'string') throw invalid(text, 'no text');
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week !== null) return parseWeek(text, week[1] ?? '', Number(week[2]));
  const [first = '', last, ...more] = text.split('/');
  if (more.length > 0) throw invalid(text, 'more than two dates');
  if (last !== undefined) return parseCycle(text, first, last);
  return /^\d{4}-\d{2}$/.test(text)
    ? periodOfDate('monthly', parseDate(text, `${text}-01`))
    : periodOfDate('daily', parseDate(text, text));
}

function parseWeek(text: string, yearText: string, week: number): Period {
  const year = dates.yearOf(parseDate(text, `${yearText}-01-04`));
  const weeks = weeksInIsoYear(year);
  if (week < 1 || week > weeks) throw invalid(text, `${year} has the weeks 01 to ${weeks}`);
  return periodOfDate('weekly', mondayOf({ year, week }));
}

function parseCycle(text: string, firstText: string, lastText: string): Period {
  const cycle = { first: parseDate(text, firstText), last: parseDate(text, lastText) };
  const days = dates.daysFrom(cycle.first, cycle.last) + 1;
  if (days < 1) throw invalid(text, 'it ends before it begins');
  if (days > MAX_CYCLE_DAYS) throw invalid(text, `${days} days are more than ${MAX_CYCLE_DAYS}`);
  return cyclePeriod(cycle);
}

function parseDate(text: string, dateText: string): LocalDate {
  try {
    return dates.parseLocalDate(dateText);
  } catch (error) {
    throw invalid(text, error instanceof dates.InvalidDateError ? error.message : 'unreadable date');
  }
}

function invalid(text: unknown, problem: string): InvalidPeriodError {
  return new InvalidPeriodError(`${quoted(text)} is not a period (${problem}). Write ${FORMS}`);
}

/**
 * The period of a kind that a date lies in.
 * @param cycleStartDay day of the month that billing cycles begin on, 29 to 31 meaning the last day of a shorter month
 * @throws {RangeError} for a cycle without a start day from 1 to 31
 */
export function periodOfDate(kind: ReportKind, date: LocalDate, cycleStartDay?: number): Period {
  switch (kind) {
    case 'daily':
      return { kind, key: date, first: date, last: date };
    case 'weekly': {
      const week = isoWeekOf(date);
      const first = mondayOf(week);
      return { kind, key: `${week.year}-W${String(week.week).padStart(2, '0')}`, first, last: plusDays(first, 6) };
    }
    case 'monthly': {
      const [year, month] = [dates.yearOf(date), dates.monthOf(date)];
      const first = dates.dateClampedToMonth(year, month, 1);
      return { kind, key: date.slice(0, 7), first, last: dates.dateClampedToMonth(year, month, 31) };
    }
    case 'cycle':
      return cyclePeriod(cycleContaining(date, cycleStartDay));
  }
}

function cyclePeriod({ first, last }: BillingCycle): Period {
  return { kind: 'cycle', key: `${first}/${last}`, first, last };
}

/** The period of the same kind that begins on the day after; see `cycleAfter` for cycles. */
export function nextPeriod(period: Period, cycleStartDay?: number): Period {
  return period.kind === 'cycle'
    ? cyclePeriod(cycleAfter(period, cycleStartDay))
    : periodOfDate(period.kind, plusDays(period.last, 1));
}

/** The period of the same kind that ends on the day before; see `cycleBefore` for cycles. */
export function previousPeriod(period: Period, cycleStartDay?: number): Period {
  return period.kind === 'cycle'
    ? cyclePeriod(cycleBefore(period, cycleStartDay))
    : periodOfDate(period.kind, plusDays(period.first, -1));
}

/** From the first instant of the first local day to the first instant after the last one. */
export function periodInterval(period: Period, zone: TimeZone): Interval {
  return { start: startOfLocalDay(period.first, zone), end: startOfLocalDay(plusDays(period.last, 1), zone) };
}

/** The local days of the period in order, without dates that the zone left out: together they are the period's interval. */
export function periodDays(period: Period, zone: TimeZone): LocalDay[] {
  return dates
    .datesBetween(period.first, period.last)
    .map((date) => localDay(date, zone))
    .filter((day) => day.end > day.start);
}

/** The key with `_` for the `/` of a billing cycle, so that it is one segment of a path. */
export function periodKeyForPath(period: Period): string {
  return period.key.replace('/', '_');
}
