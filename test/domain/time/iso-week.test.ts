import { describe, expect, it } from 'vitest';
import { isoWeekOf, mondayOf, weeksInIsoYear } from '../../../shared/domain/time/iso-week.ts';
import { datesBetween, isoWeekday } from '../../../shared/domain/time/local-date.ts';
import { date } from './arbitraries.ts';

describe('ISO weeks', () => {
  it.each([
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-11-19', 2026, 47],
    ['2027-01-03', 2026, 53],
  ])('%s lies in %d, week %d', (text, year, week) => {
    expect(isoWeekOf(date(text))).toEqual({ year, week });
  });

  it('number 71 years of 400 with 53 weeks', () => {
    const years = Array.from({ length: 400 }, (_, index) => 1801 + index);
    expect(years.filter((year) => weeksInIsoYear(year) === 53)).toHaveLength(71);
    expect(years.every((year) => [52, 53].includes(weeksInIsoYear(year)))).toBe(true);
  });

  it('run on from Monday to Monday through every year', () => {
    let expected = isoWeekOf(date('1999-12-27'));
    for (const day of datesBetween(date('1999-12-27'), date('2040-12-30'))) {
      if (isoWeekday(day) === 1 && day !== '1999-12-27') {
        expected =
          expected.week === weeksInIsoYear(expected.year)
            ? { year: expected.year + 1, week: 1 }
            : { year: expected.year, week: expected.week + 1 };
        expect(mondayOf(expected)).toBe(day);
      }
      expect(isoWeekOf(day)).toEqual(expected);
    }
  });
});
