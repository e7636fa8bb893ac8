import { describe, expect, it } from 'vitest';
import { createLoopTurns, passTurns } from '../../../shared/adapters/http/loop-turns.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('turns of the event loop', () => {
  it('let one waiter go on in each, in the order of asking', async () => {
    const turns = createLoopTurns();
    const passed: string[] = [];
    for (const name of ['a', 'b', 'c']) turns().then(() => passed.push(name));
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await nextTurn();
      seen.push(passed.join(''));
    }
    expect(seen).toEqual(['a', 'ab', 'abc', 'abc']);
  });

  it('come for those who ask later, too', async () => {
    const turns = createLoopTurns();
    await turns();
    const both: number[] = [];
    await Promise.all([turns().then(() => both.push(1)), nextTurn().then(() => turns().then(() => both.push(2)))]);
    expect(both).toEqual([1, 2]);
  });
});

describe('passTurns', () => {
  it('lets the event loop come round so many times', async () => {
    let turns = 0;
    const count = () => {
      turns += 1;
      if (turns < 10) setImmediate(count);
    };
    setImmediate(count);
    await passTurns(3);
    expect(turns).toBe(3);
  });
});
