import { type Answer, AwsError, type Call } from '../call.ts';
import { decodeBody } from './aws-chunked.ts';
import type { Bucket, BucketObject } from './bucket.ts';
import { checkedChecksums } from './checksums.ts';

const LONGEST_KEY_BYTES = 1024;

/** Stores an object; with `If-None-Match: *` only under a free key, with `If-Match` only over the named content. */
export function putObject(bucket: Bucket, key: string, call: Call): Answer {
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) {
    throw new AwsError(400, 'KeyTooLongError', 'Your key is too long');
  }
  const { bytes, trailers } = decodeBody(call.body, call.headers);
  const checksums = checkedChecksums(bytes, call.headers, trailers);
  checkPolicy(bucket, key, call);
  checkConditions(bucket.current(key), call);
  const contentType = call.headers['content-type'] ?? 'binary/octet-stream';
  const object = bucket.put(key, { bytes, contentType, checksums });
  return { status: 200, headers: { etag: object.etag, 'x-amz-version-id': object.versionId, ...checksums } };
}

function checkPolicy(bucket: Bucket, key: string, call: Call): void {
  const createOnly = bucket.rules.createOnlyBelow?.some((prefix) => key.startsWith(prefix)) ?? false;
  if (createOnly && call.headers['if-none-match'] === undefined)
    throw new AwsError(403, 'AccessDenied', 'Access Denied');
}

function checkConditions(current: BucketObject | undefined, call: Call): void {
  const { 'if-none-match': ifNoneMatch, 'if-match': ifMatch } = call.headers;
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== '*') throw new AwsError(501, 'NotImplemented', 'A put may only say If-None-Match: *');
    if (current !== undefined) throw preconditionFailed();
  }
  if (ifMatch !== undefined) {
    if (current === undefined) throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
    if (current.etag !== quoted(ifMatch)) throw preconditionFailed();
  }
}

export function preconditionFailed(): AwsError {
  return new AwsError(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
}

/** Clients may leave out the quotation marks of an entity tag. */
export function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}
