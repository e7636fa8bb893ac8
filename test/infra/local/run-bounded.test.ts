import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { runBounded } from '../../../infra/local/run-bounded.ts';

/** Workers that end when the test says so. */
function gate() {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    releaseOne: () => waiting.shift()?.(),
    count: () => waiting.length,
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('runBounded', () => {
  test('runs at most so many at the same time, and takes the next as soon as one ends', async () => {
    const door = gate();
    const started: number[] = [];

    const all = runBounded([1, 2, 3, 4], 2, async (item) => {
      started.push(item);
      await door.wait();
    });
    await settle();
    expect(started).toEqual([1, 2]);

    door.releaseOne();
    await settle();
    expect(started).toEqual([1, 2, 3]);

    while (started.length < 4 || door.count() > 0) {
      door.releaseOne();
      await settle();
    }
    expect(await all).toHaveLength(4);
  });

  test('loses no failure, and stops for none', async () => {
    const results = await runBounded([1, 2, 3], 1, async (item) => {
      if (item !== 2) throw new Error(`no ${item}`);
      return item;
    });

    expect(results).toEqual([
      { status: 'rejected', reason: new Error('no 1') },
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('no 3') },
    ]);
  });

  test('takes a worker that throws at once for one that fails', async () => {
    const results = await runBounded([1], 1, () => {
      throw new Error('at once');
    });

    expect(results).toEqual([{ status: 'rejected', reason: new Error('at once') }]);
  });

  test('has nothing to do with no item', async () => {
    expect(await runBounded([], 4, async () => 1)).toEqual([]);
  });

  propertyTest.prop([
    fc.array(fc.record({ ticks: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 }),
    fc.integer({ min: -1, max: 8 }),
  ])('has one result for each item, in their order, whoever ends first', async (items, limit) => {
    let running = 0;
    let most = 0;
    const results = await runBounded(items, limit, async ({ ticks, fails }) => {
      running += 1;
      most = Math.max(most, running);
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      running -= 1;
      if (fails) throw new Error('failed');
      return ticks;
    });

    expect(results.map(({ status }) => status === 'rejected')).toEqual(items.map(({ fails }) => fails));
    expect(most).toBeLessThanOrEqual(Math.max(1, limit));
  });
});
