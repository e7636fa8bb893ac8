import { describe, expect, it } from 'vitest';
import { createActor } from './actor.ts';
import { type FaultKind, listedFaults } from './faults.ts';
import { createWorld } from './world.ts';

const START_MS = Date.UTC(2026, 0, 1);

function aWorld(seed = 'a', faults: readonly { at: number; kind: FaultKind }[] = []) {
  return createWorld({ seed, startMs: START_MS, faults: () => listedFaults(faults) });
}

/** One call of an actor, and what came of it. */
async function callOnce(kind?: FaultKind) {
  const world = aWorld('a', kind === undefined ? [] : [{ at: 1, kind }]);
  const actor = createActor(world, { name: 'one', deadlineMs: START_MS + 1000, onDeath: () => {} });
  let effects = 0;
  let heard = 'nothing';
  actor
    .call({
      port: 'ledger.put',
      label: 'key',
      perform() {
        effects += 1;
        return 'reply';
      },
      fail(tookEffect) {
        throw new Error(`no reply, took effect ${tookEffect}`);
      },
      refuse: () => 'refused',
    })
    .then(
      (reply) => (heard = reply),
      (error: Error) => (heard = error.message),
    );
  await world.runUntil(START_MS + 600_000);
  await world.runUntil(START_MS + 600_001);
  return { effects, heard, isDead: actor.isDead };
}

describe('a world', () => {
  it('lets events happen in the order of their times, and at one time in an order that its seed decides', async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      const world = aWorld(String(seed));
      let order = '';
      world.after(20, () => (order += 'c'));
      for (const name of ['a', 'b']) world.after(10, () => (order += name));
      await world.runUntil(START_MS + 30);
      orders.add(order);
      expect(world.nowMs).toBe(START_MS + 30);
    }

    expect([...orders].sort()).toEqual(['abc', 'bac']);
  });

  it('lets everything that need not wait go on before the next event', async () => {
    const world = aWorld();
    const seen: string[] = [];
    world.after(1, () => {
      world.wake();
      void (async () => {
        for (let step = 0; step < 100; step += 1) await Promise.resolve();
        seen.push('first');
      })();
    });
    world.after(2, () => seen.push('second'));
    await world.runUntil(START_MS + 3);

    expect(seen).toEqual(['first', 'second']);
  });
});

describe('a call', () => {
  it.each([
    [undefined, { effects: 1, heard: 'reply', isDead: false }],
    ['error', { effects: 0, heard: 'no reply, took effect false', isDead: false }],
    ['lost-reply', { effects: 1, heard: 'no reply, took effect true', isDead: false }],
    ['refusal', { effects: 0, heard: 'refused', isDead: false }],
    ['slow', { effects: 1, heard: 'reply', isDead: false }],
    ['crash-before', { effects: 0, heard: 'nothing', isDead: true }],
    ['crash-after', { effects: 1, heard: 'nothing', isDead: true }],
    ['drop', { effects: 1, heard: 'reply', isDead: false }],
  ] as const)('with the fault %s', async (kind, expected) => {
    expect(await callOnce(kind)).toEqual(expected);
  });

  it('of a killed actor is a fault of the simulation', () => {
    const world = aWorld();
    const actor = createActor(world, { name: 'one', deadlineMs: START_MS, onDeath: () => {} });
    actor.kill();
    void actor.call({ port: 'ledger.get', label: 'key', perform: () => undefined, fail: () => undefined });

    expect(world.violations.map(({ rule }) => rule)).toEqual(['a killed actor does nothing']);
  });
});
