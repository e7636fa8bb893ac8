import type { Dispatcher } from 'undici';
import type { Clock } from '../../application/ports.ts';
import { giveUp, readBody } from './read-body.ts';
import { parseHttpDateMs, parseRetryAfterMs } from './retry-after.ts';
import { statusClass } from './status.ts';
import { transportFailure } from './transport-failure.ts';
import type { Trouble } from './trouble.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For everything from looking the host up to the last byte of the answer. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

/** An answer that says something: a 2xx with its body, or a 4xx with whatever explains it. */
export interface WireAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

const MAX_REFUSAL_BYTES = 65_536;
const NOTHING = new Uint8Array();

/** Sends one request and reads its answer, or tells why there is none. */
export async function exchange(
  dispatcher: Dispatcher,
  request: WireRequest,
  clock: Clock,
): Promise<WireAnswer | Trouble> {
  const deadline = AbortSignal.timeout(Math.ceil(request.deadlineMs));
  let answerBegan = false;
  try {
    const pending = dispatcher.request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: deadline,
    });
    // undici notices an abort only once it is connected, so the deadline is watched here as well.
    const response = await unlessAborted(pending, deadline);
    answerBegan = true;
    return await unlessAborted(readAnswer(response, request, clock), deadline);
  } catch (error) {
    return { ...transportFailure(error, { answerBegan, deadlinePassed: deadline.aborted }), mayPass: true };
  }
}

async function readAnswer(
  response: Dispatcher.ResponseData,
  request: WireRequest,
  clock: Clock,
): Promise<WireAnswer | Trouble> {
  const { body, headers, statusCode: status } = response;
  const length = Number(single(headers['content-length']) ?? Number.NaN);
  const announcedBytes = Number.isNaN(length) ? undefined : length;
  const kind = statusClass(status);
  if (kind === 'refused') {
    // The body of a refusal only explains: whatever is wrong with it, the status stands.
    const bytes = await readBody(body, announcedBytes, MAX_REFUSAL_BYTES).catch(() => undefined);
    return { status, bytes: bytes ?? NOTHING };
  }
  if (kind !== 'ok') {
    giveUp(body);
    if (kind === 'redirect') return { kind, code: String(status), mayPass: false };
    // A date is compared with the source's own clock where it tells it: ours may be wrong, or set to the past.
    const nowMs = parseHttpDateMs(single(headers['date'])) ?? clock.now();
    const retryAfterMs = parseRetryAfterMs(single(headers['retry-after']), nowMs);
    return { kind: 'status', code: String(status), mayPass: kind === 'retry', retryAfterMs };
  }
  if (isEncoded(headers['content-encoding'])) {
    giveUp(body);
    return { kind: 'encoded', code: 'content-encoding', mayPass: false };
  }
  const bytes = await readBody(body, announcedBytes, request.maxBytes);
  return bytes === undefined
    ? { kind: 'too-large', code: `${request.maxBytes} bytes`, mayPass: false }
    : { status, bytes };
}

function isEncoded(contentEncoding: string | string[] | undefined): boolean {
  const encoding = [contentEncoding ?? []].flat().join(',').trim().toLowerCase();
  return encoding !== '' && encoding !== 'identity';
}

const single = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);
