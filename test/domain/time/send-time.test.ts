import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Instant,
  InvalidTimeError,
  instantFromMs,
  isoUtc,
  parseInstant,
} from '../../../shared/domain/time/instant.ts';
import { plusDays } from '../../../shared/domain/time/local-date.ts';
import {
  nextPeriod,
  type Period,
  parsePeriod,
  periodInterval,
  previousPeriod,
} from '../../../shared/domain/time/period.ts';
import { dueAt, duePeriods, latestDuePeriod } from '../../../shared/domain/time/send-time.ts';
import { sendTimes, type ZonePeriod, zone, zonePeriods } from './arbitraries.ts';
import { findZoneRules, firstInstantShowing, intlWallClock } from './intl-zone-rules.ts';

const DAY_MS = 86_400_000;
const keys = (periods: readonly Period[]): string[] => periods.map(({ key }) => key);

describe('dueAt', () => {
  it.each([
    ['America/Chicago', '2026-10-31', '06:00', '2026-11-01T12:00:00Z'],
    ['America/Chicago', '2026-11', '06:00', '2026-12-01T12:00:00Z'],
    ['America/Chicago', '2026-03-07', '02:30', '2026-03-08T08:00:00Z'],
    ['America/Chicago', '2026-10-31', '01:30', '2026-11-01T06:30:00Z'],
    ['Asia/Kolkata', '2026-W47', '00:00', '2026-11-22T18:30:00Z'],
    ['Africa/Cairo', '2026-04-23', '00:00', '2026-04-23T22:00:00Z'],
    ['Pacific/Apia', '2011-12-29', '06:00', '2011-12-30T10:00:00Z'],
    ['America/St_Johns', '2010-11-06', '00:00', '2010-11-07T02:30:00Z'],
    ['UTC', '2026-10-15/2026-11-14', '23:59', '2026-11-15T23:59:00Z'],
  ])('in %s for %s sent at %s is %s', (name, text, time, expected) => {
    expect(isoUtc(dueAt(parsePeriod(text), time, zone(name)))).toBe(expected);
  });

  it('refuses what is not a time of day', () => {
    expect(() => dueAt(parsePeriod('2026-11'), '6 am', zone('UTC'))).toThrow(InvalidTimeError);
  });

  it('is at the send time or after the gap that it falls into, never before the end, and never earlier for a later period', () => {
    fc.assert(
      fc.property(zonePeriods, sendTimes, ({ zone: place, period, cycleStartDay }, time) => {
        const due = dueAt(period, time, place);
        const asked = Date.parse(`${plusDays(period.last, 1)}T${time}Z`);
        expect(due).toBeGreaterThanOrEqual(periodInterval(period, place).end);
        expect(intlWallClock(place)(due)).toBeGreaterThanOrEqual(asked);
        expect(dueAt(nextPeriod(period, cycleStartDay), time, place)).toBeGreaterThanOrEqual(due);
      }),
    );
  });
});

