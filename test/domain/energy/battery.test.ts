import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batteryFacts, batteryLossesKWh } from '../../../shared/domain/energy/battery.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { aDay, aRegister, type MeteredRegister, readingsOf } from '../../support/readings-builder.ts';

const day = aDay();
const battery = (id: string, powerW: MeteredRegister['powerW']) => ({ register: aRegister(id, 'battery'), powerW });
/** Charges 1.2 kW for the first half of the day, gives 1 kW in the second. */
const CYCLE = (slot: number, slots: number) => (slot < slots / 2 ? 1200 : -1000);

describe('the battery of a day', () => {
  it('is split by sign, slot by slot, while the day’s net hides both', () => {
    const facts = batteryFacts(readingsOf(day, [battery('b1', CYCLE)]));
    expect(facts?.charged).toEqual({ energyKWh: 14.4, quality: 'measured' });
    expect(facts?.discharged).toEqual({ energyKWh: 12, quality: 'measured' });
  });

  it('does not let two batteries, or a register for each direction, cancel out', () => {
    const facts = batteryFacts(readingsOf(day, [battery('charged', 500), battery('discharged', -300)]));
    expect([facts?.charged.energyKWh, facts?.discharged.energyKWh]).toEqual([12, 7.2]);
  });

  it('has gaps where a register has, and is unknown without any sample or any series', () => {
    const gap = (slot: number) => (slot < 12 ? null : 600);
    expect(batteryFacts(readingsOf(day, [battery('b1', gap)]))?.charged).toEqual({
      energyKWh: 13.8,
      quality: 'partial',
    });
    const silent = readingsOf(day, [battery('b1', () => null)]);
    expect(batteryFacts(silent)?.charged).toEqual({ energyKWh: null, quality: 'missing' });
    expect(batteryFacts({ ...silent, power: null })?.discharged.quality).toBe('missing');
  });

  it('is nothing at a place without one', () => {
    const readings = readingsOf(day, [{ register: aRegister('m1', 'main'), powerW: 100 }]);
    expect(batteryFacts(readings)).toBeNull();
    expect(summariseDay(readings, day.end)).not.toHaveProperty('battery');
  });

  it('keeps what was stored, even where its power is not metered', () => {
    const readings = readingsOf(day, [], { storedEnergyKWh: { atStart: 3.5, atEnd: null } });
    expect(batteryFacts(readings)).toMatchObject({ atStart: 3.5, atEnd: null, charged: { quality: 'missing' } });
  });

  it('has a net that is what it charged less what it gave, whatever it did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9000, max: 9000 }), { minLength: 1, maxLength: 40 }), (watts) => {
        const readings = readingsOf(day, [battery('b1', (slot) => watts[slot % watts.length] ?? 0)]);
        const { battery: facts, totals } = summariseDay(readings, day.end);
        const net = (facts?.charged.energyKWh ?? Number.NaN) - (facts?.discharged.energyKWh ?? Number.NaN);
        expect(net).toBeCloseTo(totals.battery.energyKWh ?? Number.NaN, 6);
      }),
    );
  });
});

describe('the losses of a battery', () => {
  const figure = (energyKWh: number) => ({ energyKWh, quality: 'measured' as const });
  const known = { charged: figure(14.4), discharged: figure(12), atStart: 3, atEnd: 4 };

  it('are what went in and neither came out nor stayed', () => {
    expect(batteryLossesKWh(known)).toBeCloseTo(1.4, 9);
  });

  it.each([
    ['a gap', { charged: { energyKWh: 14.4, quality: 'partial' as const } }],
    ['nothing about what was stored', { atEnd: null }],
    ['readings that do not fit each other', { atEnd: 9 }],
  ])('are not known with %s', (_, part) => {
    expect(batteryLossesKWh({ ...known, ...part })).toBeNull();
  });
});
