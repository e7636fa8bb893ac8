const BASE_MS = 500;
const CAP_MS = 10_000;

/**
 * Wait before the next try, in milliseconds: anything from 0 to a bound that doubles with each try (full jitter), so that
 * callers who failed together do not come back together. `random` gives 0 ≤ x < 1; `triesSoFar` counts from 1.
 */
export function backoffMs(triesSoFar: number, random: () => number): number {
  return Math.floor(random() * Math.min(CAP_MS, BASE_MS * 2 ** (triesSoFar - 1)));
}
