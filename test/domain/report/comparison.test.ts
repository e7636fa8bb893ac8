import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import type { NoChangeReason } from '../../../shared/domain/report/change.ts';
import { type ComparedMeasure, compareWith } from '../../../shared/domain/report/comparison.ts';
import { summarisePeriod } from '../../../shared/domain/report/period-summary.ts';
import { parsePeriod } from '../../../shared/domain/time/period.ts';
import { circuit, factsBetween, factsOf, mains, SILENT, solar } from './compared-days.ts';

const last = parsePeriod('2025-11');

function compared(now: readonly DayFacts[], then: readonly DayFacts[], measure: ComparedMeasure = 'consumption') {
  const other = {
    comparedWith: 'last_year',
    period: last.key,
    firstDate: last.first,
    lastDate: last.last,
    summary: summarisePeriod(then),
  } as const;
  return compareWith(summarisePeriod(now), other, measure);
}

const week = (meteredOn?: Parameters<typeof factsBetween>[2]) => factsBetween('2026-11-16', '2026-11-22', meteredOn);
const weekBefore = (meteredOn?: Parameters<typeof factsBetween>[2]) =>
  factsBetween('2026-11-09', '2026-11-15', meteredOn);
const silentFrom = (date: string) => (day: string) =>
  day >= date ? [mains(SILENT), circuit('c', SILENT)] : [mains(), circuit()];

describe('a comparison', () => {
  it('tells the change and both sums on as many days', () => {
    const { consumption, production, measure } = compared(
      week(() => [mains(940), circuit()]),
      weekBefore(),
    );

    expect(measure).toBe('consumption');
    expect(production).toBeNull();
    expect(consumption).toEqual({
      comparable: true,
      changeShare: expect.closeTo(-0.06, 9),
      thisKWh: expect.closeTo(157.92, 9),
      otherKWh: expect.closeTo(168, 9),
      thisDays: 7,
      otherDays: 7,
      averages: null,
    });
  });

  it('compares whole periods of different length by the day', () => {
    const { consumption } = compared(
      factsBetween('2026-10-01', '2026-10-31'),
      factsBetween('2026-09-01', '2026-09-30'),
    );

    expect(consumption).toMatchObject({ comparable: true, thisDays: 31, otherDays: 30 });
    expect(consumption).toMatchObject({
      changeShare: expect.closeTo(0, 9),
      averages: { per: 'day', thisKWh: expect.closeTo(24, 9) },
    });
  });

  it('compares days of different length by the hour', () => {
    const { consumption } = compared(
      factsBetween('2026-11-01', '2026-11-01'),
      factsBetween('2026-10-25', '2026-10-25'),
    );

    expect(consumption).toMatchObject({ thisKWh: expect.closeTo(25, 9), otherKWh: expect.closeTo(24, 9) });
    expect(consumption).toMatchObject({
      changeShare: expect.closeTo(0, 9),
      averages: { per: 'hour', thisKWh: expect.closeTo(1, 9) },
    });
  });

  it('compares as many covered days, whichever they are', () => {
    const { consumption } = compared(week(silentFrom('2026-11-21')), weekBefore(silentFrom('2026-11-14')));

    expect(consumption).toMatchObject({ comparable: true, thisDays: 5, otherDays: 5, thisKWh: expect.closeTo(120, 9) });
  });

  it('takes a day for covered that lacks a few samples only', () => {
    const few = (slot: number) => (slot < 5 ? null : 1000);
    const many = (slot: number) => (slot < 7 ? null : 1000);

    expect(
      compared(
        week(() => [mains(few)]),
        weekBefore(() => [mains()]),
      ).consumption.comparable,
    ).toBe(true);
    expect(
      compared(
        week(() => [mains(many)]),
        weekBefore(() => [mains()]),
      ).consumption.comparable,
    ).toBe(false);
  });

  it('compares the measured circuits where there are no mains', () => {
    const { consumption, measure } = compared(
      week(() => [circuit('c', 300)]),
      weekBefore(() => [mains(), circuit()]),
      'circuits',
    );

    expect(measure).toBe('circuits');
    expect(consumption).toMatchObject({ comparable: true, changeShare: expect.closeTo(-0.25, 9) });
  });

  it('does not take a day for covered on which one of the circuits was silent', () => {
    const onceSilent = (date: string) => [circuit(), circuit('ev', date === '2026-11-22' ? SILENT : 400)];
    const both = () => [circuit(), circuit('ev')];

    expect(compared(week(onceSilent), weekBefore(both), 'circuits').consumption).toMatchObject({
      comparable: false,
      reason: 'different_coverage',
    });
  });

  it('does not take a day for covered on which a circuit gave no energy, whatever the count of samples says', () => {
    const ev = circuit('ev');
    const days = (lastEnergyKWh: number | null) =>
      ['2026-11-21', '2026-11-22'].map((date) =>
        factsOf(date, [circuit(), { ...ev, energyKWh: date.endsWith('22') ? lastEnergyKWh : 9.6 }], { power: null }),
      );

    expect(compared(days(9.6), days(9.6), 'circuits').consumption.comparable).toBe(true);
    expect(compared(days(null), days(9.6), 'circuits').consumption).toMatchObject({ reason: 'different_coverage' });
  });

  it('compares production where both have it', () => {
    const { production } = compared(
      week(() => [mains(), solar('pv', -750)]),
      weekBefore(() => [mains(), solar()]),
    );

    expect(production).toMatchObject({
      comparable: true,
      changeShare: expect.closeTo(0.5, 9),
      otherKWh: expect.closeTo(84, 9),
    });
  });

  it('has the days of the other period side by side, without those that lack data', () => {
    const { days } = compared(week(), weekBefore(silentFrom('2026-11-15')));

    expect(days.map(({ energyKWh }) => energyKWh?.toFixed(1) ?? null)).toEqual([...Array(6).fill('24.0'), null]);
    expect(days[0]?.date).toBe('2026-11-09');
  });
});

