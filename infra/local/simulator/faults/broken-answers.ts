import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { BrokenAnswer, Fault } from './fault.ts';

/** The good answer, ready to be spoiled. */
export type WrittenAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

type Breaker = (response: ServerResponse, good: WrittenAnswer) => void | Promise<void>;

/** The way to break this answer, or undefined to send it as it is. */
export function breakerOf(faults: readonly Fault[]): Breaker | undefined {
  for (const fault of faults) {
    const breaker = toBreaker(fault);
    if (breaker !== undefined) return breaker;
  }
  return undefined;
}

function toBreaker(fault: Fault | BrokenAnswer): Breaker | undefined {
  switch (fault.kind) {
    case 'status':
      return (response) =>
        send(response, fault.status, fault.body ?? JSON.stringify({ detail: 'Fault on request.' }), fault.headers);
    case 'retry-after':
      return (response) =>
        send(response, fault.status ?? 429, '{"detail":"Request was throttled."}', {
          'retry-after': String(fault.value),
        });
    case 'html':
      return (response) =>
        send(response, fault.status ?? 200, '<!doctype html><title>Sign in</title><p>Please sign in.</p>', {
          'content-type': 'text/html; charset=utf-8',
        });
    case 'empty-body':
      return (response, good) => send(response, good.status, '');
    case 'truncated':
      return (response, good) => truncate(response, good, fault.announced ?? 'short');
    case 'content-type':
      return (response, good) => send(response, good.status, good.text, { 'content-type': fault.contentType });
    case 'huge-body':
      return (response) => sendHuge(response, fault.bytes ?? 200_000_000);
    case 'slow-drip':
      return (response, good) => drip(response, good, fault.bytesPerChunk ?? 1, fault.intervalMs ?? 100);
    case 'reset':
      return (response) => {
        response.socket?.resetAndDestroy();
      };
    case 'hang':
      return () => undefined;
    case 'gzip-bomb':
      return (response) => sendBomb(response, fault.bytes ?? 200_000_000);
    case 'redirect':
      return (response) => send(response, fault.status ?? 302, '', { location: fault.to });
    default:
      return undefined;
  }
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  const length = String(Buffer.byteLength(text));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers }).end(text);
}

function truncate(response: ServerResponse, good: WrittenAnswer, announced: 'short' | 'full'): void {
  const bytes = Buffer.from(good.text);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const length = announced === 'full' ? bytes.length : half.length;
  response.writeHead(good.status, { ...good.headers, 'content-length': String(length) });
  if (announced === 'short') response.end(half);
  else response.write(half, () => response.destroy());
}

const FILLER = Buffer.alloc(1 << 20, 'a');

/** Well-formed JSON all the way, so that only a limit on its size can refuse it. */
async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"padding":"');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += FILLER.length) {
    if (!response.write(FILLER)) await drained(response);
  }
  response.end('"}');
}

async function drip(
  response: ServerResponse,
  good: WrittenAnswer,
  bytesPerChunk: number,
  intervalMs: number,
): Promise<void> {
  const bytes = Buffer.from(good.text);
  response.writeHead(good.status, { ...good.headers, 'content-length': String(bytes.length) });
  for (let from = 0; from < bytes.length && !response.destroyed; from += bytesPerChunk) {
    response.write(bytes.subarray(from, from + bytesPerChunk));
    await pause(intervalMs, undefined, { ref: false });
  }
  response.end();
}

/** A gzip stream may have many members: one packed megabyte of blanks, again and again. */
async function sendBomb(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.write(gzipSync('{"padding":"'));
  const member = gzipSync(FILLER);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += FILLER.length) {
    if (!response.write(member)) await drained(response);
  }
  response.end(gzipSync('"}'));
}

function drained(response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = () => {
    response.off('drain', settle);
    response.off('close', settle);
    resolve();
  };
  response.on('drain', settle);
  response.on('close', settle);
  return promise;
}
