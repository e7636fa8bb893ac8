import { onTestFinished } from 'vitest';
import { createConcurrencyLimit } from '../../shared/adapters/http/concurrency-limit.ts';
import { createHttpAgent } from '../../shared/adapters/http/http-agent.ts';
import { createJsonClient, type HttpDeps } from '../../shared/adapters/http/json-client.ts';
import type { RequestPace } from '../../shared/adapters/http/request-pace.ts';
import { createTimeBudget } from '../../shared/adapters/http/time-budget.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

const START_MS = Date.parse('2026-11-20T12:00:00Z');

/** Time that passes only when somebody sleeps, or when the test says so. */
export interface HttpWorld {
  readonly http: HttpDeps;
  readonly clock: { now(): Instant };
  /** Every wait that was asked for, in milliseconds. */
  readonly slept: number[];
  pass(ms: number): void;
}

/** Real connections in virtual time: sleeping takes none, and `random` always gives the largest jitter. */
export function createHttpWorld(random: () => number = () => 0.999_999): HttpWorld {
  const dispatcher = createHttpAgent();
  onTestFinished(() => dispatcher.destroy());
  const slept: number[] = [];
  let passedMs = 0;
  return {
    http: {
      dispatcher,
      random,
      sleep: async (ms) => {
        slept.push(ms);
        passedMs += ms;
      },
      monotonicMs: () => passedMs,
    },
    clock: { now: () => (START_MS + passedMs) as Instant },
    slept,
    pass(ms) {
      passedMs += ms;
    },
  };
}

/** A client of one origin, with a budget of a minute a call unless the test brings its own. */
export function createTestClient(world: HttpWorld, origin: string, maxAtOnce = 4, pace?: RequestPace) {
  const limit = createConcurrencyLimit(maxAtOnce);
  const shared = { http: world.http, clock: world.clock, limit, ...(pace === undefined ? {} : { pace }) };
  const client = createJsonClient({ origin, setting: 'the test', ...shared });
  const budget = (limitMs = 60_000) => createTimeBudget(limitMs, world.http.monotonicMs);
  return { client, budget };
}
