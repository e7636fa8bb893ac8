import type { IncomingMessage } from 'node:http';
import { AwsError } from './call.ts';

/** Larger than the largest mail after base64 and form encoding. */
const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** @throws AwsError when the body is larger than any that the stand-in has a use for */
export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) throw new AwsError(413, 'EntityTooLarge', 'The request is larger than 64 MiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
