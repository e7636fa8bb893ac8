import { describe, expect, it } from 'vitest';
import { createConcurrencyLimit } from '../../../shared/adapters/http/concurrency-limit.ts';

const LONG_MS = 60_000;

describe('the concurrency limit', () => {
  it('lets so many in at once, and the others in the order in which they came', async () => {
    const limit = createConcurrencyLimit(2);
    const entered: number[] = [];
    const leaves = await Promise.all([limit.enter(LONG_MS), limit.enter(LONG_MS)]);
    const waiting = [1, 2, 3].map(async (name) => {
      const leave = await limit.enter(LONG_MS);
      entered.push(name);
      return leave;
    });
    await Promise.resolve();
    expect(entered).toEqual([]);

    leaves[0]?.();
    (await waiting[0])?.();
    (await waiting[1])?.();
    (await waiting[2])?.();
    leaves[1]?.();

    expect(entered).toEqual([1, 2, 3]);
    expect(await Promise.all([limit.enter(0), limit.enter(0)])).toEqual([expect.any(Function), expect.any(Function)]);
  });

  it('gives up a wait that lasts too long, without losing a place', async () => {
    const limit = createConcurrencyLimit(1);
    const leave = await limit.enter(LONG_MS);
    expect(await limit.enter(5)).toBeUndefined();
    const next = limit.enter(LONG_MS);
    leave?.();
    expect(await next).toBeTypeOf('function');
  });

  it('counts a place that is given back twice once', async () => {
    const limit = createConcurrencyLimit(1);
    const leave = await limit.enter(LONG_MS);
    leave?.();
    leave?.();
    expect(await limit.enter(5)).toBeTypeOf('function');
    expect(await limit.enter(5)).toBeUndefined();
  });
});
