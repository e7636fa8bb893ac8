import { startDayOf } from '../time/billing-cycle.ts';
import { isoWeekOf, mondayOf, weeksInIsoYear } from '../time/iso-week.ts';
import { dateClampedToMonth, dayOf, type LocalDate, monthOf, plusDays, yearOf } from '../time/local-date.ts';
import { type Period, parsePeriod, periodOfDate, previousPeriod } from '../time/period.ts';

/** What a period is set beside: the one before it, the same weekday of the week before (a day's), or the same one of the year before. */
export type ComparedWith = 'previous' | 'week_before' | 'last_year';

export interface PeriodToCompare {
  readonly comparedWith: ComparedWith;
  readonly period: Period;
}

/**
 * The periods that a reader would set this one beside. A day has no last year, as its date would fall on another weekday;
 * neither has the 53rd week of a year after one of 52.
 */
export function periodsToCompare(period: Period): PeriodToCompare[] {
  if (period.kind === 'daily') {
    return [{ comparedWith: 'week_before', period: periodOfDate('daily', plusDays(period.first, -7)) }];
  }
  const lastYear = sameOfLastYear(period);
  return [
    { comparedWith: 'previous', period: previousPeriod(period) },
    ...(lastYear === undefined ? [] : [{ comparedWith: 'last_year', period: lastYear } as const]),
  ];
}

function sameOfLastYear(period: Period): Period | undefined {
  switch (period.kind) {
    case 'daily':
      return undefined;
    case 'weekly': {
      const { year, week } = isoWeekOf(period.first);
      if (week > weeksInIsoYear(year - 1)) return undefined;
      return periodOfDate('weekly', mondayOf({ year: year - 1, week }));
    }
    case 'monthly':
      return periodOfDate('monthly', aYearBefore(period.first));
    case 'cycle': {
      const startDay = startDayOf(period);
      return startDay === undefined
        ? parsePeriod(`${aYearBefore(period.first)}/${aYearBefore(period.last)}`)
        : periodOfDate('cycle', aYearBefore(period.first, startDay), startDay);
    }
  }
}

/** The date a year before; a day past its month's end is the last of the month. */
function aYearBefore(date: LocalDate, day = dayOf(date)): LocalDate {
  return dateClampedToMonth(yearOf(date) - 1, monthOf(date), day);
}
