import type { Clock } from '../../application/ports.ts';
import { instantFromMs } from '../../domain/time/instant.ts';

/** The time of this machine, for composition roots to hand out. */
export interface SystemTime {
  readonly clock: Clock;
  /** Elapsed real milliseconds from any origin; never runs backwards, whatever happens to the clock. */
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const systemTime: SystemTime = {
  clock: { now: () => instantFromMs(Date.now()) },
  monotonicMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
