import type { HttpDeps } from './json-client.ts';

/** Keeps the requests of one process within what a source allows in a minute. */
export interface RequestPace {
  /** Waits for a turn, in the order of asking; tells for how many milliseconds. */
  turn(): Promise<number>;
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
    async turn() {
      const nowMs = monotonicMs();
      const freeMs = (turnsMs[turnsMs.length - limit] ?? Number.NEGATIVE_INFINITY) + MINUTE_MS;
      const waitMs = Math.max(0, freeMs - nowMs);
      turnsMs.push(nowMs + waitMs);
      if (turnsMs.length >= 2 * limit) turnsMs = turnsMs.slice(-limit);
      if (waitMs > 0) await sleep(waitMs);
      return waitMs;
    },
  };
}
