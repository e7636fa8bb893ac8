import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../../shared/adapters/http/breaker.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

const OPEN_MS = 300_000;

function breakerAt(startMs: number) {
  let nowMs = startMs;
  const breaker = createBreaker({ now: () => nowMs as Instant });
  const fail = (times: number) => {
    for (let time = 0; time < times; time += 1) breaker.failed(undefined);
  };
  return {
    breaker,
    fail,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('the breaker', () => {
  it('opens at the fifth failure in a row and says for how long', () => {
    const { breaker, fail, pass } = breakerAt(0);
    fail(4);
    expect(breaker.admit()).toBe(0);
    fail(1);
    pass(1_000);
    expect(breaker.admit()).toBe(OPEN_MS - 1_000);
  });

  it('forgets failures at an answer', () => {
    const { breaker, fail } = breakerAt(0);
    fail(4);
    breaker.answered();
    fail(4);
    expect(breaker.admit()).toBe(0);
  });

  it('lets one request through when the time is over, and closes when it is answered', () => {
    const { breaker, fail, pass } = breakerAt(0);
    fail(5);
    pass(OPEN_MS);
    expect(breaker.admit()).toBe(0);
    expect(breaker.admit()).toBeGreaterThan(0);
    breaker.answered();
    expect([breaker.admit(), breaker.admit()]).toEqual([0, 0]);
  });

  it('stays open when that one fails too', () => {
    const { breaker, fail, pass } = breakerAt(0);
    fail(5);
    pass(OPEN_MS);
    breaker.admit();
    pass(1_000);
    fail(1);
    expect(breaker.admit()).toBe(OPEN_MS);
  });

  it('lets another one through when the first never came back', () => {
    const { breaker, fail, pass } = breakerAt(0);
    fail(5);
    pass(OPEN_MS);
    breaker.admit();
    pass(OPEN_MS);
    expect(breaker.admit()).toBe(0);
  });

  it('never opens for the trouble of one location, and does for that of five', () => {
    const { breaker } = breakerAt(0);
    for (let time = 0; time < 50; time += 1) breaker.failed('house-1');
    expect(breaker.admit()).toBe(0);
    for (const house of ['house-2', 'house-3', 'house-4']) breaker.failed(house);
    expect(breaker.admit()).toBe(0);
    breaker.failed('house-5');
    expect(breaker.admit()).toBe(OPEN_MS);
  });

  it('tells a source that answers nobody from one that is late once', () => {
    const { breaker, pass } = breakerAt(0);
    breaker.missedDeadline();
    expect(breaker.isStalled()).toBe(false);
    breaker.missedDeadline();
    expect(breaker.isStalled()).toBe(true);
    breaker.answered();
    expect(breaker.isStalled()).toBe(false);

    breaker.missedDeadline();
    breaker.missedDeadline();
    pass(OPEN_MS);
    expect(breaker.isStalled()).toBe(false);
  });

  it('does not wait for a clock that was set back', () => {
    const { breaker, fail, pass } = breakerAt(10 * OPEN_MS);
    fail(5);
    pass(-5 * OPEN_MS);
    expect(breaker.admit()).toBe(0);
  });
});
