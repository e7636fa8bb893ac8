import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { energyBalance, type MeteredEnergy } from '../../../shared/domain/energy/balance.ts';
import { figure, MISSING } from '../../../shared/domain/energy/figure.ts';
import type { RegisterRole } from '../../../shared/domain/energy/register.ts';
import { aRegister } from '../../support/readings-builder.ts';

function metered(
  id: string,
  role: RegisterRole,
  energyKWh: number | null,
  measuresGrid = role === 'main',
): MeteredEnergy {
  return {
    register: aRegister(id, role, { measuresGrid }),
    figure: energyKWh === null ? MISSING : figure(energyKWh, true),
  };
}

const kWh = (balance: ReturnType<typeof energyBalance>) => ({
  netGrid: balance.netGrid.energyKWh,
  production: balance.production.energyKWh,
  battery: balance.battery.energyKWh,
  consumption: balance.consumption.energyKWh,
  other: balance.other.energyKWh,
  literal: balance.literalOther.energyKWh,
});

describe('the published figures of real places', () => {
  it.each([
    {
      title: 'a day with solar behind the mains and no circuits',
      registers: [
        metered('m1', 'main', -3.37),
        metered('m2', 'main', -1.728),
        metered('s1', 'production', -6.826),
        metered('s2', 'production', -6.998),
      ],
      expected: {
        netGrid: -5.098,
        production: 13.824,
        battery: null,
        consumption: 8.726,
        other: 8.726,
        literal: 8.726,
      },
    },
    {
      title: 'an instant with solar between the utility and the mains',
      registers: [
        metered('m1', 'main', 1134),
        metered('m2', 'main', 804),
        metered('s1', 'production', -1133, true),
        metered('s2', 'production', -666, true),
        metered('c', 'circuit', 1819),
      ],
      expected: { netGrid: 139, production: 1799, battery: null, consumption: 1938, other: 119, literal: -1680 },
    },
    {
      title: 'the same house in one slot of a night',
      registers: [
        metered('m1', 'main', 944),
        metered('m2', 'main', 675),
        metered('s1', 'production', 0, true),
        metered('c', 'circuit', 1526),
      ],
      expected: { netGrid: 1619, production: 0, battery: null, consumption: 1619, other: 93, literal: 93 },
    },
    {
      title: 'the same house in the next slot',
      registers: [
        metered('m1', 'main', 885),
        metered('m2', 'main', 616),
        metered('s1', 'production', 0, true),
        metered('c', 'circuit', 1409),
      ],
      expected: { netGrid: 1501, production: 0, battery: null, consumption: 1501, other: 92, literal: 92 },
    },
  ])('$title', ({ registers, expected }) => {
    const balance = kWh(energyBalance(registers, true));

    for (const [name, value] of Object.entries(expected)) {
      if (value === null) expect(balance[name as keyof typeof balance], name).toBeNull();
      else expect(balance[name as keyof typeof balance], name).toBeCloseTo(value, 9);
    }
  });
});

describe('what is unknown or has no meaning', () => {
  it('has no net grid, consumption and Other without mains, but circuits and production', () => {
    const balance = energyBalance([metered('c', 'circuit', 3), metered('s', 'production', -4)], true);

    expect(balance.netGrid.quality).toBe('not_applicable');
    expect(balance.consumption.quality).toBe('not_applicable');
    expect(balance.other.quality).toBe('not_applicable');
    expect(balance.circuits.energyKWh).toBe(3);
    expect(balance.production.energyKWh).toBe(4);
  });

  it('has no Other where the source measures no circuits', () => {
    expect(energyBalance([metered('m', 'main', 5)], false).other.quality).toBe('not_applicable');
  });

  it('does not know consumption when one leg of the mains is unknown', () => {
    const balance = energyBalance([metered('m1', 'main', 5), metered('m2', 'main', null)], true);

    expect(balance.netGrid).toEqual(MISSING);
    expect(balance.consumption).toEqual(MISSING);
    expect(balance.other).toEqual(MISSING);
  });

  it('knows consumption without a circuit that is unknown, but not Other', () => {
    const balance = energyBalance(
      [metered('m', 'main', 5), metered('c1', 'circuit', 2), metered('c2', 'circuit', null)],
      true,
    );

    expect(balance.consumption).toEqual({ energyKWh: 5, quality: 'measured' });
    expect(balance.circuits).toEqual({ energyKWh: 2, quality: 'partial' });
    expect(balance.other).toEqual(MISSING);
  });

  it('calls a production of which one register is unknown partial', () => {
    const balance = energyBalance(
      [metered('m', 'main', 5), metered('s1', 'production', -3), metered('s2', 'production', null)],
      true,
    );

    expect(balance.production).toEqual({ energyKWh: 3, quality: 'partial' });
    expect(balance.consumption).toEqual(MISSING);
  });
});

const energies = fc.record({
  mains: fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 3 }),
  lineSide: fc.array(fc.double({ min: -50, max: 0, noNaN: true }), { maxLength: 2 }),
  breakerSide: fc.array(fc.double({ min: -50, max: 0, noNaN: true }), { maxLength: 2 }),
  lineBattery: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { maxLength: 1 }),
  breakerBattery: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { maxLength: 1 }),
  circuits: fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 6 }),
});

property.prop([energies])('every wiring: circuits + Other = consumption = net grid + production − battery', (house) => {
  const balance = energyBalance(
    [
      ...house.mains.map((value, index) => metered(`m${index}`, 'main', value)),
      ...house.lineSide.map((value, index) => metered(`l${index}`, 'production', value, true)),
      ...house.breakerSide.map((value, index) => metered(`b${index}`, 'production', value, false)),
      ...house.lineBattery.map((value, index) => metered(`lb${index}`, 'battery', value, true)),
      ...house.breakerBattery.map((value, index) => metered(`bb${index}`, 'battery', value, false)),
      ...house.circuits.map((value, index) => metered(`c${index}`, 'circuit', value)),
    ],
    true,
  );
  const { netGrid, production, battery, consumption, other, literal } = kWh(balance);
  const lineSideKWh = [...house.lineSide, ...house.lineBattery].reduce((sum, value) => sum + value, 0);

  expect(consumption).toBeCloseTo((netGrid ?? 0) + (production ?? 0) - (battery ?? 0), 6);
  expect((balance.circuits.energyKWh ?? 0) + (other ?? 0)).toBeCloseTo(consumption ?? 0, 6);
  expect(literal).toBeCloseTo((other ?? 0) + lineSideKWh, 6);
});
