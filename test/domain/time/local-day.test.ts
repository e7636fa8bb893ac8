import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidTimeError, instantFromMs, isoUtc, parseInstant } from '../../../shared/domain/time/instant.ts';
import { contains } from '../../../shared/domain/time/interval.ts';
import { plusDays } from '../../../shared/domain/time/local-date.ts';
import {
  instantAtLocalTime,
  isoWithOffset,
  localDateAt,
  localDay,
  offsetChangesIn,
  startOfLocalDay,
  utcOffsetMinutesAt,
} from '../../../shared/domain/time/local-day.ts';
import { date, instants, sendTimes, zone, zoneDates } from './arbitraries.ts';

describe('localDay', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-20', '2026-11-19T18:30:00Z', 24],
    ['Asia/Kathmandu', '2026-11-20', '2026-11-19T18:15:00Z', 24],
    ['America/Chicago', '2026-03-08', '2026-03-08T06:00:00Z', 23],
    ['America/Chicago', '2026-11-01', '2026-11-01T05:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    // The date is left out: the zone moved across the date line.
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', 24],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', 24],
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00Z', 0],
    // At 00:01 the clocks went back to 23:01 of the day before, in 2011 for the last time forward only.
    ['America/St_Johns', '2006-10-28', '2006-10-28T02:30:00Z', 24],
    ['America/St_Johns', '2006-10-29', '2006-10-29T02:30:00Z', 25],
    ['America/St_Johns', '2007-11-04', '2007-11-04T02:30:00Z', 25],
    ['America/St_Johns', '2008-11-02', '2008-11-02T02:30:00Z', 25],
    ['America/St_Johns', '2009-11-01', '2009-11-01T02:30:00Z', 25],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z', 25],
    ['America/St_Johns', '2011-03-13', '2011-03-13T03:30:00Z', 23],
    ['America/St_Johns', '2011-11-06', '2011-11-06T02:30:00Z', 25],
    // Midnight is left out: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 23],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', 23],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 23],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['Atlantic/Azores', '2026-03-29', '2026-03-29T01:00:00Z', 23],
    // Midnight comes twice: the day begins at the first.
    ['Asia/Amman', '2010-10-29', '2010-10-28T21:00:00Z', 25],
    ['Asia/Gaza', '2021-10-29', '2021-10-28T21:00:00Z', 25],
    ['Antarctica/Casey', '2010-03-05', '2010-03-04T13:00:00Z', 27],
    ['Africa/Monrovia', '1972-01-06', '1972-01-06T00:44:30Z', 24],
  ])('%s %s begins at %s and lasts %d h', (name, text, start, hours) => {
    const day = localDay(date(text), zone(name));
    expect({ ...day, start: isoUtc(day.start) }).toEqual({
      date: text,
      timeZone: name,
      start,
      end: startOfLocalDay(plusDays(day.date, 1), day.timeZone),
      hours,
    });
    expect(day.end - day.start).toBe(hours * 3_600_000);
  });

  it('begins where the day before ends, with the first instant that shows its date', () => {
    fc.assert(
      fc.property(zoneDates, fc.integer({ min: 1, max: 400_000_000 }), (at, ms) => {
        const day = localDay(at.date, at.zone);
        expect(localDay(plusDays(at.date, -1), at.zone).end).toBe(day.start);
        expect(localDateAt(instantFromMs(day.start - ms), at.zone) < at.date).toBe(true);
        if (day.hours > 0) expect(localDateAt(day.start, at.zone)).toBe(at.date);
        else expect(localDateAt(day.start, at.zone) > at.date).toBe(true);
      }),
    );
  });

  it('shows its own date, or the one before while the clocks are back on it', () => {
    fc.assert(
      fc.property(zoneDates, fc.nat(100_000_000), (at, ms) => {
        const day = localDay(at.date, at.zone);
        const instant = instantFromMs(day.start + ms);
        fc.pre(contains(day, instant));
        expect([at.date, plusDays(at.date, -1)]).toContain(localDateAt(instant, at.zone));
      }),
    );
  });

  it('gives the same answer after many other days were asked for', () => {
    const [day, kolkata] = [date('2026-11-20'), zone('Asia/Kolkata')];
    const before = startOfLocalDay(day, kolkata);
    for (let days = 1; days < 1000; days += 1) startOfLocalDay(plusDays(day, days), kolkata);
    expect(startOfLocalDay(day, kolkata)).toBe(before);
  });
});

