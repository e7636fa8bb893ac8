import type { Dispatcher } from 'undici';
import type { Clock } from '../../application/ports.ts';
import { parseHttpDateMs, parseRetryAfterMs } from './retry-after.ts';
import { statusClass } from './status.ts';
import type { Trouble } from './trouble.ts';

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** Why the body of an answer is of no use, as far as its head tells; undefined where it is to be read. */
export function troubleInHead(
  head: { readonly status: number; readonly headers: Headers },
  maxBytes: number,
  clock: Clock,
): Trouble | undefined {
  const { status, headers } = head;
  const kind = statusClass(status);
  if (kind === 'refused') return undefined;
  if (kind === 'redirect') return { kind, code: String(status), mayPass: false };
  if (kind !== 'ok') {
    // A date is compared with the source's own clock where it tells it: ours may be wrong, or set to the past.
    const nowMs = parseHttpDateMs(single(headers['date'])) ?? clock.now();
    const retryAfterMs = parseRetryAfterMs(single(headers['retry-after']), nowMs);
    return { kind: 'status', code: String(status), mayPass: kind === 'retry', retryAfterMs };
  }
  if (isEncoded(headers['content-encoding'])) return { kind: 'encoded', code: 'content-encoding', mayPass: false };
  return Number(single(headers['content-length'])) > maxBytes ? tooLarge(maxBytes) : undefined;
}

export function tooLarge(maxBytes: number): Trouble {
  return { kind: 'too-large', code: `${maxBytes} bytes`, mayPass: false };
}

function isEncoded(contentEncoding: string | string[] | undefined): boolean {
  const encoding = [contentEncoding ?? []].flat().join(',').trim().toLowerCase();
  return encoding !== '' && encoding !== 'identity';
}

const single = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);
