import type { Dispatcher } from 'undici';
import type { Clock } from '../../application/ports.ts';
import { tooLarge, troubleInHead } from './answer-head.ts';
import { statusClass } from './status.ts';
import { transportFailure } from './transport-failure.ts';
import type { Trouble } from './trouble.ts';

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

type Outcome = WireAnswer | Trouble;

const MAX_REFUSAL_BYTES = 65_536;
const NOTHING = new Uint8Array();

/**
 * Sends one request and reads its answer, or tells why there is none. The bytes are collected as they come: as a stream
 * they would cost as much again as all the rest of the request.
 */
export function exchange(dispatcher: Dispatcher, request: WireRequest, clock: Clock): Promise<Outcome> {
  const { url, method, headers, body, maxBytes } = request;
  return new Promise((resolve, reject) => {
    const deadline = AbortSignal.timeout(Math.ceil(request.deadlineMs));
    let controller: Dispatcher.DispatchController | undefined;
    let isOver = false;
    let status: number | undefined;
    let chunks: Uint8Array[] = [];
    let bytes = 0;

    const stopWaiting = () => {
      isOver = true;
      chunks = [];
      deadline.removeEventListener('abort', runOut);
    };
    const end = (outcome: Outcome) => {
      stopWaiting();
      resolve(outcome);
    };
    /** Leaves the rest of an answer unread, and its connection with it. */
    const giveUp = (outcome: Outcome) => {
      end(outcome);
      controller?.abort(new Error('given up'));
    };
    // Also while there is no connection yet, of which undici would not notice an end.
    const runOut = () => giveUp({ kind: 'deadline', code: 'deadline', mayPass: true });
    deadline.addEventListener('abort', runOut, { once: true });

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (isOver) started.abort(new Error('given up'));
      },
      onResponseStart(_, statusCode, answerHeaders) {
        // Something to be told before the answer, which nobody here asked for.
        if (statusCode < 200) return;
        status = statusCode;
        const trouble = troubleInHead({ status, headers: answerHeaders }, maxBytes, clock);
        if (trouble !== undefined) giveUp(trouble);
      },
      onResponseData(_, chunk) {
        bytes += chunk.length;
        chunks.push(chunk);
        if (isRefusal(status) && bytes > MAX_REFUSAL_BYTES) giveUp({ status, bytes: NOTHING });
        else if (bytes > maxBytes) giveUp(tooLarge(maxBytes));
      },
      onResponseEnd() {
        if (status !== undefined) end({ status, bytes: Buffer.concat(chunks) });
      },
      onResponseError(_, error) {
        if (isOver) return;
        // The body of a refusal only explains: whatever is wrong with it, the status stands.
        if (isRefusal(status)) return end({ status, bytes: NOTHING });
        try {
          end({ ...transportFailure(error, status !== undefined), mayPass: true });
        } catch (mistake) {
          stopWaiting();
          reject(mistake);
        }
      },
    };
    dispatcher.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body }, handler);
  });
}

const isRefusal = (status: number | undefined): status is number =>
  status !== undefined && statusClass(status) === 'refused';
