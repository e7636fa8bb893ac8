import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isTurnedByGaps } from '../../../shared/domain/energy/gap-uncertainty.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf, type SlotPower } from '../../support/readings-builder.ts';

const readAt = instantFromMs(1_790_000_000_000);
const facts = (...args: Parameters<typeof readingsOf>) => summariseDay(readingsOf(...args), readAt);

const main = (powerW: SlotPower, over = {}): MeteredRegister => ({ register: aRegister('m', 'main', over), powerW });
const circuit = (id: string, powerW: SlotPower, over = {}): MeteredRegister => ({
  register: aRegister(id, 'circuit', over),
  powerW,
});

describe('coverage', () => {
  it.each([
    ['America/Chicago', '2026-03-08', 23, 276],
    ['America/Chicago', '2026-11-01', 25, 300],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, 282],
    ['Australia/Lord_Howe', '2026-04-05', 24.5, 294],
    ['Asia/Kathmandu', '2026-11-20', 24, 288],
  ])('expects the slots of the real day in %s on %s: %d h, %d slots', (zone, date, hours, slots) => {
    const whole = facts(aDay(date, zone), [main(1000)]);

    expect(whole.hours).toBe(hours);
    expect(whole.coverage).toBe(1);
    expect(whole.quality).toBe('measured');
    expect(whole.totals.consumption.energyKWh).toBeCloseTo(hours, 9);
    expect(facts(aDay(date, zone), [main(1000)], { sampleCount: slots - 1 }).coverage).toBeCloseTo(
      (slots - 1) / slots,
      12,
    );
  });

  it('counts the hubs that should be there, not those that answered', () => {
    const day = facts(aDay(), [main(1000)], { hubIds: ['hub1', 'hub2'] });

    expect(day.coverage).toBe(0.5);
    expect(day.quality).toBe('partial');
  });
});

describe('silence', () => {
  it('does not take the zero of a register that was never heard for a measurement', () => {
    const day = facts(aDay(), [main(1000), { ...circuit('c', () => null), energyKWh: 0 }]);

    expect(day.registers[1]).toMatchObject({ energyKWh: null, quality: 'missing', coverage: 0 });
    expect(isTurnedByGaps(day.totals.other)).toBe(true);
    expect(day.totals.consumption.energyKWh).toBeCloseTo(24, 9);
  });

  it('keeps a measured zero', () => {
    const day = facts(aDay(), [main(1000), circuit('c', 0)]);

    expect(day.registers[1]).toMatchObject({ energyKWh: 0, quality: 'measured', coverage: 1 });
    expect(day.totals.other).toMatchObject({ energyKWh: 24, quality: 'measured' });
  });

  it('withholds Other when the circuits of one hub were silent for hours', () => {
    const silent = (slot: number) => slot >= 72 && slot < 144;
    const day = facts(aDay(), [main(2000), circuit('c', (slot) => (silent(slot) ? null : 1500), { hubId: 'hub2' })]);

    expect(day.coverage).toBeCloseTo((288 + 216) / 576, 9);
    expect(day.totals.consumption).toMatchObject({ quality: 'measured' });
    expect(day.totals.other.uncertaintyKWh).toBeCloseTo(9, 9);
    expect(isTurnedByGaps(day.totals.other)).toBe(true);
    expect(day.gaps).toEqual([
      { start: day.start + 72 * 300_000, end: day.start + 144 * 300_000, hubIds: ['hub2'], complete: false },
    ]);
  });

  it('keeps Other when everything was silent together: the measured time is short, nothing is turned', () => {
    const silent = (slot: number) => slot < 12;
    const day = facts(aDay(), [
      main((slot) => (silent(slot) ? null : 2000)),
      circuit('c', (slot) => (silent(slot) ? null : 1500)),
    ]);

    expect(day.totals.other).toMatchObject({ quality: 'partial', uncertaintyKWh: 0 });
    expect(day.totals.other.energyKWh).toBeCloseTo(11.5, 9);
    expect(day.gaps).toMatchObject([{ complete: true }]);
  });

  it('keeps Other when a small load missed a slot', () => {
    const day = facts(aDay(), [main(2000), circuit('c', (slot) => (slot === 5 ? null : 100))]);

    expect(day.totals.other.uncertaintyKWh).toBeCloseTo((100 * 300) / 3_600_000, 9);
    expect(isTurnedByGaps(day.totals.other)).toBe(false);
  });

  it('withholds consumption when the mains were silent while the roof was not', () => {
    const solar = { register: aRegister('s', 'production', { hubId: 'hub2' }), powerW: -3000 };
    const day = facts(aDay(), [main((slot) => (slot < 100 ? null : -2000)), solar]);

    expect(isTurnedByGaps(day.totals.consumption)).toBe(true);
    expect(isTurnedByGaps(day.totals.production)).toBe(false);
  });

  it('says nothing about a day that was not heard at all', () => {
    const day = facts(aDay(), [main(() => null, {}), circuit('c', () => null)], { sampleCount: 0 });

    expect(day.quality).toBe('missing');
    expect(day.coverage).toBe(0);
    expect(day.totals.consumption).toEqual({ energyKWh: null, quality: 'missing', uncertaintyKWh: 0 });
  });

  it('takes a day without a series by its energies and its count', () => {
    const day = facts(aDay(), [main(1000), circuit('c', 500)], { power: null, sampleCount: 144 });

    expect(day.totals.consumption).toMatchObject({ quality: 'partial' });
    expect(day.totals.gridImport).toMatchObject({ energyKWh: null, quality: 'missing' });
    expect(day.peak).toBeNull();
  });
});

