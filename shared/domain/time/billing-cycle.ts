import { dateClampedToMonth, dayOf, daysFrom, type LocalDate, monthOf, plusDays, yearOf } from './local-date.ts';

/** The dates of a billing cycle, first and last included. */
export interface BillingCycle {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * The monthly cycle that a date lies in. A start day of 29 to 31 means the last day of a month that has no such day.
 * @throws {RangeError} when the start day is missing or is not a whole number from 1 to 31
 */
export function cycleContaining(date: LocalDate, startDay: number | undefined): BillingCycle {
  if (startDay === undefined || !Number.isInteger(startDay) || startDay < 1 || startDay > 31) {
    throw new RangeError(`A billing cycle begins on a day of the month from 1 to 31, not on ${startDay}`);
  }
  const startThisMonth = dateClampedToMonth(yearOf(date), monthOf(date), startDay);
  return date < startThisMonth
    ? { first: startInNeighbourMonth(date, -1, startDay), last: plusDays(startThisMonth, -1) }
    : { first: startThisMonth, last: plusDays(startInNeighbourMonth(date, 1, startDay), -1) };
}

function startInNeighbourMonth(date: LocalDate, step: -1 | 1, startDay: number): LocalDate {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + step;
  return dateClampedToMonth(Math.floor(months / 12), (months % 12) + 1, startDay);
}

/**
 * The start day of a cycle that is one of the monthly ones; undefined for any other span of dates.
 * No two neighbouring months are both too short for a start day, so the later day of the two starts is it.
 */
export function startDayOf(cycle: BillingCycle): number | undefined {
  const startDay = Math.max(dayOf(cycle.first), dayOf(plusDays(cycle.last, 1)));
  const monthly = cycleContaining(cycle.first, startDay);
  return monthly.first === cycle.first && monthly.last === cycle.last ? startDay : undefined;
}

/**
 * The cycle that begins on the day after. With a start day it ends where the monthly cycle ends, so that a change of the start
 * day makes one short cycle and neither a gap nor an overlap. Without one, a monthly cycle is followed by the next monthly
 * one, and any other span by one of as many days.
 */
export function cycleAfter(cycle: BillingCycle, startDay = startDayOf(cycle)): BillingCycle {
  const first = plusDays(cycle.last, 1);
  if (startDay === undefined) return { first, last: plusDays(first, daysFrom(cycle.first, cycle.last)) };
  return { first, last: cycleContaining(first, startDay).last };
}

/** The cycle that ends on the day before; its first day is found as `cycleAfter` finds the last. */
export function cycleBefore(cycle: BillingCycle, startDay = startDayOf(cycle)): BillingCycle {
  const last = plusDays(cycle.first, -1);
  if (startDay === undefined) return { first: plusDays(last, -daysFrom(cycle.first, cycle.last)), last };
  return { first: cycleContaining(last, startDay).first, last };
}
