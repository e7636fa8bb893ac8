import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../../infra/local/simulator/faults/fault.ts';
import { runSimulator, seriesPath } from '../simulator-client.ts';

const START = 1_600_160_400;
const END = START + 3599;
const AGGREGATE = seriesPath('aggregate', START, END);
const HISTORICAL = seriesPath('historical', START, END);

/** Registers by id with the slots that they have, of twelve. */
async function slotsByRegister(faults: Fault[]) {
  const simulator = await runSimulator({ faults });
  const { body } = await simulator.get(HISTORICAL);
  return Object.fromEntries(
    body.registers.map(({ id }, at) => [id, body.results.filter(({ r }) => r.w[at] !== null).length]),
  );
}

const ALL = { main: 12, roof: 12, oven: 12, shed: 12, cell: 12, heat: 12 };

describe('a silent register', () => {
  it('has no power anywhere and no row, while its hub goes on counting', async () => {
    const faults: Fault[] = [{ kind: 'silent-register', register: 'oven' }];
    expect(await slotsByRegister(faults)).toEqual({ ...ALL, oven: 0 });
    const { body } = await (await runSimulator({ faults })).get(AGGREGATE);
    expect(body.samples_count).toBe(24);
    expect(body.results.map(({ register }) => register.id)).not.toContain('oven');
  });

  it.each([
    ['null', null],
    ['zero', 0],
  ] as const)('has a row of %s when asked for', async (as, value) => {
    const faults: Fault[] = [
      { kind: 'silent-register', register: 'oven' },
      { kind: 'empty-rows', as },
    ];
    const { body } = await (await runSimulator({ faults })).get(AGGREGATE);
    const row = body.results.find(({ register }) => register.id === 'oven');
    expect(row).toMatchObject({ avg: value, min: value, max: value, sum: value, kwh: value });
  });
});

describe('a silent hub', () => {
  it('takes all its registers with it, for a while', async () => {
    const faults: Fault[] = [
      { kind: 'silent-hub', hub: 'hubb', fromEpochSeconds: START + 600, toEpochSeconds: START + 1200 },
    ];
    expect(await slotsByRegister(faults)).toEqual({ ...ALL, shed: 10, cell: 10, heat: 10 });
    expect((await (await runSimulator({ faults })).get(AGGREGATE)).body.samples_count).toBe(22);
  });

  it.each([
    [true, ['huba', 'hubb']],
    [false, ['huba']],
  ])('is listed among the hubs: %s', async (isListed, hubs) => {
    const simulator = await runSimulator({ faults: [{ kind: 'silent-hub', hub: 'hubb', isListed }] });
    expect((await simulator.get(AGGREGATE)).body).toMatchObject({ samples_count: 12, hubs });
    const { body } = await simulator.get(HISTORICAL);
    expect(body.registers).toHaveLength(6);
    expect(body.results[0]?.r.w.filter((value) => value === null)).toHaveLength(3);
  });
});

describe('late data', () => {
  it('is missing at the end of a window until the clock reaches an instant', async () => {
    let now = 1_600_170_000_000;
    const faults: Fault[] = [{ kind: 'late-data', lastSeconds: 900, untilEpochMs: now + 1000 }];
    const simulator = await runSimulator({ clock: () => now, faults });
    const stamps = async () => (await simulator.get(HISTORICAL)).body.results.map(({ t }) => (t - START) / 300);
    expect(await stamps()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await simulator.get(AGGREGATE)).body.samples_count).toBe(18);
    now += 1000;
    expect(await stamps()).toHaveLength(12);
  });

  it('reaches as far back from an end on a stamp as its seconds say', async () => {
    const faults: Fault[] = [{ kind: 'late-data', lastSeconds: 900, untilEpochMs: Number.MAX_VALUE }];
    const { body } = await (await runSimulator({ faults })).get(seriesPath('historical', START, START + 3600));
    expect(body.results.at(-1)?.t).toBe(START + 2700);
  });

  it('can be late from one hub alone', async () => {
    const faults: Fault[] = [{ kind: 'late-data', lastSeconds: 600, untilEpochMs: Number.MAX_VALUE, hub: 'huba' }];
    expect(await slotsByRegister(faults)).toEqual({ ...ALL, main: 10, roof: 10, oven: 10 });
  });
});
