import { backoffMs } from './backoff.ts';
import type { Breaker } from './breaker.ts';
import { exchange, type WireAnswer, type WireRequest } from './exchange.ts';
import type { JsonClientOptions, JsonRequest } from './json-client.ts';
import { type LoopTurns, passTurns } from './loop-turns.ts';
import { failureOf, leftAlone, outOfTime, type Trouble } from './trouble.ts';

type Client = JsonClientOptions & { readonly breaker: Breaker; readonly turns: LoopTurns };
type Request = Omit<JsonRequest<unknown>, 'schema' | 'method'> & {
  readonly method: 'GET' | 'POST';
  /** How the request is called in errors. */
  readonly endpoint: string;
};

const MAX_TRIES = 3;
const DEADLINE_MS = 20_000;
/** While a source answers nobody, all it gets: enough for one that has come back. */
const STALLED_DEADLINE_MS = 5_000;
const MAX_BYTES = 5_000_000;
const MAX_WAITING_BYTES = 262_144;
/** Until the request that takes the place is on its way: undici looks at a connection that was idle once more before it writes. */
const TURNS_TO_SEND = 2;

/**
 * Repeats a request until the source answers (2xx, or a 4xx that says something), as often as may help and as the budget
 * allows. It keeps its place among the concurrent requests meanwhile, so that an outage meets few first tries.
 * @throws SourceUnavailableError, UnexpectedPayloadError
 */
export async function askUntilAnswered(client: Client, request: Request): Promise<WireAnswer> {
  // Before a place is taken, as those who may not ask yet would keep it from those who may.
  await waitForTurn(client, request);
  const leave = await client.limit.enter(request.budget.remainingMs());
  if (leave === undefined) throw outOfTime(request.endpoint, request.budget.limitMs);
  let answer: WireAnswer;
  try {
    answer = await repeat(client, request);
    // A connection is free again a turn after its answer: who came before that would open another one. And were all answers
    // that came together read before the next requests are sent, the source would have nothing to do meanwhile.
    if (mayWait(answer)) await client.turns();
  } finally {
    leave();
  }
  if (mayWait(answer)) await passTurns(TURNS_TO_SEND);
  return answer;
}

/** What is large is read at once, so that it does not gather in memory. */
const mayWait = ({ bytes }: WireAnswer) => bytes.length <= MAX_WAITING_BYTES;

async function repeat(client: Client, request: Request): Promise<WireAnswer> {
  const { budget, endpoint, scope, maxTries = MAX_TRIES } = request;
  for (let tries = 1, missedDeadlines = 0; ; tries += 1) {
    const wasStalled = client.breaker.isStalled();
    const answer = await askOnce(client, request, wasStalled ? STALLED_DEADLINE_MS : DEADLINE_MS);
    if ('status' in answer) return answer;

    const waitMs = Math.max(backoffMs(tries, client.http.random), answer.retryAfterMs ?? 0);
    if (answer.kind === 'deadline') {
      missedDeadlines += 1;
      client.breaker.missedDeadline();
    }
    // Whoever lets two deadlines pass is not slow by accident.
    const isHopeless = !answer.mayPass || tries >= maxTries || missedDeadlines > (wasStalled ? 0 : 1);
    if (isHopeless || waitMs >= budget.remainingMs()) {
      // Without a connection it is the whole source that is away, not one location of it.
      client.breaker.failed(answer.kind === 'unreachable' ? undefined : scope);
      throw failureOf(answer, endpoint, client);
    }
    await client.http.sleep(waitMs);
    await waitForTurn(client, request);
  }
}

/** What is waited for our own sake is not taken from the time that the source has. */
async function waitForTurn({ pace }: Client, { budget }: Request): Promise<void> {
  if (pace !== undefined) budget.extend(await pace.turn());
}

async function askOnce(client: Client, request: Request, longestMs: number): Promise<WireAnswer | Trouble> {
  const remainingMs = request.budget.remainingMs();
  if (remainingMs <= 0) throw outOfTime(request.endpoint, request.budget.limitMs);
  // Asked only now: those who waited for their place learn of an outage that others met meanwhile.
  const leftAloneForMs = client.breaker.admit();
  if (leftAloneForMs > 0) throw leftAlone(client.origin, leftAloneForMs);

  const { dispatcher, monotonicMs, onCall } = client.http;
  const sentMs = monotonicMs();
  const answer = await exchange(dispatcher, wireRequest(request, Math.min(longestMs, remainingMs)), client.clock);
  onCall?.({ method: request.method, status: statusOf(answer), tookMs: monotonicMs() - sentMs });
  if ('status' in answer) client.breaker.answered();
  return answer;
}

function statusOf(answer: WireAnswer | Trouble): number | undefined {
  if ('status' in answer) return answer.status;
  return answer.kind === 'status' || answer.kind === 'redirect' ? Number(answer.code) : undefined;
}

function wireRequest(request: Request, longestMs: number): WireRequest {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'meterpost',
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  for (const [name, secret] of Object.entries(request.secretHeaders ?? {})) headers[name] = secret.reveal();
  return {
    method: request.method,
    url: request.url,
    headers,
    body: request.body?.reveal() ?? null,
    deadlineMs: Math.min(request.deadlineMs ?? longestMs, longestMs),
    maxBytes: MAX_BYTES,
  };
}
