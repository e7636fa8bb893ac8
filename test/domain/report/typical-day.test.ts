import { describe, expect, it } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import { summarisePeriod } from '../../../shared/domain/report/period-summary.ts';
import { typicalDayOf } from '../../../shared/domain/report/typical-day.ts';
import { typicalDates, typicalDayData } from '../../../shared/domain/report/typical-day-data.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { circuit, factsOf, mains, SILENT, solar } from './compared-days.ts';

const thursday = '2026-11-19';
const thursdays = typicalDates(parseLocalDate(thursday));

/** The same weekday of the weeks before, each with a power of its own. */
const weeksBefore = (...powersW: number[]) =>
  powersW.map((powerW, index) => factsOf(thursdays[index] ?? '', [mains(powerW), circuit()]));

function typical(day: DayFacts, others: readonly DayFacts[]) {
  const data = typicalDayData(day, others);
  return data === null ? null : typicalDayOf(data, summarisePeriod([day]), day.timeZone);
}

describe('a typical day', () => {
  it('is made of the same weekday of the eight weeks before', () => {
    expect(thursdays).toHaveLength(8);
    expect([thursdays[0], thursdays[7]]).toEqual(['2026-11-12', '2026-09-24']);
  });

  it.each([
    ['the middle one', [900, 5000, 1000], 24],
    ['the mean of the middle two', [900, 5000, 1000, 1100], 25.2],
  ])('is %s of the days', (_title, powersW, expectedKWh) => {
    const day = typical(factsOf(thursday), weeksBefore(...powersW));

    expect(day?.consumption).toMatchObject({
      comparable: true,
      otherKWh: expect.closeTo(expectedKWh, 9),
      otherDays: powersW.length,
    });
    expect(day?.hourly.map(({ energyKWh }) => energyKWh)).toEqual(Array(24).fill(expect.closeTo(expectedKWh / 24, 9)));
    expect(day).toMatchObject({ weekday: 4, measure: 'consumption', production: null });
  });

  it('finds each hour on its own, and the day as a whole', () => {
    const oneHour = (hour: number) => (slot: number) => (Math.floor(slot / 12) === hour ? 12_000 : 0);
    const others = [7, 8, 9].map((hour, index) => factsOf(thursdays[index] ?? '', [mains(oneHour(hour)), circuit()]));

    const day = typical(factsOf(thursday), others);

    expect(day?.hourly.reduce((sum, hour) => sum + (hour.energyKWh ?? 0), 0)).toBe(0);
    expect(day?.consumption).toMatchObject({ otherKWh: expect.closeTo(12, 9) });
  });

  it.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
  ])('lies over the hours that %s has, all %d of them', (date, hours) => {
    const dates = typicalDates(parseLocalDate(date)).slice(0, 3);

    const day = typical(
      factsOf(date),
      dates.map((other) => factsOf(other)),
    );

    expect(day?.hourly).toHaveLength(hours);
    expect(day?.consumption).toMatchObject({ changeShare: expect.closeTo(0, 9), otherKWh: expect.closeTo(hours, 9) });
    expect(day?.hourly.filter((hour) => hour.repeated)).toHaveLength(hours === 25 ? 1 : 0);
  });

  it('has a day whose clocks changed behind it like any other', () => {
    const day = typical(
      factsOf('2026-03-15'),
      ['2026-03-08', '2026-03-01', '2026-02-22'].map((date) => factsOf(date)),
    );

    expect(day?.consumption).toMatchObject({ changeShare: expect.closeTo(0, 9), otherKWh: expect.closeTo(24, 9) });
    expect(day?.hourly[2]?.energyKWh).toBeCloseTo(1, 9);
  });

  it('is of the circuits where there are no mains', () => {
    const others = thursdays.slice(0, 3).map((date) => factsOf(date, [circuit()]));

    const day = typical(factsOf(thursday, [circuit('c', 500)]), others);

    expect(day).toMatchObject({ measure: 'circuits', consumption: { changeShare: expect.closeTo(0.25, 9) } });
    expect(day?.hourly[0]?.energyKWh).toBeCloseTo(0.4, 9);
  });

  it('has production where there is some', () => {
    const others = thursdays.slice(0, 3).map((date) => factsOf(date, [mains(), solar()]));

    const day = typical(factsOf(thursday, [mains(), solar('pv', -250)]), others);

    expect(day?.production).toMatchObject({ changeShare: expect.closeTo(-0.5, 9) });
    expect(day?.hourly[0]?.productionKWh).toBeCloseTo(0.5, 9);
  });

  it.each<[string, DayFacts[]]>([
    ['two days make no habit', weeksBefore(1000, 1000)],
    [
      'the days before lack data',
      thursdays.map((date) => factsOf(date, [mains((slot) => (slot === 3 ? null : 1000)), circuit()])),
    ],
    ['other circuits measured then', thursdays.map((date) => factsOf(date, [mains(), circuit(), circuit('ev')]))],
    ['there was production then', thursdays.map((date) => factsOf(date, [mains(), circuit(), solar()]))],
    ['there were no mains then', thursdays.map((date) => factsOf(date, [circuit()]))],
  ])('is not told when %s', (_title, others) => {
    expect(typical(factsOf(thursday), others)).toBeNull();
  });

  it('is not set beside a day with gaps, but shown with it', () => {
    const gappy = factsOf(thursday, [mains((slot) => (slot < 100 ? null : 1000)), circuit()]);
    const day = typical(gappy, weeksBefore(1000, 1000, 1000));

    expect(day?.consumption).toMatchObject({ comparable: false, reason: 'different_coverage' });
    expect(day?.hourly[0]?.energyKWh).toBeCloseTo(1, 9);
  });

  it('is not made for a day without any data', () => {
    expect(typical(factsOf(thursday, [mains(SILENT), circuit('c', SILENT)]), weeksBefore(1000, 1000, 1000))).toBeNull();
  });
});
