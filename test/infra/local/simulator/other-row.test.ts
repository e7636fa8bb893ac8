import { describe, expect, it } from 'vitest';
import type { OtherFormula } from '../../../../infra/local/simulator/other-row.ts';
import { simulatedHouse } from './simulated-house.ts';
import { HOUSE_ID, runSimulator, seriesPath } from './simulator-client.ts';

const START = 1_600_128_000;
const END = START + 86_399;

/** In the steady house 130 W are explained by no circuit; the line-side roof gives 2,100 W, 50.4 kWh a day. */
const OTHER_KWH: Record<OtherFormula, number | undefined> = {
  physical: 3.12,
  literal: 3.12 - 50.4,
  omitted: undefined,
  wrong: 3.12 * 1.5 + 3,
};

describe('add_other', () => {
  it.each(Object.entries(OTHER_KWH))('by the %s formula: %s kWh', async (formula, energyKWh) => {
    const simulator = await runSimulator({ otherFormula: formula as OtherFormula });
    const { body } = await simulator.get(seriesPath('aggregate', START, END, { add_other: '1' }));
    const others = body.results.filter(({ register }) => register.id === '__OTHER__');
    expect(others).toHaveLength(energyKWh === undefined ? 0 : 1);
    for (const row of others) expect(row.kwh).toBeCloseTo(energyKWh ?? 0, 6);
  });

  it('adds a virtual register with avg and kwh alone', async () => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('aggregate', START, END, { add_other: 'true' }));
    expect(body.results.at(-1)).toEqual({
      avg: 130,
      kwh: 3.12,
      register: {
        id: '__OTHER__',
        label: 'Other',
        group: null,
        channel: null,
        grid: false,
        production: false,
        battery: false,
        circuit_type: 'other',
        other: true,
      },
    });
  });

  it.each([undefined, '0', 'false', ''])('%j adds nothing', async (add_other) => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('aggregate', START, END, { add_other }));
    expect(body.results.map(({ register }) => register.label)).not.toContain('Other');
    expect(body.results).toHaveLength(6);
  });

  it('adds one more value to every slot of historical, null where a part of it is missing', async () => {
    const house = simulatedHouse({
      wattsAt: (id, stamp) => (id === 'heat' && stamp === START ? null : id === 'main' ? 700 : id === 'heat' ? 500 : 0),
    });
    const simulator = await runSimulator({ fleets: [{ id: 'curb', locations: [house] }] });
    const { body } = await simulator.get(seriesPath('historical', START, START + 599, { add_other: '1' }));
    expect(body.registers.at(-1)).toMatchObject({ id: '__OTHER__', other: true });
    expect(body.results.map(({ r }) => r.w.at(-1))).toEqual([null, 200]);
    expect(body.results.map(({ r }) => r.w.length)).toEqual([7, 7]);
  });

  it('has nothing to say without mains, unless the text is taken by its letter', async () => {
    const house = simulatedHouse();
    const circuits = { ...house, registers: house.registers.filter(({ id }) => id === 'oven'), wattsAt: () => 250 };
    const fleets = [{ id: 'curb', locations: [circuits] }];
    const path = seriesPath('aggregate', START, END, { add_other: '1' });
    expect((await (await runSimulator({ fleets })).get(path)).body.results).toHaveLength(1);
    const literal = await (await runSimulator({ fleets, otherFormula: 'literal' })).get(path);
    expect(literal.body.results.at(-1)).toMatchObject({ kwh: -6, register: { id: '__OTHER__' } });
  });

  it('can change for one location while the simulator runs', async () => {
    const simulator = await runSimulator();
    const otherKWh = async () =>
      (await simulator.get(seriesPath('aggregate', START, END, { add_other: '1' }))).body.results[6]?.kwh;
    simulator.setFaults([{ kind: 'other-row', formula: 'omitted', location: HOUSE_ID }]);
    expect(await otherKWh()).toBeUndefined();
    simulator.setFaults([{ kind: 'other-row', formula: 'omitted', location: 'elsewhere' }]);
    expect(await otherKWh()).toBe(3.12);
  });
});
