import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { AwsError } from '../call.ts';

const CHECKSUMS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'x-amz-checksum-crc32': (bytes) => {
    const big = Buffer.alloc(4);
    big.writeUInt32BE(crc32(bytes));
    return big.toString('base64');
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

/**
 * Checks every checksum that came with a body, as header or as trailer, and gives those that S3 keeps with the object.
 * @throws AwsError BadDigest when one does not fit, NotImplemented for a kind that the stand-in cannot compute
 */
export function checkedChecksums(
  bytes: Uint8Array,
  headers: IncomingHttpHeaders,
  trailers: Readonly<Record<string, string>>,
): Record<string, string> {
  const md5 = headers['content-md5'];
  if (md5 !== undefined && md5 !== createHash('md5').update(bytes).digest('base64')) throw badDigest('Content-MD5');
  const kept: Record<string, string> = {};
  for (const [name, given] of Object.entries({ ...headers, ...trailers })) {
    if (!/^x-amz-checksum-(crc|sha)/.test(name)) continue;
    const compute = CHECKSUMS[name];
    if (compute === undefined) throw new AwsError(501, 'NotImplemented', `The stand-in cannot compute ${name}.`);
    if (given !== compute(bytes)) throw badDigest(name);
    kept[name] = given;
  }
  return kept;
}

function badDigest(name: string): AwsError {
  return new AwsError(400, 'BadDigest', `The ${name} you specified did not match what we received.`);
}
