import { describe, expect, it } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import { housePower } from '../../../shared/domain/energy/house-power.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { readScript } from './scripted-fleet.ts';

// Figures that the vendor's documents and samples show, as answers of the API.

const START = 1_600_160_400;
const flags = (grid: boolean, production: boolean) => ({ grid, production, battery: false });
const register = (id: string, circuit_type: string, hub: string) => ({
  id,
  label: id,
  circuit_type,
  installation: hub,
  ...flags(circuit_type === 'main' || circuit_type.startsWith('line_side'), circuit_type.endsWith('production')),
});
/** Registers inside `aggregate` and `historical` have neither type nor hub. */
const cutDown = ({ circuit_type: _, installation: __, ...rest }: ReturnType<typeof register>) => rest;

describe('the example of an hour with two hubs', () => {
  const registers = [register('guest', 'consumption', 'c0kw1n3y'), register('mains', 'main', 'cbas9lkr')];
  const aggregate = {
    samples_count: 24,
    hubs: ['c0kw1n3y', 'cbas9lkr'],
    results: registers.map((one) => ({
      avg: 967,
      min: 738,
      max: 1483,
      sum: 11_603,
      kwh: 0.968,
      register: cutDown(one),
    })),
  };
  const slots = [1483, 738, ...Array.from({ length: 9 }, () => 938), 940];
  const historical = {
    count: 12,
    registers: registers.map(cutDown),
    results: slots.map((powerW, slot) => ({ t: START + slot * 300, r: { w: [powerW, powerW] } })),
  };

  it('is read by its kwh, not by its sum or average, and is fully covered', async () => {
    const script = { metadata: { mains: true }, hubs: ['c0kw1n3y', 'cbas9lkr'], registers, aggregate, historical };
    const readings = await readScript(script, START, START + 3600);
    expect(readings.energyKWhByRegister.get('guest')).toBe(0.968);
    expect(readings.sampleCount).toBe(24);

    const facts = summariseDay(readings, readings.day.end);
    expect(facts).toMatchObject({ coverage: 1, quality: 'measured' });
    expect(facts.registers[0]).toMatchObject({ energyKWh: 0.968, coverage: 1 });
    const watts = [...(readings.power?.wattsByRegister.get('guest') ?? [])];
    const averageW = watts.reduce((sum, powerW) => sum + powerW, 0) / watts.length;
    expect(Math.round(averageW)).toBe(967);
    // The two ways of telling an energy differ by a tenth of a percent; one of them has to be the figure.
    expect((averageW * 3600) / 3.6e6).not.toBeCloseTo(0.968, 4);
  });
});

describe('the two slots of the night example', () => {
  // Positions 0 and 6 are mains; the order is that of the answer's own registers.
  const night = [
    [
      944, 0, 0, 0, 0, 0, 675, 0, 0, 0, 73, 97, 484, 0, 0, 327, 0, 0, 0, 0, 0, 41, 23, 124, 0, 0, 0, 0, 0, 120, 0, 43,
      0, 93, 25, 76,
    ],
    [
      885, 0, 0, 0, 0, 0, 616, 0, 0, 0, 74, 96, 485, 0, 0, 327, 0, 0, 0, 0, 0, 41, 23, 10, 0, 0, 0, 0, 0, 121, 0, 39, 0,
      91, 25, 77,
    ],
  ];
  const types = (index: number) =>
    index === 0 || index === 6 ? 'main' : index === 1 ? 'line_side_production' : 'consumption';
  const registers = Array.from({ length: 36 }, (_, index) =>
    register(`r${index}`, types(index), index < 18 ? 'a' : 'b'),
  );

  it('leave 93 and 92 W that no circuit explains', async () => {
    const readings = await readScript(
      {
        metadata: { mains: true },
        hubs: ['a', 'b'],
        registers: registers.toReversed(),
        aggregate: { samples_count: 4, results: registers.map((one) => ({ kwh: 0, register: cutDown(one) })) },
        historical: {
          registers: registers.map(cutDown),
          results: night.map((w, slot) => ({ t: START + slot * 300, r: { w } })),
        },
      },
      START,
      START + 600,
    );
    if (readings.power === null) return expect.fail('there is no series');
    const { gridW, consumptionW, circuitsW } = housePower(readings.registers, readings.power, 2);
    expect([...(gridW ?? [])]).toEqual([1619, 1501]);
    const other = [...(consumptionW ?? [])].map((powerW, slot) => powerW - (circuitsW?.[slot] ?? 0));
    expect(other).toEqual([93, 92]);
  });
});

describe('the balance', () => {
  async function factsOf(energies: readonly [type: string, kwh: number][], otherKWh: number): Promise<DayFacts> {
    const registers = energies.map(([type], index) => register(`r${index}`, type, 'a'));
    const rows: object[] = registers.map((one, index) => ({ kwh: energies[index]?.[1], register: cutDown(one) }));
    // The row for Other has only these two figures in the samples that show it.
    const other = {
      avg: 0,
      kwh: otherKWh,
      register: { ...register('__OTHER__', 'other', 'a'), label: 'Other', other: true },
    };
    const readings = await readScript(
      {
        metadata: { mains: true, installations_count: 1 },
        hubs: ['a'],
        registers,
        aggregate: { samples_count: 288, results: [...rows, other] },
        historical: { registers: [], results: [] },
      },
      START,
      START + 86_400,
    );
    return summariseDay(readings, readings.day.end);
  }
  const totals = (facts: DayFacts) =>
    (['netGrid', 'production', 'consumption', 'other'] as const).map((name) => facts.totals[name].energyKWh);
  const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 6));

  it('of a day with sources behind the mains is the published one', async () => {
    const energies = [
      ['main', -3.37],
      ['main', -1.728],
      ['breaker_side_production', -6.826],
      ['breaker_side_production', -6.998],
      ['consumption', 0],
    ] as const;
    const facts = await factsOf(
      energies.map(([type, kwh]) => [type, kwh]),
      8.726,
    );
    expect(totals(facts)).toEqual(close(-5.098, 13.824, 8.726, 8.726));
    expect(facts.otherBasis).toBe('reported_by_source');
  });

  it('of a house with sources before the mains leaves 119, not 1918 and not −1680', async () => {
    const energies = [
      ['main', 1.134],
      ['main', 0.804],
      ['line_side_production', -1.133],
      ['line_side_production', -0.666],
      ['consumption', 1.819],
    ] as const;
    const facts = await factsOf(
      energies.map(([type, kwh]) => [type, kwh]),
      -1.68,
    );
    expect(totals(facts)).toEqual(close(0.139, 1.799, 1.938, 0.119));
    expect(facts.otherBasis).toBe('computed_source_is_literal');
  });
});
