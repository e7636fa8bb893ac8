import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoUtc } from '../../../shared/domain/time/instant.ts';
import { durationMs, hoursOf } from '../../../shared/domain/time/interval.ts';
import { plusDays } from '../../../shared/domain/time/local-date.ts';
import {
  InvalidPeriodError,
  nextPeriod,
  type Period,
  parsePeriod,
  periodDays,
  periodInterval,
  periodKeyForPath,
  periodOfDate,
  previousPeriod,
} from '../../../shared/domain/time/period.ts';
import { expectedSlots } from '../../../shared/domain/time/slots.ts';
import { cycleStartDays, date, localDates, reportKinds, zone, zonePeriods } from './arbitraries.ts';

describe('parsePeriod', () => {
  it.each([
    ['2026-11-19', 'daily', '2026-11-19', '2026-11-19'],
    ['2026-W47', 'weekly', '2026-11-16', '2026-11-22'],
    ['2026-W01', 'weekly', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'weekly', '2026-12-28', '2027-01-03'],
    ['2020-W53', 'weekly', '2020-12-28', '2021-01-03'],
    ['2026-11', 'monthly', '2026-11-01', '2026-11-30'],
    ['2028-02', 'monthly', '2028-02-01', '2028-02-29'],
    ['2026-10-15/2026-11-14', 'cycle', '2026-10-15', '2026-11-14'],
    ['2026-10-15/2026-10-15', 'cycle', '2026-10-15', '2026-10-15'],
    ['2027-11-15/2028-11-14', 'cycle', '2027-11-15', '2028-11-14'],
  ])('%s is %s, %s to %s', (text, kind, first, last) => {
    expect(parsePeriod(text)).toEqual({ kind, key: text, first, last });
  });

  it.each([
    ['2026-W00', '2026 has the weeks 01 to 53'],
    ['2026-W54', '2026 has the weeks 01 to 53'],
    ['2025-W53', '2025 has the weeks 01 to 52'],
    ['2026-W7', 'is not a date'],
    ['2026W47', 'is not a date'],
    ['2026-w47', 'is not a date'],
    ['2026-00', 'is not a date of the calendar'],
    ['2026-13', 'is not a date of the calendar'],
    ['2026-02-29', 'is not a date of the calendar'],
    ['1969-12', 'is outside the years 1970 to 2200'],
    ['2201-W01', 'is outside the years 1970 to 2200'],
    ['2026', 'is not a date'],
    ['2026-1', 'is not a date'],
    ['', 'is not a date'],
    ['yesterday', 'is not a date'],
    ['2026-11-19 ', 'is not a date'],
    ['2026-11-19\n', 'is not a date'],
    ['2026-W47\n', 'is not a date'],
    ['2026-11-14/2026-10-15', 'it ends before it begins'],
    ['2026-11-14/2026-11-13', 'it ends before it begins'],
    ['2027-11-15/2028-11-15', '367 days are more than 366'],
    ['2026-10-15/', 'is not a date'],
    ['/2026-10-15', 'is not a date'],
    ['2026-10/2026-11', 'is not a date'],
    ['2026-10-15/2026-11-14/2026-12-14', 'more than two dates'],
    ['2026-10-15_2026-11-14', 'is not a date'],
    [null, 'no text'],
    [202611, 'no text'],
  ])('refuses %j: %s', (text, problem) => {
    expect(() => parsePeriod(text)).toThrow(InvalidPeriodError);
    expect(() => parsePeriod(text)).toThrow(problem);
    for (const form of ['2026-11-19', '2026-W47', '2026-11)', '2026-10-15/2026-11-14']) {
      expect(() => parsePeriod(text)).toThrow(form);
    }
  });
});

describe('periodOfDate', () => {
  it.each([
    ['2026-02-27', 31, '2026-01-31/2026-02-27'],
    ['2026-02-28', 31, '2026-02-28/2026-03-30'],
    ['2028-02-28', 30, '2028-01-30/2028-02-28'],
    ['2028-02-29', 30, '2028-02-29/2028-03-29'],
    ['2026-12-20', 15, '2026-12-15/2027-01-14'],
    ['2027-01-14', 15, '2026-12-15/2027-01-14'],
    ['2026-11-19', 1, '2026-11-01/2026-11-30'],
  ])('puts %s into the cycle that begins on day %d: %s', (text, startDay, key) => {
    expect(periodOfDate('cycle', date(text), startDay).key).toBe(key);
  });

  it.each([undefined, 0, 32, 1.5, Number.NaN])('refuses cycles that begin on day %s', (startDay) => {
    expect(() => periodOfDate('cycle', date('2026-11-19'), startDay)).toThrow(RangeError);
  });

  it('holds the date, and is what its key says', () => {
    fc.assert(
      fc.property(reportKinds, localDates, cycleStartDays, (kind, local, startDay) => {
        const period = periodOfDate(kind, local, startDay);
        expect(period.first <= local && local <= period.last).toBe(true);
        expect(parsePeriod(period.key)).toEqual(period);
      }),
    );
  });
});

