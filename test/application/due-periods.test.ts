import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDuePeriods } from '../../shared/application/due-periods.ts';
import { instantFromMs, parseInstant } from '../../shared/domain/time/instant.ts';
import { parsePeriod, periodInterval, previousPeriod } from '../../shared/domain/time/period.ts';
import { duePeriods, latestDuePeriod } from '../../shared/domain/time/send-time.ts';
import { parseTimeZone } from '../../shared/domain/time/time-zone.ts';
import { sendTimes, zonePeriods } from '../domain/time/arbitraries.ts';
import { aRule } from '../support/report-world.ts';

const DAY_MS = 86_400_000;

describe('due periods', () => {
  it('are those that follow each other from the first one to the latest, whoever asked before', () => {
    const cases = fc.record({
      at: zonePeriods,
      time: sendTimes,
      days: fc.integer({ min: -3, max: 120 }),
      most: fc.integer({ min: 1, max: 30 }),
      earlier: fc.nat(3),
    });
    fc.assert(
      fc.property(cases, ({ at: { zone, period, cycleStartDay = 1 }, time, days, most, earlier }) => {
        const { kind } = period;
        const now = instantFromMs(Date.parse(`${period.last}T12:00:00Z`) + days * DAY_MS);
        const sendAt = { daily: time, weekly: time, monthly: time, cycle: time };
        const settings = { ...aRule().settings, sendAt, cycleStartDay };
        const due = createDuePeriods(kind, now, most);
        let first = period;
        for (let steps = 0; steps <= earlier; steps += 1) {
          const expected = duePeriods(first, now, time, zone, cycleStartDay).slice(-most);
          expect(due.since([first], zone, settings)).toEqual(
            expected.map((each) => ({ period: each, end: periodInterval(each, zone).end })),
          );
          first = previousPeriod(first, cycleStartDay);
        }
        expect(due.latest(zone, settings)).toEqual(latestDuePeriod(kind, now, time, zone, cycleStartDay));
      }),
    );
  });

  it('leave out a date that its zone left out', () => {
    const due = createDuePeriods('daily', parseInstant('2012-01-02T12:00:00Z'), 9);
    const periods = due.since([parsePeriod('2011-12-28')], parseTimeZone('Pacific/Apia'), aRule().settings);

    expect(periods.map(({ period }) => period.key)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
  });
});
