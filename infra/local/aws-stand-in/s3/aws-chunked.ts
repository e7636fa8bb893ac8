import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../call.ts';

export interface DecodedBody {
  readonly bytes: Buffer;
  /** Header fields that followed the body, names in lower case; a streamed upload's checksum comes here. */
  readonly trailers: Readonly<Record<string, string>>;
}

/**
 * Takes the `aws-chunked` framing off a body that has it: chunks of `<hex size>[;extension]` and data, a chunk of size 0,
 * trailer fields, an empty line.
 * @throws AwsError IncompleteBody when the framing breaks off or the length is not the announced one
 */
export function decodeBody(body: Buffer, headers: IncomingHttpHeaders): DecodedBody {
  const encoding = headers['content-encoding'] ?? '';
  const payload = headers['x-amz-content-sha256'] ?? '';
  if (!encoding.includes('aws-chunked') && !String(payload).startsWith('STREAMING-')) {
    return { bytes: body, trailers: {} };
  }
  const decoded = readChunks(body);
  const announced = Number(headers['x-amz-decoded-content-length']);
  if (decoded.bytes.length !== announced) throw incomplete();
  return decoded;
}

function readChunks(body: Buffer): DecodedBody {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const size = end === -1 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) throw incomplete();
    at = end + 2;
    if (size === 0) return { bytes: Buffer.concat(chunks), trailers: readTrailers(body.toString('latin1', at)) };
    if (body.toString('latin1', at + size, at + size + 2) !== '\r\n') throw incomplete();
    chunks.push(body.subarray(at, at + size));
    at += size + 2;
  }
}

function readTrailers(text: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}

function incomplete(): AwsError {
  return new AwsError(400, 'IncompleteBody', 'The request body terminated unexpectedly');
}
