import { type Answer, AwsError, type Call, notImplemented } from '../call.ts';
import type { Bucket, BucketObject } from './bucket.ts';
import { preconditionFailed, quoted } from './put-object.ts';

/** Answers an object, or only its headers to a HEAD; `If-None-Match` spares what the client already has. */
export function getObject(bucket: Bucket, key: string, call: Call): Answer {
  const object = found(bucket, key, call);
  if (call.headers.range !== undefined) throw notImplemented('byte ranges');
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = call.headers;
  if (ifMatch !== undefined && quoted(ifMatch) !== object.etag) throw preconditionFailed();
  if (ifNoneMatch !== undefined && quoted(ifNoneMatch) === object.etag) {
    return { status: 304, headers: { etag: object.etag, 'x-amz-version-id': object.versionId } };
  }
  const headers = {
    'content-type': object.contentType,
    'content-length': String(object.bytes.length),
    etag: object.etag,
    'last-modified': new Date(object.lastModifiedMs).toUTCString(),
    'x-amz-version-id': object.versionId,
    ...(call.headers['x-amz-checksum-mode'] === 'ENABLED' ? object.checksums : {}),
  };
  return call.method === 'HEAD' ? { status: 200, headers } : { status: 200, headers, body: object.bytes };
}

function found(bucket: Bucket, key: string, call: Call): BucketObject {
  const versionId = call.query.get('versionId');
  const object = versionId === null ? bucket.current(key) : bucket.version(key, versionId);
  if (object !== undefined) return object;
  if (versionId !== null) throw new AwsError(404, 'NoSuchVersion', 'The specified version does not exist.');
  throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
}
