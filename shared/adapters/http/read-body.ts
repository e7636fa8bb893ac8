import type { Readable } from 'node:stream';

/** Collects a body up to a size; undefined, and the connection given up, when one byte more is announced or sent. */
export async function readBody(
  body: Readable,
  announcedBytes: number | undefined,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (announcedBytes !== undefined && announcedBytes > maxBytes) {
    giveUp(body);
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop early destroys the body, and its connection with it.
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Drops a body that nobody wants, together with its connection. */
export function giveUp(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}
