import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactUtc,
  epochSeconds,
  InvalidTimeError,
  instantFromEpochSeconds,
  instantFromMs,
  isoUtc,
  parseInstant,
} from '../../../shared/domain/time/instant.ts';
import { instants } from './arbitraries.ts';

describe('instantFromMs', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5, 253_402_300_800_000, -62_135_596_800_000])('refuses %d', (ms) => {
    expect(() => instantFromMs(ms)).toThrow(RangeError);
  });

  it('takes whole milliseconds, before 1970 too', () => {
    expect(isoUtc(instantFromMs(-1))).toBe('1969-12-31T23:59:59.999Z');
    expect(Object.is(instantFromMs(-0), 0)).toBe(true);
  });

  it('refuses milliseconds handed in as seconds', () => {
    expect(() => instantFromEpochSeconds(1_600_160_400_000)).toThrow('is not a whole number in the years 1000 to 9999');
    expect(() => instantFromEpochSeconds(1.5)).toThrow(RangeError);
  });
});

describe('epochSeconds', () => {
  it('is the whole second that the instant lies in', () => {
    expect(epochSeconds(instantFromEpochSeconds(1_600_160_400))).toBe(1_600_160_400);
    expect(epochSeconds(instantFromMs(1999))).toBe(1);
    expect(epochSeconds(instantFromMs(-1))).toBe(-1);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-11-01T11:00:00Z', '2026-11-01T11:00:00Z'],
    ['2026-11-01T06:00:00-05:00', '2026-11-01T11:00:00Z'],
    ['2026-11-01T06:00-05:00', '2026-11-01T11:00:00Z'],
    ['2026-11-01T06:00:00-0500', '2026-11-01T11:00:00Z'],
    ['2026-11-01T06:00:00-05', '2026-11-01T11:00:00Z'],
    ['2026-11-20T00:00:00+05:45', '2026-11-19T18:15:00Z'],
    ['2026-11-01T11:00:00.5Z', '2026-11-01T11:00:00.500Z'],
    ['2026-11-01T11:00:00.123999999Z', '2026-11-01T11:00:00.123Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59Z'],
  ])('%s is %s', (text, expected) => {
    expect(isoUtc(parseInstant(text))).toBe(expected);
  });

  it.each([
    ['2026-11-01T11:00:00', 'has no offset from UTC'],
    ['2026-11-01', 'is not an ISO 8601 instant'],
    ['2026-11-01 11:00:00Z', 'is not an ISO 8601 instant'],
    ['2026-11-01T11Z', 'is not an ISO 8601 instant'],
    ['20261101T110000Z', 'is not an ISO 8601 instant'],
    ['2026-11-01T11:00:00z', 'is not an ISO 8601 instant'],
    ['2026-11-01T11:00:00Z\n', 'is not an ISO 8601 instant'],
    ['2026-11-01T11:00:00.Z', 'is not an ISO 8601 instant'],
    ['2026-11-01T11:00:00[America/Chicago]', 'is not an ISO 8601 instant'],
    ['now', 'is not an ISO 8601 instant'],
    ['', 'is not an ISO 8601 instant'],
    [null, 'null is not an ISO 8601 instant'],
    [1_600_160_400, 'a value of type number is not'],
    ['2026-02-29T00:00:00Z', 'is not on a date of the calendar'],
    ['2026-13-01T00:00:00Z', 'is not on a date of the calendar'],
    ['2026-11-00T00:00:00Z', 'is not on a date of the calendar'],
    ['2026-11-01T24:00:00Z', 'has no such time of day'],
    ['2026-11-01T23:60:00Z', 'has no such time of day'],
    ['2016-12-31T23:59:60Z', 'has no such time of day'],
    ['2026-11-01T11:00:00+24:00', 'has no such offset'],
    ['2026-11-01T11:00:00+05:60', 'has no such offset'],
    ['0026-11-01T11:00:00Z', 'is outside the years 1000 to 9999'],
  ])('%s %s', (text, problem) => {
    expect(() => parseInstant(text)).toThrow(InvalidTimeError);
    expect(() => parseInstant(text)).toThrow(problem);
  });

  it('reads what isoUtc writes', () => {
    fc.assert(fc.property(instants, (instant) => parseInstant(isoUtc(instant)) === instant));
  });

  it('agrees with Date on instants written with an offset', () => {
    const offsets = fc.constantFrom('+00:00', '-00:30', '+05:45', '-11:00', '+14:00');
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        const text = isoUtc(instant).replace('Z', offset);
        return parseInstant(text) === Date.parse(text);
      }),
    );
  });
});

describe('compactUtc', () => {
  it('is fit for a file name and sorts by time', () => {
    expect(compactUtc(parseInstant('2026-11-01T06:00:00.250-05:00'))).toBe('20261101T110000Z');
  });
});