describe('duePeriods', () => {
  it('are those that have ended and whose send time has come', () => {
    const from = parsePeriod('2026-10-30');
    const at = (text: string) => keys(duePeriods(from, parseInstant(text), '06:00', zone('America/Chicago')));
    expect(at('2026-10-31T10:59:59Z')).toEqual([]);
    expect(at('2026-10-31T11:00:00Z')).toEqual(['2026-10-30']);
    expect(at('2026-11-01T11:59:59Z')).toEqual(['2026-10-30']);
    expect(at('2026-11-01T12:00:00Z')).toEqual(['2026-10-30', '2026-10-31']);
  });

  it('leave out the date that Apia left out', () => {
    const due = duePeriods(
      parsePeriod('2011-12-28'),
      parseInstant('2012-01-02T00:00:00Z'),
      '06:00',
      zone('Pacific/Apia'),
    );
    expect(keys(due)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
  });

  it('follow a change of the cycle start day without a gap', () => {
    const from = parsePeriod('2026-10-15/2026-11-14');
    expect(keys(duePeriods(from, parseInstant('2026-12-21T00:00:00Z'), '06:00', zone('UTC'), 20))).toEqual([
      '2026-10-15/2026-11-14',
      '2026-11-15/2026-11-19',
      '2026-11-20/2026-12-19',
    ]);
  });

  const scenarios = fc.record({
    at: zonePeriods,
    time: sendTimes,
    ticksMs: fc.array(fc.integer({ min: -3 * DAY_MS, max: 40 * DAY_MS }), { minLength: 1, maxLength: 12 }),
  });

  it('planned over any set of ticks are the periods that have ended by the last: none missing, none twice', () => {
    fc.assert(
      fc.property(scenarios, ({ at, time, ticksMs }) => {
        const { zone: place, period: from, cycleStartDay } = at;
        const ticks = ticksMs.map((ms) => instantFromMs(periodInterval(from, place).end + ms)).sort((a, b) => a - b);
        const planned: string[] = [];
        let cursor = from;
        for (const tick of ticks) {
          for (const period of duePeriods(cursor, tick, time, place, cycleStartDay)) {
            planned.push(period.key);
            cursor = nextPeriod(period, cycleStartDay);
          }
        }
        expect(planned).toEqual(endedBy(ticks.at(-1) ?? instantFromMs(0), at, time));
      }),
    );
  });

  /** Straight from the words, and from Intl: every period that has a length, is over, and whose send time the clocks have shown. */
  function endedBy(now: Instant, { zone: place, period: from, cycleStartDay }: ZonePeriod, time: string): string[] {
    const rules = findZoneRules(place, periodInterval(from, place).start - 2 * DAY_MS, now + 2 * DAY_MS, 2 * DAY_MS);
    const ended: string[] = [];
    let period = from;
    for (let count = 0; count < 60; count += 1) {
      const [startMs, endMs, dueMs] = [
        firstInstantShowing(Date.parse(period.first), rules),
        firstInstantShowing(Date.parse(plusDays(period.last, 1)), rules),
        firstInstantShowing(Date.parse(`${plusDays(period.last, 1)}T${time}Z`), rules),
      ];
      if (endMs > startMs && endMs <= now && dueMs <= now) ended.push(period.key);
      period = nextPeriod(period, cycleStartDay);
    }
    return ended;
  }
});

describe('latestDuePeriod', () => {
  it.each([
    ['daily', 'America/Chicago', '2026-11-01T11:59:59Z', '06:00', '2026-10-30'],
    ['daily', 'America/Chicago', '2026-11-01T12:00:00Z', '06:00', '2026-10-31'],
    ['weekly', 'America/Chicago', '2026-11-01T12:00:00Z', '06:00', '2026-W43'],
    ['monthly', 'America/Chicago', '2026-11-01T12:00:00Z', '06:00', '2026-10'],
    ['daily', 'Pacific/Apia', '2011-12-31T12:00:00Z', '00:00', '2011-12-31'],
    ['daily', 'Pacific/Apia', '2011-12-30T23:00:00Z', '06:00', '2011-12-29'],
    ['daily', 'America/St_Johns', '2010-11-07T02:30:30Z', '00:00', '2010-11-06'],
    ['daily', 'America/St_Johns', '2010-11-07T02:45:00Z', '00:00', '2010-11-06'],
  ] as const)('%s in %s at %s, sent at %s, is %s', (kind, name, now, time, key) => {
    expect(latestDuePeriod(kind, parseInstant(now), time, zone(name)).key).toBe(key);
  });

  it('is the last of all that are due', () => {
    fc.assert(
      fc.property(zonePeriods, sendTimes, fc.nat(3 * DAY_MS), ({ zone: place, period, cycleStartDay }, time, ms) => {
        const now = instantFromMs(periodInterval(period, place).end + ms);
        const latest = latestDuePeriod(period.kind, now, time, place, cycleStartDay);
        let from = period;
        for (let count = 0; count < 4; count += 1) from = previousPeriod(from, cycleStartDay);
        expect(duePeriods(from, now, time, place, cycleStartDay).at(-1)).toEqual(latest);
      }),
    );
  });

  it('refuses cycles without a start day', () => {
    expect(() => latestDuePeriod('cycle', parseInstant('2026-11-01T12:00:00Z'), '06:00', zone('UTC'))).toThrow(
      RangeError,
    );
  });
});
