import type { TextStream } from '../../../infra/local/command-line/surroundings.ts';

/** A stream that keeps what was written to it. */
export function capturedStream(options: { isTTY?: boolean; columns?: number } = {}) {
  const writes: string[] = [];
  const stream: TextStream = { ...options, write: (text) => writes.push(text) };
  return { stream, writes, text: () => writes.join('') };
}
