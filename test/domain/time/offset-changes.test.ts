import { beforeAll, describe, expect, it } from 'vitest';
import { checkUnderHostZones, HOST_ZONES, rulesOfAllZones } from './check-under-host-zones.ts';
import type { ZoneCheckReport } from './host-zone-child.ts';
import type { ZoneRules } from './intl-zone-rules.ts';
import { productClock } from './product-clock.ts';
import { type CheckResult, checkZone, type LocalClock } from './zone-day-check.ts';

let zones: ZoneRules[] = [];
let reports: ZoneCheckReport[] = [];

beforeAll(async () => {
  zones = rulesOfAllZones(120);
  reports = await checkUnderHostZones(zones, 'near-changes');
}, 180_000);

describe('every local day within three days of an offset change, 2005 to 2035', () => {
  it.each([...HOST_ZONES.entries()])('host %i, %s: agrees with Intl and with the plain rule', (index, hostZone) => {
    const report = reports[index];
    expect(report).toMatchObject({ hostZone, zones: zones.length, differences: 0, samples: [] });
    expect(report?.days).toBeGreaterThan(50_000);
    expect(report?.changes).toBeGreaterThan(8_000);
  });

  it('was checked under hosts whose own clocks differ', () => {
    expect(reports.map((report) => report.hostOffsetInJuly)).toEqual([0, 240, -630, -780]);
  });
});

describe('the check finds', () => {
  const check = (zone: string, wrong: Partial<LocalClock>): CheckResult => {
    const rules = zones.find((candidate) => candidate.zone === zone);
    if (rules === undefined) throw new Error(`no rules for ${zone}`);
    return checkZone({ ...productClock, ...wrong }, rules, 'near-changes');
  };
  const hour = 3_600_000;
  const days = (change: (start: number) => number, onDates: readonly string[]): Partial<LocalClock> => ({
    localDay: (date, zone) => {
      const { start, end } = productClock.localDay(date, zone);
      const moved = onDates.includes(date) ? change(start) : start;
      return { start: moved, end, hours: (end - moved) / hour };
    },
  });

  it('nothing wrong with the product', () => {
    expect(check('America/St_Johns', {}).differences).toBe(0);
  });

  it('days that are always 24 hours long', () => {
    const wrong: Partial<LocalClock> = {
      localDay: (date, zone) => {
        const { start } = productClock.localDay(date, zone);
        return { start, end: start + 24 * hour, hours: 24 };
      },
    };
    expect(check('America/Chicago', wrong).differences).toBe(62);
  });

  it('the second midnight taken for the start', () => {
    const { samples } = check(
      'Asia/Amman',
      days((start) => start + hour, ['2010-10-29']),
    );
    expect(samples.some((sample) => sample.includes('start of 2010-10-29'))).toBe(true);
    expect(samples.some((sample) => sample.includes('2010-10-29 has come 3600000 ms early'))).toBe(true);
  });

  it('the hour before a missing midnight taken for the start', () => {
    const { samples } = check(
      'Africa/Cairo',
      days((start) => start - hour, ['2026-04-24']),
    );
    expect(samples.some((sample) => sample.includes('2026-04-24 has come at its start: false'))).toBe(true);
  });

  it('a left-out time moved by the length of the gap', () => {
    const { atLocalTime } = productClock;
    const wrong: Partial<LocalClock> = {
      atLocalTime: (date, time, zone) =>
        atLocalTime(date, time, zone) + (date === '2026-03-08' && time === '02:30' ? hour / 2 : 0),
    };
    expect(check('America/Chicago', wrong).differences).toBe(1);
  });

  it('offset changes that are not told', () => {
    expect(check('America/Chicago', { offsetChanges: () => [] }).differences).toBe(1);
  });
});
