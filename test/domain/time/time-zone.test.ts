import { describe, expect, it } from 'vitest';
import { localDay } from '../../../shared/domain/time/local-day.ts';
import { InvalidTimeZoneError, parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { date } from './arbitraries.ts';

const ACCEPTED = [
  'America/Chicago',
  'America/Argentina/ComodRivadavia',
  'America/Port-au-Prince',
  'america/chicago',
  'Asia/Kathmandu',
  'Asia/Katmandu',
  'Asia/Calcutta',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Kiev',
  'Europe/Kyiv',
  'US/Central',
  'Antarctica/DumontDUrville',
  'CET',
  'EST',
  'EST5EDT',
  'Etc/GMT+5',
  'Etc/GMT-14',
  'Etc/UTC',
  'GB-Eire',
  'GMT',
  'GMT0',
  'Japan',
  'NZ-CHAT',
  'PRC',
  'UTC',
  'W-SU',
  'Zulu',
];

const REFUSED: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -6,
  {},
  ['America/Chicago'],
  'local',
  'localtime',
  'system',
  'null',
  'undefined',
  'Central',
  'Central Standard Time',
  'Chicago',
  'America/Chikago',
  'America/',
  'America',
  ' America/Chicago',
  'America/Chicago ',
  'America/Chicago\n',
  'America/Chicago\u0000',
  'America\\Chicago',
  'Asia/To\u212Ayo',
  'Etc/Unknown',
  'Etc/GMT+15',
  'Factory',
  '+05:30',
  '-06:00',
  '+0530',
  '-06',
  'UTC+5',
  'UTC-06:00',
  'GMT+5',
  'Z',
  'EST5',
  'CST6CDT,M3.2.0,M11.1.0',
  '<+0330>-3:30',
  ':America/Chicago',
  'posix/America/Chicago',
  'right/UTC',
  '/usr/share/zoneinfo/UTC',
  '../../etc/passwd',
  'SystemV/CST6CDT',
  'IST',
  'BST',
  'CST',
  'PST',
  'pst',
  'x'.repeat(100_000),
];

describe('parseTimeZone', () => {
  it.each(ACCEPTED)('keeps %s as it is written, and its days can be told', (name) => {
    expect(parseTimeZone(name)).toBe(name);
    expect(localDay(date('2026-11-20'), parseTimeZone(name)).hours).toBe(24);
  });

  it.each(REFUSED.map((value) => [value]))('refuses %j', (value) => {
    expect(() => parseTimeZone(value)).toThrow(InvalidTimeZoneError);
    expect(() => parseTimeZone(value)).toThrow(/: use a name such as America\/Chicago$/);
  });

  it('keeps every zone that the runtime lists', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) expect(parseTimeZone(name)).toBe(name);
  });

  it('quotes at most 40 characters, made harmless', () => {
    expect(() => parseTimeZone(`\u001b[31m${'x'.repeat(90)}`)).toThrow(
      `Time zone "\\u001b[31m${'x'.repeat(35)}"… is not an IANA time zone name: use a name such as America/Chicago`,
    );
    expect(() => parseTimeZone(null)).toThrow('Time zone null is missing: use a name such as America/Chicago');
  });
});
