import { describe, expect, it } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import { type CostEstimate, estimateCost } from '../../../shared/domain/money/cost-estimate.ts';
import { currencyOf } from '../../../shared/domain/money/currency.ts';
import { parsePrice } from '../../../shared/domain/money/money.ts';
import type { Tariff } from '../../../shared/domain/money/tariff.ts';
import { datesBetween, parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { aRegister } from '../../support/readings-builder.ts';
import { aBand, aPricedDay, aTariff, aVersion } from '../../support/tariff-builder.ts';

type Known = Extract<CostEstimate, { estimated: true }>;

function known(days: readonly DayFacts[], tariff: Tariff): Known {
  const estimate = estimateCost(days, tariff);
  if (!estimate.estimated) throw new Error(`no estimate: ${estimate.reason}`);
  return estimate;
}

const timeOfUse = aVersion({
  bands: [aBand('0.30', { name: 'peak', hours: [{ from: 16, to: 21 }] }), aBand('0.10', { name: 'off-peak' })],
});
const datesOf = (first: string, last: string) => datesBetween(parseLocalDate(first), parseLocalDate(last));
const circuit = { register: aRegister('c', 'circuit'), powerW: 100 };
const solar = { register: aRegister('pv', 'production'), powerW: -3000 };

describe('the cost of a period', () => {
  it('is the imported energy at its price', () => {
    const estimate = known([aPricedDay('2026-11-19')], aTariff());

    expect(estimate).toMatchObject({ tariffName: 'plain', currency: { code: 'USD', digits: 2 } });
    expect(estimate).toMatchObject({ importCostMinor: 600, totalMinor: 600, unpricedHours: 0 });
    expect(estimate).toMatchObject({ isIncomplete: false, isAtLeast: false, effectiveFrom: ['2020-01-01'] });
    expect(estimate).toMatchObject({ exportCreditMinor: null, standingChargeMinor: null });
  });

  it('tells what fell into which band', () => {
    const { perBand, totalMinor } = known([aPricedDay('2026-11-19')], aTariff([timeOfUse]));

    expect(perBand).toEqual([
      { name: 'peak', effectiveFrom: '2020-01-01', pricePerKWh: 300_000, energyKWh: 5, costMinor: 150 },
      { name: 'off-peak', effectiveFrom: '2020-01-01', pricePerKWh: 100_000, energyKWh: 19, costMinor: 190 },
    ]);
    expect(totalMinor).toBe(340);
  });

  it.each([
    ['America/Chicago', '2026-03-08', 23],
    ['America/Chicago', '2026-11-19', 24],
    ['America/Chicago', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-11-19', 24],
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Havana', '2026-11-01', 25],
  ])('prices each hour of a day in %s on %s once, all %d of them', (zone, date, hours) => {
    const { perBand, unpricedHours } = known([aPricedDay(date, { zone })], aTariff([timeOfUse]));

    expect(perBand.reduce((sum, band) => sum + band.energyKWh, 0)).toBeCloseTo(hours, 9);
    expect(unpricedHours).toBe(0);
  });

  it('prices an hour that comes twice by what the clocks show both times', () => {
    const small = aVersion({
      bands: [aBand('1', { name: 'one', hours: [{ from: 1, to: 2 }] }), aBand('0', { name: 'rest' })],
    });
    const costOn = (date: string) => known([aPricedDay(date)], aTariff([small])).totalMinor;

    expect(costOn('2026-11-01')).toBe(200);
    expect(costOn('2026-11-19')).toBe(100);
  });

  it('changes its prices on the date of a new version', () => {
    const tariff = aTariff([
      aVersion({ from: '2026-01-01', to: '2026-11-19' }),
      aVersion({ from: '2026-11-20', bands: [aBand('0.50')] }),
    ]);
    const estimate = known(
      datesOf('2026-11-19', '2026-11-20').map((date) => aPricedDay(date)),
      tariff,
    );

    expect(estimate.perBand.map(({ effectiveFrom, costMinor }) => [effectiveFrom, costMinor])).toEqual([
      ['2026-01-01', 600],
      ['2026-11-20', 1200],
    ]);
    expect(estimate.effectiveFrom).toEqual(['2026-01-01', '2026-11-20']);
  });

  it('leaves dates before the first price out, and says so', () => {
    const days = datesOf('2026-11-18', '2026-11-20').map((date) => aPricedDay(date));

    const estimate = known(days, aTariff([aVersion({ from: '2026-11-20' })]));

    expect(estimate).toMatchObject({ totalMinor: 600, unpricedHours: 48, isIncomplete: true, isAtLeast: true });
  });
});

describe('energy that flows out', () => {
  const paid = aTariff([aVersion({ feedInPerKWh: parsePrice('0.08') })]);

  it('is a credit where the tariff pays for it, and may turn the total', () => {
    const estimate = known([aPricedDay('2026-11-19', { mainsW: -2000, registers: [solar] })], paid);

    expect(estimate).toMatchObject({ importCostMinor: 0, exportCreditMinor: 384, totalMinor: -384 });
    expect(estimate.leftOut).not.toContain('feed_in');
  });

  it('is said to be left out where the tariff says nothing about it', () => {
    const estimate = known([aPricedDay('2026-11-19', { mainsW: -2000, registers: [solar] })], aTariff());

    expect(estimate).toMatchObject({ exportCreditMinor: null, totalMinor: 0, leftOut: ['standing_charge', 'feed_in'] });
  });

  it('has no line at a place that nothing can flow out of', () => {
    expect(known([aPricedDay('2026-11-19')], paid).exportCreditMinor).toBeNull();
  });
});

describe('a standing charge', () => {
  const perMonth = (amount: string) =>
    aTariff([aVersion({ standingCharge: { amount: parsePrice(amount), per: 'month' } })]);

  it.each([
    ['all of November', '2026-11-01', '2026-11-30', 1234],
    ['all of February', '2027-02-01', '2027-02-28', 1234],
    ['ten days of November', '2026-11-01', '2026-11-10', 411],
    ['a cycle over two months', '2026-10-15', '2026-11-14', 1253],
  ])('by the month is owed in full or by the day: %s', (_title, first, last, expected) => {
    const days = datesOf(first, last).map((date) => aPricedDay(date, { mainsW: 0 }));

    expect(known(days, perMonth('12.34'))).toMatchObject({ standingChargeMinor: expected, totalMinor: expected });
  });

  it('by the day is owed for days without data too', () => {
    const tariff = aTariff([aVersion({ standingCharge: { amount: parsePrice('0.505'), per: 'day' } })]);
    const days = [aPricedDay('2026-11-18'), aPricedDay('2026-11-19', { mainsW: () => null })];

    expect(known(days, tariff)).toMatchObject({ standingChargeMinor: 101, totalMinor: 701, unpricedHours: 24 });
  });

  it('is said to be left out by a tariff without one', () => {
    expect(known([aPricedDay('2026-11-19')], aTariff([aVersion()], { leftOut: ['taxes'] })).leftOut).toEqual([
      'taxes',
      'standing_charge',
    ]);
  });
});

describe('an estimate with gaps', () => {
  const halfDay = (slot: number, slots: number) => (slot < slots / 2 ? 1000 : null);

  it('is at least what was heard', () => {
    const estimate = known([aPricedDay('2026-11-19', { mainsW: halfDay })], aTariff());

    expect(estimate).toMatchObject({ totalMinor: 300, unpricedHours: 12, isIncomplete: true, isAtLeast: true });
  });

  it('counts a day without a power series as unpriced', () => {
    const days = [aPricedDay('2026-11-18', { over: { power: null } }), aPricedDay('2026-11-19')];

    expect(known(days, aTariff())).toMatchObject({ totalMinor: 600, unpricedHours: 24, isAtLeast: true });
  });

  it('counts the silent part of an hour', () => {
    const estimate = known([aPricedDay('2026-11-19', { mainsW: (slot) => (slot < 3 ? null : 1000) })], aTariff());

    expect(estimate.unpricedHours).toBeCloseTo(0.25, 9);
  });

  it('may be more than the truth where export is paid for', () => {
    const registers = [{ ...solar, powerW: halfDay }];
    const tariff = aTariff([aVersion({ feedInPerKWh: parsePrice('0.08') })]);

    const estimate = known([aPricedDay('2026-11-19', { mainsW: halfDay, registers })], tariff);

    expect(estimate).toMatchObject({ isIncomplete: true, isAtLeast: false });
  });

  it('prices the import of a day in full when only the production was silent', () => {
    const registers = [{ ...solar, powerW: halfDay }];

    expect(known([aPricedDay('2026-11-19', { registers })], aTariff())).toMatchObject({
      unpricedHours: 0,
      totalMinor: 600,
      isIncomplete: false,
    });
  });
});

describe('there is no estimate', () => {
  it.each<[string, DayFacts, Tariff, string]>([
    ['without mains', aPricedDay('2026-11-19', { mainsW: null, registers: [circuit] }), aTariff(), 'no_mains'],
    ['without a single sample', aPricedDay('2026-11-19', { mainsW: () => null }), aTariff(), 'import_unknown'],
    ['without a power series', aPricedDay('2026-11-19', { over: { power: null } }), aTariff(), 'import_unknown'],
    ['before the first price', aPricedDay('2026-11-19'), aTariff([aVersion({ from: '2027-01-01' })]), 'no_price'],
  ])('%s', (_title, day, tariff, reason) => {
    expect(estimateCost([day], tariff)).toEqual({
      estimated: false,
      tariffName: 'plain',
      currency: currencyOf('USD'),
      reason,
    });
  });
});
