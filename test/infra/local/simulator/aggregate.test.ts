import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { simulatedHouse } from './simulated-house.ts';
import { runSimulator, seriesPath } from './simulator-client.ts';

const START = 1_600_160_400;
const END = START + 3599;

/** One register's watts, slot by slot; null is a gap. */
const houseWith = (rows: Record<string, readonly (number | null)[]>, nativeIntervalSeconds = 300) => ({
  fleets: [
    {
      id: 'curb',
      locations: [
        simulatedHouse({
          nativeIntervalSeconds,
          wattsAt: (id, stamp) => {
            const row = rows[id];
            return row === undefined ? 0 : (row[(stamp - START) / nativeIntervalSeconds] ?? null);
          },
        }),
      ],
    },
  ],
});

const rowOf = async (options: object, id: string, query = {}) => {
  const simulator = await runSimulator(options);
  const { body } = await simulator.get(seriesPath('aggregate', START, END, query));
  return body.results.find(({ register }) => register.id === id);
};

describe('a row of aggregate', () => {
  it('has the shape of the document, with whole watts and a register cut down', async () => {
    const oven = [944, 885, 738, 1483, 900, 900, 900, 900, 900, 900, 900, 1253];
    const row = await rowOf(houseWith({ oven }), 'oven');
    expect(row).toEqual({
      avg: 967,
      min: 738,
      max: 1483,
      sum: 11_603,
      kwh: 0.966916667,
      register: { id: 'oven', label: 'Oven', group: 0, channel: 2, grid: false, production: false, battery: false },
    });
  });

  it('has energies of the measured samples, not of the rounded ones', async () => {
    const row = await rowOf(houseWith({ oven: new Array(12).fill(0.4) }), 'oven');
    expect(row).toMatchObject({ avg: 0, sum: 0, kwh: 0.0004 });
    const kept = await rowOf({ ...houseWith({ oven: new Array(12).fill(0.4) }), keepDecimals: true }, 'oven');
    expect(kept).toMatchObject({ avg: 0.4, min: 0.4, sum: 4.8, kwh: 0.0004 });
  });

  it('averages over its own samples and adds nothing for a gap', async () => {
    const row = await rowOf(houseWith({ heat: [1200, null, 1200, null] }), 'heat');
    expect(row).toMatchObject({ avg: 1200, sum: 2400, kwh: 0.2 });
  });

  it('shows production below zero', async () => {
    const row = await rowOf(houseWith({ roof: [-10, -2000, -30] }), 'roof');
    expect(row).toMatchObject({ avg: -680, min: -2000, max: -10, sum: -2040, kwh: -0.17 });
  });

  test.prop([fc.array(fc.option(fc.integer({ min: -8000, max: 12_000 })), { minLength: 12, maxLength: 12 })], {
    numRuns: 25,
  })('agrees with the historical slots of the same window', async (heat) => {
    const simulator = await runSimulator(houseWith({ heat }));
    const { body } = await simulator.get(seriesPath('aggregate', START, END));
    const slots = (await simulator.get(seriesPath('historical', START, END))).body;
    const at = slots.registers.findIndex(({ id }) => id === 'heat');
    const watts = slots.results.flatMap(({ r }) => r.w[at] ?? []);
    const row = body.results.find(({ register }) => register.id === 'heat');
    expect(watts).toEqual(heat.filter((value) => value !== null));
    if (watts.length === 0) expect(row).toBeUndefined();
    else {
      const sum = watts.reduce((total, value) => total + value, 0);
      expect(row?.sum).toBe(sum);
      expect(Math.abs((row?.avg ?? Number.NaN) - sum / watts.length)).toBeLessThanOrEqual(0.5);
      expect([row?.min, row?.max]).toEqual([Math.min(...watts), Math.max(...watts)]);
      expect(row?.kwh).toBeCloseTo((sum * 300) / 3_600_000, 8);
    }
  });
});

describe('samples_count', () => {
  it('adds the slots of each hub in which any of its registers has data', async () => {
    const gaps = [100, null, 100, null];
    const simulator = await runSimulator(houseWith({ shed: gaps, cell: gaps, heat: [null, 50, 50] }));
    const { body } = await simulator.get(seriesPath('aggregate', START, END));
    expect(body.samples_count).toBe(12 + 3);
    expect(body.hubs).toEqual(['huba', 'hubb']);
  });

  it('is 0 with hubs and no rows where nothing was ever measured', async () => {
    const simulator = await runSimulator({
      fleets: [{ id: 'curb', locations: [simulatedHouse({ wattsAt: () => null })] }],
    });
    const { status, body } = await simulator.get(seriesPath('aggregate', START, END, { add_other: '1' }));
    expect(status).toBe(200);
    expect(body).toEqual({
      samples_count: 0,
      start: START,
      end: END,
      hubs: ['huba', 'hubb'],
      resolution: '5m',
      results: [],
    });
  });
});

describe('minutes', () => {
  it('become five-minute samples over the minutes that are there; none of them, no sample', async () => {
    const heat = [600, null, 900, null, null, null, null, null, null, null, 60, 60, 60, 60, 60];
    const options = houseWith({ heat, main: heat, oven: heat, roof: heat, shed: heat, cell: heat }, 60);
    const simulator = await runSimulator(options);
    const { body } = await simulator.get(seriesPath('historical', START, START + 899));
    expect(body.results.map(({ t, r }) => [t - START, r.w[0]])).toEqual([
      [0, 750],
      [600, 60],
    ]);
    const row = (await simulator.get(seriesPath('aggregate', START, START + 899))).body.results[0];
    expect(row).toMatchObject({ sum: 810, avg: 405, kwh: 0.03 });
  });

  it('of a place that measures every five show the power they lie in, at the same energy', async () => {
    const heat = [600, 1200];
    const fine = await rowOf(houseWith({ heat }), 'heat', { resolution: 'm' });
    const coarse = await rowOf(houseWith({ heat }), 'heat');
    expect(fine).toMatchObject({ sum: 9000, avg: 900 });
    expect(fine?.kwh).toBe(coarse?.kwh);
  });

  it('make an hour an average over what is there', async () => {
    const row = await rowOf(houseWith({ heat: [1000, null, 2000] }), 'heat', { resolution: 'h' });
    expect(row).toMatchObject({ sum: 1500, avg: 1500, kwh: 0.25 });
  });
});
