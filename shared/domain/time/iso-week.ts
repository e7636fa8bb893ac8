import { dateClampedToMonth, dayNumberOf, isoWeekday, type LocalDate, plusDays, yearOf } from './local-date.ts';

/** A week of ISO 8601: Monday to Sunday, counted in the year that its Thursday lies in. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

export function isoWeekOf(date: LocalDate): IsoWeek {
  const thursday = plusDays(date, 4 - isoWeekday(date));
  const year = yearOf(thursday);
  const dayOfYear = dayNumberOf(thursday) - dayNumberOf(dateClampedToMonth(year, 1, 1));
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

/** The Monday that a week begins with. The fourth of January lies in week 1 of every year. */
export function mondayOf({ year, week }: IsoWeek): LocalDate {
  const fourthOfJanuary = dateClampedToMonth(year, 1, 4);
  return plusDays(fourthOfJanuary, 1 - isoWeekday(fourthOfJanuary) + 7 * (week - 1));
}

/** 52 or 53. The 28th of December lies in the last week of every year. */
export function weeksInIsoYear(year: number): number {
  return isoWeekOf(dateClampedToMonth(year, 12, 28)).week;
}
