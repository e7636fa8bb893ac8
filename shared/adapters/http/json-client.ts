import type { Dispatcher } from 'undici';
import type * as z from 'zod';
import type { Clock } from '../../application/ports.ts';
import { askUntilAnswered } from './ask-until-answered.ts';
import { createBreaker } from './breaker.ts';
import { checkShape } from './check-shape.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';
import { endpointName } from './endpoint-name.ts';
import { createLoopTurns } from './loop-turns.ts';
import { errorCodeOf, parseJson } from './parse-json.ts';
import type { RequestPace } from './request-pace.ts';
import type { Secret } from './secret.ts';
import { statusClass } from './status.ts';
import type { TimeBudget } from './time-budget.ts';

/** What requests need of the process; every source of a process may share it. */
export interface HttpDeps {
  readonly dispatcher: Dispatcher;
  /** 0 ≤ x < 1, spreads retries and renewals. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Elapsed real milliseconds from any origin, such as `performance.now()`. */
  readonly monotonicMs: () => number;
  /** Hears of every request that was sent; nobody does unless given. */
  readonly onCall?: (call: HttpCall) => void;
}

/** A request and what came of it, without a word of what it was about. */
export interface HttpCall {
  readonly method: 'GET' | 'POST';
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** From its sending to the last byte of the answer. */
  readonly tookMs: number;
}

export interface JsonClientOptions {
  /** The only origin that requests, and with them credentials, go to. */
  readonly origin: string;
  /** What to look at when the origin does not answer, such as `sources.curb.apiOrigin in the configuration`. */
  readonly setting: string;
  readonly http: HttpDeps;
  /** How long a failing source is left alone is counted on it. */
  readonly clock: Clock;
  /** Shared by all clients of a source. */
  readonly limit: ConcurrencyLimit;
  /** Where the source allows only so many requests in a time; each try is one. */
  readonly pace?: RequestPace;
}

export interface JsonRequest<T> {
  readonly url: URL;
  readonly schema: z.ZodType<T>;
  readonly budget: TimeBudget;
  readonly method?: 'GET' | 'POST';
  /** Sent as they are once revealed, to the client's own origin only. */
  readonly secretHeaders?: Readonly<Record<string, Secret>>;
  /** JSON text; secret, as it may hold credentials. A request with a body is repeated like any other. */
  readonly body?: Secret;
  /** Whose request it is, such as a location's id: the failures of one scope never stop the others. */
  readonly scope?: string;
  /** For one try, from looking the host up to the last byte; 20 s unless given, and never more than the budget has left. */
  readonly deadlineMs?: number;
  /** 3 unless given. */
  readonly maxTries?: number;
}

/** A refusal (4xx) comes back for the caller to interpret; everything else that is no valid answer is thrown. */
export type JsonAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly errorCode: string | undefined };

/** @throws SourceUnavailableError, UnexpectedPayloadError; a plain Error for a URL of another origin */
export type JsonClient = <T>(request: JsonRequest<T>) => Promise<JsonAnswer<T>>;

/** The one way in which sources are asked over HTTP: JSON both ways, bound to one origin, within a time budget. */
export function createJsonClient(options: JsonClientOptions): JsonClient {
  const client = { ...options, breaker: createBreaker(options.clock), turns: createLoopTurns() };
  return async (request) => {
    const { url, method = 'GET', budget, schema } = request;
    if (url.origin !== options.origin || url.username !== '' || url.password !== '') {
      throw new Error(`A request to ${url.origin} was stopped: this client talks to ${options.origin} only`);
    }
    const endpoint = endpointName(method, url);
    const answer = await budget.during(() => askUntilAnswered(client, { ...request, method, endpoint }));
    if (statusClass(answer.status) === 'ok') {
      return { ok: true, value: checkShape(schema, parseJson(answer.bytes, endpoint), endpoint) };
    }
    return { ok: false, status: answer.status, errorCode: errorCodeOf(answer.bytes) };
  };
}
