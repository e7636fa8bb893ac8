import type { HttpDeps } from './json-client.ts';

/** Keeps the requests of one process within what a source allows in a minute. */
export interface RequestPace {
  /** Waits for a turn, in the order of asking; false, and no turn taken, when it would not come within the time. */
  turn(maxWaitMs: number): Promise<boolean>;
}

const MINUTE_MS = 60_000;

/** Lets at most so many requests pass in any sixty seconds; as many at once as are left of them. */
export function createRequestPace(
  perMinute: number,
  { monotonicMs, sleep }: Pick<HttpDeps, 'monotonicMs' | 'sleep'>,
): RequestPace {
  const limit = Math.max(1, Math.floor(perMinute));
  /** When the latest turns are or were, oldest first. */
  let turnsMs: number[] = [];
  return {
    async turn(maxWaitMs) {
      const nowMs = monotonicMs();
      const oldestMs = turnsMs.length < limit ? nowMs : (turnsMs[turnsMs.length - limit] ?? nowMs) + MINUTE_MS;
      const turnMs = Math.max(nowMs, oldestMs);
      if (turnMs - nowMs > maxWaitMs) return false;
      turnsMs.push(turnMs);
      if (turnsMs.length >= 2 * limit) turnsMs = turnsMs.slice(-limit);
      if (turnMs > nowMs) await sleep(turnMs - nowMs);
      return true;
    },
  };
}
