/** Lets callers pass one at a time, no faster than a rate. */
export interface Pace {
  /** Settles when it is the caller's turn; turns are given in the order in which they were asked for. */
  turn(): Promise<void>;
}

export interface PaceParts {
  /** Turns a second; asked anew for each turn, so that it may change. Infinity means no limit. */
  readonly turnsPerSecond: () => Promise<number>;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A bucket of one token: the first turn comes at once, later ones at least 1 / rate apart, however many ask. */
export function createPace({ turnsPerSecond, monotonicMs, sleep }: PaceParts): Pace {
  let nextTurnMs = Number.NEGATIVE_INFINITY;
  return {
    async turn() {
      const rate = await turnsPerSecond();
      const reserved = reserveTurn(nextTurnMs, monotonicMs(), rate);
      nextTurnMs = reserved.nextTurnMs;
      if (reserved.waitMs > 0) await sleep(reserved.waitMs);
    },
  };
}

/** Gives the next turn away: how long its caller waits, and when the one after it may come. */
export function reserveTurn(
  nextTurnMs: number,
  nowMs: number,
  turnsPerSecond: number,
): { readonly waitMs: number; readonly nextTurnMs: number } {
  const turnMs = Math.max(nextTurnMs, nowMs);
  return { waitMs: turnMs - nowMs, nextTurnMs: turnMs + 1000 / turnsPerSecond };
}