describe('flows', () => {
  it('sums the legs of a slot before it splits import from export', () => {
    const legs = [main(1000), { register: aRegister('m2', 'main'), powerW: -400 }];
    const day = facts(aDay(), legs);

    expect(day.totals.gridImport.energyKWh).toBeCloseTo(14.4, 9);
    expect(day.totals.gridExport.energyKWh).toBe(0);
  });

  it('tells a day of import and export from a quiet one, though both net to zero', () => {
    const solar = { register: aRegister('s', 'production'), powerW: (slot: number) => (slot < 144 ? -2000 : 0) };
    const day = facts(aDay(), [main((slot) => (slot < 144 ? -1000 : 1000)), solar]);

    expect(day.totals.netGrid.energyKWh).toBeCloseTo(0, 9);
    expect(day.totals.gridImport.energyKWh).toBeCloseTo(12, 9);
    expect(day.totals.gridExport.energyKWh).toBeCloseTo(12, 9);
    expect(day.totals.selfConsumption.energyKWh).toBeCloseTo(12, 9);
    expect(day.totals.consumption.energyKWh).toBeCloseTo(24, 9);
  });

  it('leaves slots out in which a leg is missing, and says so', () => {
    const day = facts(aDay(), [
      main(1000),
      { register: aRegister('m2', 'main'), powerW: (slot: number) => (slot < 12 ? null : 500) },
    ]);

    expect(day.totals.gridImport).toMatchObject({ quality: 'partial' });
    expect(day.totals.gridImport.energyKWh).toBeCloseTo((276 * 1500 * 300) / 3_600_000, 9);
  });

  it('has neither import nor export without mains', () => {
    const day = facts(aDay(), [circuit('c', 700)]);

    expect(day.totals.gridImport.quality).toBe('not_applicable');
    expect(day.totals.netGrid.quality).toBe('not_applicable');
    expect(day.peak).toMatchObject({ powerW: 700 });
  });
});

describe('shape of the day', () => {
  it('gives the local hours, the repeated one included', () => {
    const day = facts(aDay('2026-11-01'), [main(1000)]);

    expect(day.hourly).toHaveLength(25);
    expect(day.hourly.filter((hour) => hour.hour === 1).map((hour) => hour.repeated)).toEqual([false, true]);
    expect(day.hourly.every((hour) => hour.coverage === 1)).toBe(true);
  });

  it('finds the peak and the base load', () => {
    const day = facts(aDay(), [main((slot) => (slot === 200 ? 9000 : slot < 20 ? 150 : 600))]);

    expect(day.peak).toEqual({ powerW: 9000, start: day.start + 200 * 300_000 });
    expect(day.baseLoadW).toBe(150);
  });

  it('has no base load from less than nine tenths of the day', () => {
    expect(facts(aDay(), [main((slot) => (slot < 30 ? null : 600))]).baseLoadW).toBeNull();
  });
});

const power = fc.array(fc.integer({ min: -4000, max: 8000 }), { minLength: 288, maxLength: 288 });

property.prop([power, power])('hours add up to the day, and import − export = net grid', (first, second) => {
  const day = facts(aDay(), [
    main((slot) => first[slot] ?? 0),
    { register: aRegister('m2', 'main'), powerW: (slot) => second[slot] ?? 0 },
  ]);
  const sum = (of: (hour: (typeof day.hourly)[number]) => number | null) =>
    day.hourly.reduce((total, hour) => total + (of(hour) ?? 0), 0);

  expect(sum((hour) => hour.consumptionKWh)).toBeCloseTo(day.totals.consumption.energyKWh ?? Number.NaN, 6);
  expect((day.totals.gridImport.energyKWh ?? 0) - (day.totals.gridExport.energyKWh ?? 0)).toBeCloseTo(
    day.totals.netGrid.energyKWh ?? Number.NaN,
    6,
  );
});

property.prop([power, fc.array(fc.boolean(), { minLength: 288, maxLength: 288 })])(
  'a missing sample never raises an import',
  (watts, heard) => {
    const whole = facts(aDay(), [main((slot) => watts[slot] ?? 0)]);
    const holed = facts(aDay(), [main((slot) => (heard[slot] ? (watts[slot] ?? 0) : null))]);

    expect(holed.totals.gridImport.energyKWh ?? 0).toBeLessThanOrEqual((whole.totals.gridImport.energyKWh ?? 0) + 1e-9);
  },
);
