import { calendarDate, dayNumber, daysInMonthOf } from './day-number.ts';
import { quoted } from './quoted-text.ts';

/** A calendar date without a zone, as `YYYY-MM-DD`: compares and sorts as a plain string. */
export type LocalDate = string & { readonly calendar: 'iso8601' };

export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError';
}

const ZERO = '0'.charCodeAt(0);
const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

/**
 * Reads a date of the calendar written `YYYY-MM-DD`, in the years 1970 to 2200.
 * @throws {InvalidDateError} for any other form, a date that no calendar has, or a year outside
 */
export function parseLocalDate(text: unknown): LocalDate {
  const match = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (match === null) throw new InvalidDateError(`${quoted(text)} is not a date: write YYYY-MM-DD, such as 2026-11-19`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonthOf(year, month)) {
    throw new InvalidDateError(`${quoted(text)} is not a date of the calendar`);
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new InvalidDateError(`${quoted(text)} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return match[0] as LocalDate;
}

/** The date of a year, month (1 to 12) and day of the month; a day past the month's end is its last day. */
export function dateClampedToMonth(year: number, month: number, day: number): LocalDate {
  return dateOfDayNumber(dayNumber(year, month, Math.min(day, daysInMonthOf(year, month))));
}

/** Days from 1970-01-01 to the date. */
export function dayNumberOf(date: LocalDate): number {
  return dayNumber(yearOf(date), monthOf(date), dayOf(date));
}

/**
 * The date that lies a number of days after 1970-01-01.
 * @throws {RangeError} when the number is not whole or the year would not have four digits (1000 to 9999)
 */
export function dateOfDayNumber(number: number): LocalDate {
  if (!Number.isInteger(number)) throw new RangeError(`A day count of ${number} is not a whole number`);
  const { year, month, day } = calendarDate(number);
  if (year < 1000 || year > 9999) throw new RangeError(`Year ${year} is outside 1000 to 9999`);
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as LocalDate;
}

/** The date a number of days later; earlier when negative. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Days from `a` to `b`: negative when `b` is the earlier one. */
export function daysFrom(a: LocalDate, b: LocalDate): number {
  return dayNumberOf(b) - dayNumberOf(a);
}

/** −1, 0 or 1: calendar order, fit for `Array.sort`. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: LocalDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every date from the first to the last, both included; none when the last is the earlier one. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const from = dayNumberOf(first);
  const count = Math.max(0, dayNumberOf(last) - from + 1);
  return Array.from({ length: count }, (_, index) => dateOfDayNumber(from + index));
}

export function yearOf(date: LocalDate): number {
  return 100 * twoDigits(date, 0) + twoDigits(date, 2);
}

/** 1 is January. */
export function monthOf(date: LocalDate): number {
  return twoDigits(date, 5);
}

/** Day of the month, from 1. */
export function dayOf(date: LocalDate): number {
  return twoDigits(date, 8);
}

/** Without cutting the text: a planner steps from date to date more than it does anything else. */
function twoDigits(date: LocalDate, at: number): number {
  return 10 * date.charCodeAt(at) + date.charCodeAt(at + 1) - 11 * ZERO;
}

/** Days in the month that the date lies in. */
export function daysInMonth(date: LocalDate): number {
  return daysInMonthOf(yearOf(date), monthOf(date));
}
