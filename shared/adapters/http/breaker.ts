import type { Clock } from '../../application/ports.ts';

/**
 * Stops asking a source that has failed several times in a row. After a while one request is let through: its success
 * closes the breaker, its failure keeps it open.
 */
export interface Breaker {
  /** 0 lets the request through; otherwise for how many milliseconds the source is left alone. */
  admit(): number;
  /** The source answered something, be it a refusal. */
  answered(): void;
  /** A request failed for good. Failures of the same scope count as one, so that one location's trouble never stops the others. */
  failed(scope: string | undefined): void;
  /** A try ran into its deadline. */
  missedDeadline(): void;
  /** True when two tries did lately and nothing was answered since, so that long waiting is of no use. */
  isStalled(): boolean;
}

const FAILURES_TO_OPEN = 5;
const MISSES_TO_STALL = 2;
const OPEN_MS = 300_000;

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let misses = 0;
  let lastMissMs = 0;
  let openUntilMs: number | undefined;
  const failedScopes = new Set<string>();
  return {
    admit() {
      if (openUntilMs === undefined) return 0;
      const remainingMs = openUntilMs - clock.now();
      // A clock that was set back would otherwise keep it open for longer than meant.
      if (remainingMs > 0 && remainingMs <= OPEN_MS) return remainingMs;
      openUntilMs = clock.now() + OPEN_MS;
      return 0;
    },
    answered() {
      failures = 0;
      misses = 0;
      openUntilMs = undefined;
      failedScopes.clear();
    },
    failed(scope) {
      if (scope === undefined || !failedScopes.has(scope)) failures += 1;
      if (scope !== undefined) failedScopes.add(scope);
      if (failures >= FAILURES_TO_OPEN) openUntilMs = clock.now() + OPEN_MS;
    },
    missedDeadline() {
      misses += 1;
      lastMissMs = clock.now();
    },
    isStalled() {
      return misses >= MISSES_TO_STALL && clock.now() - lastMissMs < OPEN_MS;
    },
  };
}