describe('localDateAt', () => {
  it.each([
    ['America/Chicago', '2026-08-02T04:30:00Z', '2026-08-01'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['America/St_Johns', '2010-11-07T02:30:59Z', '2010-11-07'],
    ['America/St_Johns', '2010-11-07T02:31:00Z', '2010-11-06'],
    ['America/St_Johns', '2010-11-07T03:30:00Z', '2010-11-07'],
    ['Asia/Kathmandu', '1970-01-01T00:00:00Z', '1970-01-01'],
  ])('in %s at %s is %s', (name, instant, expected) => {
    expect(localDateAt(parseInstant(instant), zone(name))).toBe(expected);
  });
});

describe('instantAtLocalTime', () => {
  it.each([
    ['America/Chicago', '2026-07-01', '06:00', '2026-07-01T11:00:00Z', 'plain'],
    ['America/Chicago', '2026-03-08', '01:59', '2026-03-08T07:59:00Z', 'before the gap'],
    ['America/Chicago', '2026-03-08', '02:00', '2026-03-08T08:00:00Z', 'first minute of the gap'],
    ['America/Chicago', '2026-03-08', '02:30', '2026-03-08T08:00:00Z', 'inside the gap'],
    ['America/Chicago', '2026-03-08', '03:00', '2026-03-08T08:00:00Z', 'after the gap'],
    ['America/Chicago', '2026-11-01', '01:30', '2026-11-01T06:30:00Z', 'first of two'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z', 'gap of half an hour'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z', 'first of two, half an hour apart'],
    ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z', 'midnight left out'],
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00:00Z', 'gap at midnight'],
    ['Pacific/Apia', '2011-12-30', '06:00', '2011-12-30T10:00:00Z', 'date left out'],
    ['America/St_Johns', '2010-11-07', '00:00', '2010-11-07T02:30:00Z', 'first midnight'],
    ['America/St_Johns', '2010-11-07', '00:30', '2010-11-07T04:00:00Z', 'only after the second midnight'],
    [
      'America/St_Johns',
      '2010-11-06',
      '23:30',
      '2010-11-07T02:00:00Z',
      'first of two, the second on the next local day',
    ],
  ])('in %s on %s at %s is %s: %s', (name, text, time, expected) => {
    expect(isoUtc(instantAtLocalTime(date(text), time, zone(name)))).toBe(expected);
  });

  it.each(['24:00', '6:00', '06:60', '06:00:00', '06.00', '', ' 06:00', '-1:00', '0600'])('refuses %j', (time) => {
    expect(() => instantAtLocalTime(date('2026-11-20'), time, zone('UTC'))).toThrow(InvalidTimeError);
    expect(() => instantAtLocalTime(date('2026-11-20'), time, zone('UTC'))).toThrow('write HH:MM, 00:00 to 23:59');
  });

  it('shows the time asked for, or is the end of the gap it fell into', () => {
    fc.assert(
      fc.property(zoneDates, sendTimes, (at, time) => {
        const instant = instantAtLocalTime(at.date, time, at.zone);
        if (isoWithOffset(instant, at.zone).startsWith(`${at.date}T${time}:00`)) return;
        const moment = { start: instantFromMs(instant - 1), end: instantFromMs(instant + 1) };
        expect(offsetChangesIn(moment, at.zone)).toEqual([instant]);
        expect(utcOffsetMinutesAt(instant, at.zone)).toBeGreaterThan(utcOffsetMinutesAt(moment.start, at.zone));
      }),
    );
  });
});

describe('isoWithOffset', () => {
  it.each([
    ['America/Chicago', '2026-03-08T06:00:00Z', '2026-03-08T00:00:00-06:00'],
    ['America/Chicago', '2026-03-08T08:00:00.250Z', '2026-03-08T03:00:00.250-05:00'],
    ['Asia/Kathmandu', '2026-11-19T18:15:00Z', '2026-11-20T00:00:00+05:45'],
    ['UTC', '2026-11-19T18:15:00Z', '2026-11-19T18:15:00+00:00'],
    ['America/St_Johns', '2026-11-19T18:15:00Z', '2026-11-19T14:45:00-03:30'],
    // The offset is −00:44:30 and rounds away from zero.
    ['Africa/Monrovia', '1971-06-01T00:44:30Z', '1971-06-01T00:00:00-00:45'],
  ])('in %s writes %s as %s', (name, instant, expected) => {
    expect(isoWithOffset(parseInstant(instant), zone(name))).toBe(expected);
  });

  it('reads back as the same instant', () => {
    fc.assert(
      fc.property(instants, zoneDates, (instant, at) => parseInstant(isoWithOffset(instant, at.zone)) === instant),
    );
  });
});

describe('utcOffsetMinutesAt', () => {
  it.each([
    ['America/Chicago', '2026-03-08T07:59:59Z', -360],
    ['America/Chicago', '2026-03-08T08:00:00Z', -300],
    ['Asia/Kathmandu', '2026-03-08T08:00:00Z', 345],
    ['Africa/Monrovia', '1971-06-01T00:00:00Z', -44.5],
  ])('in %s at %s is %d', (name, instant, expected) => {
    expect(utcOffsetMinutesAt(parseInstant(instant), zone(name))).toBe(expected);
  });
});

describe('offsetChangesIn', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', ['2026-03-08T08:00:00Z', '2026-11-01T07:00:00Z']],
    ['2026-03-08T08:00:00Z', '2026-11-01T07:00:00Z', []],
    ['2026-03-08T07:59:59.999Z', '2026-11-01T07:00:00.001Z', ['2026-03-08T08:00:00Z', '2026-11-01T07:00:00Z']],
    ['2026-03-08T07:00:00Z', '2026-03-08T07:00:00Z', []],
  ])('in Chicago from %s to %s are %j', (start, end, expected) => {
    const interval = { start: parseInstant(start), end: parseInstant(end) };
    expect(offsetChangesIn(interval, zone('America/Chicago')).map(isoUtc)).toEqual(expected);
  });
});