describe('the next and the previous period', () => {
  it('lead back to where they began, without a gap, with or without being told the start day', () => {
    fc.assert(
      fc.property(reportKinds, localDates, cycleStartDays, fc.boolean(), (kind, local, startDay, told) => {
        const period = periodOfDate(kind, local, startDay);
        const given = told ? startDay : undefined;
        const next = nextPeriod(period, given);
        expect(next.first).toBe(plusDays(period.last, 1));
        expect(next).toEqual(periodOfDate(kind, next.first, startDay));
        expect(previousPeriod(next, given)).toEqual(period);
        expect(nextPeriod(previousPeriod(period, given), given)).toEqual(period);
      }),
    );
  });

  it('of a cycle that is no month are as long as it', () => {
    const cycle = parsePeriod('2026-10-13/2026-11-11');
    expect(nextPeriod(cycle).key).toBe('2026-11-12/2026-12-11');
    expect(previousPeriod(cycle).key).toBe('2026-09-13/2026-10-12');
    expect(nextPeriod(parsePeriod('2026-10-05/2026-10-14')).key).toBe('2026-10-15/2026-10-24');
  });

  it('of a cycle with another start day fill the time up to it', () => {
    const cycle = parsePeriod('2026-10-15/2026-11-14');
    expect(nextPeriod(cycle, 20).key).toBe('2026-11-15/2026-11-19');
    expect(nextPeriod(nextPeriod(cycle, 20), 20).key).toBe('2026-11-20/2026-12-19');
    expect(previousPeriod(cycle, 10).key).toBe('2026-10-10/2026-10-14');
  });
});

describe('the days of a period', () => {
  it('tile it: no gap, no overlap, hours and slots add up', () => {
    fc.assert(
      fc.property(zonePeriods, ({ zone: place, period }) => {
        const interval = periodInterval(period, place);
        const days = periodDays(period, place);
        let edge = interval.start;
        for (const day of days) {
          expect(day.start).toBe(edge);
          expect(day.end).toBeGreaterThan(day.start);
          edge = day.end;
        }
        expect(edge).toBe(interval.end);
        expect(days.reduce((sum, day) => sum + day.hours, 0)).toBe(hoursOf(interval));
        const slots = days.reduce((sum, day) => sum + expectedSlots(day, 300), 0);
        expect(slots).toBe(durationMs(interval) / 300_000);
      }),
    );
  });

  it.each([
    ['America/Chicago', '2026-03', 31, 743, '2026-03-01T06:00:00Z', '2026-04-01T05:00:00Z'],
    ['America/Chicago', '2026-11', 30, 721, '2026-11-01T05:00:00Z', '2026-12-01T06:00:00Z'],
    ['Pacific/Apia', '2011-12', 30, 720, '2011-12-01T10:00:00Z', '2011-12-31T10:00:00Z'],
    ['Pacific/Apia', '2011-12-30', 0, 0, '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['Asia/Kolkata', '2026-W47', 7, 168, '2026-11-15T18:30:00Z', '2026-11-22T18:30:00Z'],
  ])('in %s in %s are %d of together %d hours', (name, text, count, hours, start, end) => {
    const period: Period = parsePeriod(text);
    const interval = periodInterval(period, zone(name));
    expect(periodDays(period, zone(name))).toHaveLength(count);
    expect([hoursOf(interval), isoUtc(interval.start), isoUtc(interval.end)]).toEqual([hours, start, end]);
  });
});

describe('periodKeyForPath', () => {
  it('is one path segment', () => {
    expect(
      ['2026-11-19', '2026-W47', '2026-11', '2026-10-15/2026-11-14'].map(parsePeriod).map(periodKeyForPath),
    ).toEqual(['2026-11-19', '2026-W47', '2026-11', '2026-10-15_2026-11-14']);
  });
});
