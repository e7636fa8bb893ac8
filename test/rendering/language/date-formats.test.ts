import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { localDay } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';

const american = languageFor('en-US');
const british = languageFor('en-GB');
const chicago = parseTimeZone('America/Chicago');
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');
const date = parseLocalDate('2026-11-19');

describe('dates', () => {
  it('stand in the order of the region', () => {
    expect(british.date(date)).toBe('19 November 2026');
    expect(american.date(date)).toBe('November 19, 2026');
    expect(british.fullDate(date)).toBe('Thursday, 19 November 2026');
    expect(american.dayAndMonth(date)).toBe('November 19');
    expect(british.weekday(date, 'short')).toBe('Thu');
    expect(british.weekday(date, 'long')).toBe('Thursday');
  });

  it.each([
    ['2026-11-16', '2026-11-22', '16–22 November 2026', 'November 16–22, 2026'],
    ['2026-10-15', '2026-11-14', '15 October – 14 November 2026', 'October 15 – November 14, 2026'],
    ['2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027', 'December 28, 2026 – January 3, 2027'],
    ['2026-11-19', '2026-11-19', '19 November 2026', 'November 19, 2026'],
  ])('ranges from %s to %s name both ends', (first, last, inBritain, inAmerica) => {
    const [from, to] = [parseLocalDate(first), parseLocalDate(last)];
    expect([british.dateRange(from, to), american.dateRange(from, to)]).toEqual([inBritain, inAmerica]);
  });
});

describe('times', () => {
  const on = (text: string) => parseInstant(text);

  it('are those of the zone', () => {
    expect(british.time(on('2026-11-19T23:05:00Z'), chicago)).toBe('17:05');
    expect(spaced(american.time(on('2026-11-19T23:05:00Z'), chicago))).toBe('5:05 PM');
    expect(british.time(on('2026-11-19T23:05:00Z'), parseTimeZone('Asia/Kathmandu'))).toBe('04:50');
  });

  it('bear the zone on a day whose clocks change, so that no hour is there twice', () => {
    const [first, second] = [on('2026-11-01T06:30:00Z'), on('2026-11-01T07:30:00Z')].map((instant) =>
      spaced(american.time(instant, chicago)),
    );
    expect([first, second]).toEqual(['1:30 AM CDT', '1:30 AM CST']);
  });

  it('bear the zone beside a date', () => {
    expect(spaced(american.dateTime(on('2026-11-02T12:10:00Z'), chicago))).toBe('Nov 2, 2026, 6:10 AM CST');
    expect(british.dateTime(on('2026-11-02T12:10:00Z'), parseTimeZone('Europe/London'))).toBe('2 Nov 2026, 12:10 GMT');
  });

  it('form ranges that say when a day is over', () => {
    const day = localDay(parseLocalDate('2026-09-14'), chicago);
    const range = (start: string, end: number) =>
      spaced(british.timeRange({ start: on(start), end: end as typeof day.end }, chicago));
    expect(range('2026-09-14T07:00:00Z', on('2026-09-14T16:35:00Z'))).toBe('02:00–11:35');
    expect(range('2026-09-14T07:00:00Z', day.end)).toBe('02:00–midnight');
    expect(british.timeRange(day, chicago)).toBe('all day');
    expect(
      spaced(american.timeRange({ start: on('2026-09-14T07:00:00Z'), end: on('2026-09-14T16:35:00Z') }, chicago)),
    ).toBe('2:00 AM – 11:35 AM');
  });
});
