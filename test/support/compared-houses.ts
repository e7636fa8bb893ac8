import type { DayFacts } from '../../shared/domain/energy/day-facts.ts';
import { summariseDay } from '../../shared/domain/energy/summarise-day.ts';
import { periodsToCompare } from '../../shared/domain/report/compared-periods.ts';
import type { ComparedPeriod } from '../../shared/domain/report/comparison.ts';
import { summarisePeriod } from '../../shared/domain/report/period-summary.ts';
import type { ComparisonData } from '../../shared/domain/report/snapshot.ts';
import { typicalDates, typicalDayData } from '../../shared/domain/report/typical-day-data.ts';
import { type LocalDay, localDay } from '../../shared/domain/time/local-day.ts';
import { type Period, periodDays } from '../../shared/domain/time/period.ts';
import type { TimeZone } from '../../shared/domain/time/time-zone.ts';
import { type House, readingsOf } from './house.ts';

/** How a house was at other times; `declined` where nobody went to read it. */
export interface ComparedHouses {
  /** In the period before, and in the weeks before a day. */
  readonly before?: House | 'declined';
  readonly lastYear?: House | 'declined';
}

/** What a period is set beside, from the readings of houses. */
export function comparisonsOfHouse(
  { before = {}, lastYear = {} }: ComparedHouses,
  period: Period,
  timeZone: TimeZone,
  facts: readonly DayFacts[],
): ComparisonData {
  const factsOf = (house: House, day: LocalDay) => summariseDay(readingsOf(house, day), day.end);
  const periods = periodsToCompare(period).map(({ comparedWith, period: other }): ComparedPeriod => {
    const about = { comparedWith, period: other.key, firstDate: other.first, lastDate: other.last };
    const house = comparedWith === 'last_year' ? lastYear : before;
    if (house === 'declined') return { ...about, declined: 'no_data' };
    return { ...about, summary: summarisePeriod(periodDays(other, timeZone).map((day) => factsOf(house, day))) };
  });
  const [day] = facts;
  if (period.kind !== 'daily' || day === undefined || before === 'declined') return { periods, typicalDay: null };
  const usual = typicalDates(day.date).map((date) => factsOf(before, localDay(date, timeZone)));
  return { periods, typicalDay: typicalDayData(day, usual) };
}