describe('a comparison declines', () => {
  it.each<[NoChangeReason, string, DayFacts[], DayFacts[]]>([
    ['no_data', 'nothing was heard then', week(), weekBefore(() => [mains(SILENT), circuit('c', SILENT)])],
    ['no_data', 'nothing was heard now', week(() => [mains(SILENT)]), weekBefore()],
    ['different_coverage', 'the mains were silent now', week(() => [mains(SILENT), circuit()]), weekBefore()],
    [
      'different_coverage',
      'the mains had gaps then',
      week(),
      weekBefore(() => [mains((slot) => (slot < 100 ? null : 1000)), circuit()]),
    ],
    ['no_mains_then', 'only circuits were measured then', week(), weekBefore(() => [circuit()])],
    ['no_mains_then', 'the mains were silent then', week(), weekBefore(() => [mains(SILENT), circuit()])],
    ['production_changed', 'production came', week(() => [mains(), circuit(), solar()]), weekBefore()],
    ['production_changed', 'production went', week(), weekBefore(() => [mains(), circuit(), solar()])],
    [
      'production_changed',
      'there is a second array',
      week(() => [mains(), solar(), solar('pv2')]),
      weekBefore(() => [mains(), solar()]),
    ],
    ['different_circuits', 'a circuit came', week(() => [mains(), circuit(), circuit('ev')]), weekBefore()],
    [
      'different_circuits',
      'a circuit was silent then',
      week(() => [mains(), circuit(), circuit('ev')]),
      weekBefore(() => [mains(), circuit(), circuit('ev', SILENT)]),
    ],
    ['different_coverage', 'a day is missing then', week(), weekBefore(silentFrom('2026-11-15'))],
    ['different_coverage', 'a day is missing now', week(silentFrom('2026-11-22')), weekBefore()],
    [
      'different_coverage',
      'the shorter period has a gap',
      factsBetween('2026-09-01', '2026-09-30', silentFrom('2026-09-30')),
      factsBetween('2026-08-01', '2026-08-31'),
    ],
    [
      'too_few_days',
      'the longer period has data for less than half of its days',
      factsBetween('2026-08-01', '2026-08-31', silentFrom('2026-08-16')),
      factsBetween('2026-06-01', '2026-06-30', silentFrom('2026-06-16')),
    ],
    [
      'too_few_days',
      'less than half of the days are there',
      week(silentFrom('2026-11-19')),
      weekBefore(silentFrom('2026-11-12')),
    ],
    ['tiny_base', 'next to nothing was used then', week(), weekBefore(() => [mains(5), circuit('c', 2)])],
  ])('with %s when %s', (reason, _title, now, then) => {
    const { consumption } = compared(now, then);

    expect(consumption).toMatchObject({ comparable: false, reason });
  });

  it('but keeps both amounts when only the percentage would be nonsense', () => {
    const { consumption } = compared(
      week(),
      weekBefore(() => [mains(5), circuit()]),
    );

    expect(consumption).toEqual({
      comparable: false,
      reason: 'tiny_base',
      thisKWh: expect.closeTo(168, 9),
      otherKWh: expect.closeTo(0.84, 9),
    });
  });

  it.each(['no_data', 'different_coverage', 'different_circuits'] as const)(
    'with %s when nobody went to read the other period',
    (declined) => {
      const other = {
        comparedWith: 'previous',
        period: last.key,
        firstDate: last.first,
        lastDate: last.last,
        declined,
      } as const;

      expect(compareWith(summarisePeriod(week()), other, 'consumption')).toMatchObject({
        consumption: { comparable: false, reason: declined, thisKWh: null, otherKWh: null },
        production: null,
        days: [],
      });
    },
  );

  it('about production alone when there was next to none', () => {
    const { consumption, production } = compared(
      week(() => [mains(), solar()]),
      weekBefore(() => [mains(), solar('pv', -1)]),
    );

    expect(consumption.comparable).toBe(true);
    expect(production).toMatchObject({ comparable: false, reason: 'tiny_base' });
  });
});

describe('the law of comparisons', () => {
  const watts = fc.integer({ min: 100, max: 20_000 });

  propertyTest.prop([watts, watts, fc.boolean()], { numRuns: 30 })(
    'a period that is set beside itself did not change, and a change goes back by its inverse',
    (a, b, unequal) => {
      const now = factsBetween('2026-11-16', unequal ? '2026-11-18' : '2026-11-17', () => [mains(a)]);
      const then = factsBetween('2026-11-09', '2026-11-10', () => [mains(b)]);
      const there = compared(now, then).consumption;
      const back = compared(then, now).consumption;
      if (!there.comparable || !back.comparable) throw new Error('not compared');

      expect(compared(now, now).consumption).toMatchObject({ comparable: true, changeShare: 0 });
      expect((1 + there.changeShare) * (1 + back.changeShare)).toBeCloseTo(1, 9);
      expect(there.changeShare).toBeCloseTo(a / b - 1, 6);
    },
  );
});
