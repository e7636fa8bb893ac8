import { describe, expect, it } from 'vitest';
import type { Fault } from '../../infra/local/simulator/faults/fault.ts';
import { createCurbFleetSource } from '../../shared/adapters/curb-fleet/energy-source.ts';
import { guardSource } from '../../shared/application/guarded-source.ts';
import type { EnergySource } from '../../shared/application/ports.ts';
import { sourceOptions, startCurbWorld } from '../adapters/curb-fleet/curb-world.ts';
import { simulatedHouse } from '../infra/local/simulator/simulated-house.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';

const MINUTE_MS = 60_000;
const HOUSES = Array.from({ length: 20 }, (_, index) => `house-${index}`);

/** A fleet on loopback, and a planner and workers that ask it as the functions do: guarded together, each with tokens of its own. */
async function aFleet() {
  const locations = HOUSES.map((id) => simulatedHouse({ id, hubPrefix: id }));
  const { simulator, world } = await startCurbWorld({ locations });
  const { clock, http } = world;
  const ledger = createInMemoryStore(clock);
  let owners = 0;
  const newOwner = () => `owner-${++owners}`;
  const aProcess = () =>
    guardSource(createCurbFleetSource(sourceOptions(simulator, world)), 'curb', {
      ...{ ledger, clock, newOwner },
      pauses: { random: http.random, sleep: http.sleep },
    });
  const [planner, ...workers] = Array.from({ length: 6 }, aProcess) as [EnergySource, ...EnergySource[]];
  /** What a quarter of an hour brings: a tick, and each worker's part of the houses. */
  const quarter = async () => {
    const answers = [planner.listLocations('curb')];
    await Promise.allSettled(answers);
    for (const [index, id] of HOUSES.entries()) {
      const worker = workers[index % workers.length] ?? planner;
      await worker.openLocation({ source: 'curb', fleet: 'curb', id }).catch(() => {});
    }
    world.pass(15 * MINUTE_MS);
    return answers[0]?.then(
      () => true,
      () => false,
    );
  };
  return { simulator, quarter };
}

describe('a source that is away for six hours', () => {
  it.each<[string, readonly Fault[]]>([
    [
      'answers 503',
      [
        { kind: 'status', status: 503 },
        { kind: 'status', status: 503, path: '/oauth/token' },
      ],
    ],
    ['answers 503, but gives tokens', [{ kind: 'status', status: 503 }]],
    ['breaks every connection', [{ kind: 'reset' }, { kind: 'reset', path: '/oauth/token' }]],
    ['wants to be left alone for a minute', [{ kind: 'retry-after', status: 429, value: 60 }]],
  ])('gets at most 40 requests while it %s, and is read within the hour of its return', async (_, faults) => {
    const { simulator, quarter } = await aFleet();
    expect(await quarter()).toBe(true);
    const before = simulator.requests.count();

    simulator.setFaults(faults);
    for (let quarters = 0; quarters < 24; quarters += 1) expect(await quarter()).toBe(false);
    const asked = simulator.requests.count() - before;
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(40);

    simulator.setFaults([]);
    const back: (boolean | undefined)[] = [];
    for (let quarters = 0; quarters < 5; quarters += 1) back.push(await quarter());
    expect(back).toContain(true);
    expect(back.at(-1)).toBe(true);
  });
});
