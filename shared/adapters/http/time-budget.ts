/**
 * Time that a piece of work may spend on a source altogether: waiting for a place among the concurrent requests, waiting
 * between tries, and the requests themselves. Only what passes inside `during` counts, parallel calls once.
 */
export interface TimeBudget {
  /** As it is now, with what was added. */
  readonly limitMs: number;
  /** Whole milliseconds, never below 0. */
  remainingMs(): number;
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Allows more time, because work was done that earns it. */
  extend(byMs: number): void;
}

/** `monotonicMs` counts elapsed real milliseconds from any origin, and never runs backwards. */
export function createTimeBudget(initialMs: number, monotonicMs: () => number): TimeBudget {
  let limitMs = initialMs;
  let spentMs = 0;
  let runningSinceMs = 0;
  let running = 0;
  return {
    get limitMs() {
      return limitMs;
    },
    remainingMs() {
      const underWayMs = running > 0 ? monotonicMs() - runningSinceMs : 0;
      return Math.max(0, Math.floor(limitMs - spentMs - underWayMs));
    },
    extend(byMs) {
      limitMs += byMs;
    },
    async during(work) {
      if (running === 0) runningSinceMs = monotonicMs();
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) spentMs += monotonicMs() - runningSinceMs;
      }
    },
  };
}
