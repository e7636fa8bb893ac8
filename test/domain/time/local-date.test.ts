import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dayNumber } from '../../../shared/domain/time/day-number.ts';
import {
  compareDates,
  dateClampedToMonth,
  dateOfDayNumber,
  datesBetween,
  dayOf,
  daysFrom,
  daysInMonth,
  InvalidDateError,
  isoWeekday,
  monthOf,
  parseLocalDate,
  plusDays,
  yearOf,
} from '../../../shared/domain/time/local-date.ts';
import { date, localDates } from './arbitraries.ts';

describe('parseLocalDate', () => {
  it.each(['1970-01-01', '2000-02-29', '2026-11-19', '2028-02-29', '2200-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    ['2026-02-29', 'is not a date of the calendar'],
    ['2100-02-29', 'is not a date of the calendar'],
    ['2026-04-31', 'is not a date of the calendar'],
    ['2026-00-10', 'is not a date of the calendar'],
    ['2026-13-10', 'is not a date of the calendar'],
    ['2026-01-00', 'is not a date of the calendar'],
    ['1969-12-31', 'is outside the years 1970 to 2200'],
    ['2201-01-01', 'is outside the years 1970 to 2200'],
    ['2026-1-1', 'is not a date'],
    ['20260101', 'is not a date'],
    ['2026-01-01T00:00:00Z', 'is not a date'],
    [' 2026-01-01', 'is not a date'],
    ['2026-01-01\n', 'is not a date'],
    ['٢٠٢٦-٠١-٠١', 'is not a date'],
    ['+2026-01-01', 'is not a date'],
    ['', 'is not a date'],
    [null, 'null is not a date'],
    [20260101, 'is not a date'],
  ])('refuses %s: %s', (text, problem) => {
    expect(() => parseLocalDate(text)).toThrow(InvalidDateError);
    expect(() => parseLocalDate(text)).toThrow(problem);
  });
});

describe('the calendar', () => {
  it('counts days as Date.UTC does, for every day of the years 1000 to 9999', () => {
    const first = Date.UTC(1000, 0, 1) / 86_400_000;
    const last = Date.UTC(9999, 11, 31) / 86_400_000;
    let wrong = 0;
    for (let number = first; number <= last; number += 1) {
      const { year, month, day } = calendarDate(number);
      const utc = new Date(number * 86_400_000);
      const same = utc.getUTCFullYear() === year && utc.getUTCMonth() + 1 === month && utc.getUTCDate() === day;
      if (!same || dayNumber(year, month, day) !== number) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it('writes and reads dates, weekdays and month lengths as Date does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 84_370 }), (number) => {
        const local = dateOfDayNumber(number);
        const utc = new Date(number * 86_400_000);
        expect(local).toBe(utc.toISOString().slice(0, 10));
        expect([yearOf(local), monthOf(local), dayOf(local)]).toEqual([
          utc.getUTCFullYear(),
          utc.getUTCMonth() + 1,
          utc.getUTCDate(),
        ]);
        expect(isoWeekday(local) % 7).toBe(utc.getUTCDay());
        expect(daysInMonth(local)).toBe(new Date(Date.UTC(yearOf(local), monthOf(local), 0)).getUTCDate());
      }),
    );
  });

  it('ends where years have no four digits', () => {
    expect(() => plusDays(date('1970-01-01'), -400_000)).toThrow(RangeError);
    expect(() => plusDays(date('1970-01-01'), 3_000_000)).toThrow(RangeError);
    expect(() => plusDays(date('1970-01-01'), 0.5)).toThrow('is not a whole number');
  });

  it('takes the last day of a month for a day past it', () => {
    expect(dateClampedToMonth(2026, 2, 31)).toBe('2026-02-28');
    expect(dateClampedToMonth(2028, 2, 31)).toBe('2028-02-29');
    expect(dateClampedToMonth(2026, 4, 30)).toBe('2026-04-30');
  });
});

describe('dates', () => {
  it('are as far apart as the days added', () => {
    fc.assert(
      fc.property(localDates, fc.integer({ min: -9_999, max: 9_999 }), (from, days) => {
        const to = plusDays(from, days);
        expect(daysFrom(from, to)).toBe(days);
        expect(plusDays(to, -days)).toBe(from);
        expect(compareDates(from, to)).toBe(-Math.sign(days) || 0);
      }),
    );
  });

  it('between two of them include both', () => {
    expect(datesBetween(date('2026-02-27'), date('2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesBetween(date('2026-02-27'), date('2026-02-27'))).toEqual(['2026-02-27']);
    expect(datesBetween(date('2026-02-27'), date('2026-02-26'))).toEqual([]);
  });
});
