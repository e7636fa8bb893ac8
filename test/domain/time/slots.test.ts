import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoUtc } from '../../../shared/domain/time/instant.ts';
import { contains } from '../../../shared/domain/time/interval.ts';
import { isoWithOffset, localDay } from '../../../shared/domain/time/local-day.ts';
import { expectedSlots, localHours, slotStarts } from '../../../shared/domain/time/slots.ts';
import { date, zone, zoneDates } from './arbitraries.ts';

const dayOf = (name: string, text: string) => localDay(date(text), zone(name));

describe('slots of five minutes', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-20', 288, '2026-11-19T18:30:00Z', '2026-11-20T18:25:00Z'],
    ['Asia/Kathmandu', '2026-11-20', 288, '2026-11-19T18:15:00Z', '2026-11-20T18:10:00Z'],
    ['America/Chicago', '2026-03-08', 276, '2026-03-08T06:00:00Z', '2026-03-09T04:55:00Z'],
    ['America/Chicago', '2026-11-01', 300, '2026-11-01T05:00:00Z', '2026-11-02T05:55:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', 282, '2026-10-03T13:30:00Z', '2026-10-04T12:55:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', 294, '2026-04-04T13:00:00Z', '2026-04-05T13:25:00Z'],
  ])('%s %s has %d, from %s to %s', (name, text, count, first, last) => {
    const day = dayOf(name, text);
    const starts = slotStarts(day, 300).map(isoUtc);
    expect(expectedSlots(day, 300)).toBe(count);
    expect([starts.length, starts.at(0), starts.at(-1)]).toEqual([count, first, last]);
  });

  it('are none on a date that the zone left out', () => {
    expect(slotStarts(dayOf('Pacific/Apia', '2011-12-30'), 300)).toEqual([]);
  });
});

describe('slots of an hour in a zone at half past', () => {
  it('begin on the full hours of UTC, as a source stamps them', () => {
    const starts = slotStarts(dayOf('Asia/Kolkata', '2026-11-20'), 3600).map(isoUtc);
    expect([starts.length, starts.at(0), starts.at(-1)]).toEqual([24, '2026-11-19T19:00:00Z', '2026-11-20T18:00:00Z']);
  });
});

describe('slots of any resolution', () => {
  const resolutions = fc.constantFrom(60, 300, 900, 3600, 86_400, 7);

  it('are the whole multiples of the resolution that lie in the day', () => {
    fc.assert(
      fc.property(zoneDates, resolutions, (at, resolution) => {
        const day = localDay(at.date, at.zone);
        const starts = slotStarts(day, resolution);
        expect(starts).toHaveLength(expectedSlots(day, resolution));
        expect(starts.every((start) => contains(day, start) && start % (resolution * 1000) === 0)).toBe(true);
        expect(
          starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) === resolution * 1000),
        ).toBe(true);
        expect((starts[0] ?? day.end) - resolution * 1000).toBeLessThan(day.start);
        expect((starts.at(-1) ?? day.start) + resolution * 1000).toBeGreaterThanOrEqual(
          Math.min(day.end, day.start + 1),
        );
      }),
    );
  });

  it.each([0, -300, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse %d seconds', (resolution) => {
    expect(() => expectedSlots(dayOf('UTC', '2026-11-20'), resolution)).toThrow(RangeError);
    expect(() => slotStarts(dayOf('UTC', '2026-11-20'), resolution)).toThrow('is not a whole number above 0');
  });
});

describe('localHours', () => {
  /** Hours as `label`, `r` when repeated, and the minutes when not 60. */
  const shown = (name: string, text: string): string[] =>
    localHours(dayOf(name, text)).map(({ start, end, label, repeated }) => {
      const minutes = (end - start) / 60_000;
      return `${label}${repeated ? 'r' : ''}${minutes === 60 ? '' : `(${minutes})`}`;
    });
  const plain = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

  it.each([
    ['Asia/Kolkata', '2026-11-20', plain],
    ['Asia/Kathmandu', '2026-11-20', plain],
    ['America/Chicago', '2026-03-08', ['00', '01', ...plain.slice(3)]],
    ['America/Chicago', '2026-11-01', ['00', '01', '01r', ...plain.slice(2)]],
    ['Australia/Lord_Howe', '2026-10-04', ['00', '01', '02(30)', ...plain.slice(3)]],
    ['Australia/Lord_Howe', '2026-04-05', ['00', '01', '01r(30)', ...plain.slice(2)]],
    ['Africa/Cairo', '2026-04-24', plain.slice(1)],
    ['Asia/Amman', '2010-10-29', ['00', '00r', ...plain.slice(1)]],
    ['Asia/Pyongyang', '2018-05-04', [...plain.slice(0, 23), '23(30)']],
    ['America/Caracas', '2007-12-09', [...plain.slice(0, 3), '02r(30)', ...plain.slice(3)]],
    ['America/St_Johns', '2010-11-07', ['00(1)', '23(59)', '00r', ...plain.slice(1, 23), '23r']],
    ['Pacific/Apia', '2011-12-30', []],
  ])('of %s %s are what its clocks show', (name, text, expected) => {
    expect(shown(name, text)).toEqual(expected);
  });

  it('tile the day, and each shows one hour from its start to its end', () => {
    fc.assert(
      fc.property(zoneDates, (at) => {
        const day = localDay(at.date, at.zone);
        const hours = localHours(day);
        expect(hours.at(0)?.start ?? day.start).toBe(day.start);
        expect(hours.at(-1)?.end ?? day.start).toBe(day.end);
        const seen = new Set<number>();
        const clock = new Intl.DateTimeFormat('en-US', { timeZone: at.zone, hour: '2-digit', hourCycle: 'h23' });
        for (const [index, { start, end, hour, label, repeated }] of hours.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(3_600_000);
          expect(hours[index + 1]?.start ?? day.end).toBe(end);
          expect([label, label]).toEqual([clock.format(start), clock.format(end - 1)]);
          expect(Number(label)).toBe(hour);
          expect(repeated).toBe(seen.has(hour));
          seen.add(hour);
        }
      }),
    );
  });

  it('begin on full hours of the local clock, in zones at half past and a quarter to as well', () => {
    const hours = localHours(dayOf('Asia/Kathmandu', '2026-11-20'));
    expect(hours.map(({ start }) => isoWithOffset(start, zone('Asia/Kathmandu'))).at(7)).toBe(
      '2026-11-20T07:00:00+05:45',
    );
  });
});
