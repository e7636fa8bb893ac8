import { describe, expect, it } from 'vitest';
import { simulatedHouse } from './simulated-house.ts';
import { runSimulator, seriesPath } from './simulator-client.ts';

const START = 1_600_160_400;
const slots = (count: number) => [START, START + count * 300 - 1] as const;

/** Hub a measures 10, 20, 30 …; hub b 100, 200, 300 …; each without its gaps. */
const gappyHouse = (gapsOfA: readonly number[], gapsOfB: readonly number[]) => ({
  fleets: [
    {
      id: 'curb',
      locations: [
        simulatedHouse({
          wattsAt: (id, stamp) => {
            const slot = (stamp - START) / 300;
            const isOfA = ['main', 'roof', 'oven'].includes(id);
            if ((isOfA ? gapsOfA : gapsOfB).includes(slot)) return null;
            return (slot + 1) * (isOfA ? 10 : 100);
          },
        }),
      ],
    },
  ],
});

/** Register, then slot: [stamp's number, a value of hub a, a value of hub b]. */
async function readGappy(gapsOfA: readonly number[], gapsOfB: readonly number[], query = {}) {
  const simulator = await runSimulator(gappyHouse(gapsOfA, gapsOfB));
  const { body } = await simulator.get(seriesPath('historical', ...slots(5), query));
  const [a, b] = ['main', 'heat'].map((id) => body.registers.findIndex((register) => register.id === id));
  expect(body.count).toBe(body.results.length);
  return body.results.map(({ t, r }) => [(t - START) / 300, r.w[a ?? 0], r.w[b ?? 0]]);
}

describe('positions', () => {
  it('are those of the registers in the same answer, which another list does not share', async () => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('historical', ...slots(1)));
    expect(body.hubs).toEqual(['hubb', 'huba']);
    expect(body.registers.map(({ id }) => id)).toEqual(['shed', 'cell', 'heat', 'main', 'roof', 'oven']);
    expect(body.results).toEqual([{ t: START, r: { w: [-900, 400, 1500, 1730, -2100, 600] } }]);
    expect(body.registers[3]).toEqual({
      id: 'main',
      label: 'Main',
      group: 0,
      channel: 0,
      grid: true,
      production: false,
      battery: false,
    });
    const listed = await simulator.get('/api/curb/register');
    expect(listed.body.results.map(({ id }) => id)).not.toEqual(body.registers.map(({ id }) => id));
  });

  it.each(['omit_registers', 'omit_register'])('are left unexplained with %s', async (flag) => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('historical', ...slots(1), { [flag]: '1' }));
    expect(body).not.toHaveProperty('registers');
    expect(body.results[0]?.r.w).toHaveLength(6);
  });

  it('shows whole watts, or three decimals when they are kept', async () => {
    const fleets = [{ id: 'curb', locations: [simulatedHouse({ wattsAt: () => -0.4567 })] }];
    const read = async (keepDecimals: boolean) => {
      const simulator = await runSimulator({ fleets, keepDecimals });
      return (await simulator.get(seriesPath('historical', ...slots(1)))).body.results[0]?.r.w[0];
    };
    expect(await read(false)).toBe(0);
    expect(await read(true)).toBe(-0.457);
  });
});

describe('missing data', () => {
  it('is null for a silent hub, and leaves out a slot in which all are silent', async () => {
    expect(await readGappy([1, 3], [2, 3])).toEqual([
      [0, 10, 100],
      [1, null, 200],
      [2, 30, null],
      [4, 50, 500],
    ]);
  });

  it('keeps every slot with fill_all_gaps', async () => {
    expect(await readGappy([1, 3], [2, 3], { fill_all_gaps: '1' })).toEqual([
      [0, 10, 100],
      [1, null, 200],
      [2, 30, null],
      [3, null, null],
      [4, 50, 500],
    ]);
  });

  it('is drawn in straight lines with interpolate, but only where another hub has data', async () => {
    expect(await readGappy([1, 3], [2, 3], { interpolate: '1' })).toEqual([
      [0, 10, 100],
      [1, 20, 200],
      [2, 30, 300],
      [4, 50, 500],
    ]);
  });

  it('is drawn everywhere with both, and flat beyond the ends', async () => {
    expect(await readGappy([0, 3, 4], [0, 1, 4], { interpolate: '1', fill_all_gaps: '1' })).toEqual([
      [0, 20, 300],
      [1, 20, 300],
      [2, 30, 300],
      [3, 30, 400],
      [4, 30, 400],
    ]);
  });

  it('cannot be drawn from nothing', async () => {
    const all = [0, 1, 2, 3, 4];
    const rows = await readGappy(all, all, { interpolate: '1', fill_all_gaps: '1' });
    expect(rows).toEqual(all.map((slot) => [slot, null, null]));
    expect(await readGappy(all, all)).toEqual([]);
  });
});

describe('include_all_metrics', () => {
  it('adds the further readings in the shape of the document', async () => {
    const simulator = await runSimulator();
    const { body } = await simulator.get(seriesPath('historical', ...slots(1), { include_all_metrics: '1' }));
    const six = { length: 6 };
    expect(body.results[0]).toEqual({
      t: START,
      r: {
        w: expect.objectContaining(six),
        i: expect.objectContaining(six),
        var: expect.objectContaining(six),
        p: expect.objectContaining(six),
      },
      ph: {
        v: [
          [120, 120],
          [120, 120],
        ],
        f: [
          [60, 60],
          [60, 60],
        ],
      },
    });
  });
});
