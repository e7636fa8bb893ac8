import { type Answer, type AwsError, type Call, notImplemented, type Request, type Service } from '../call.ts';
import { element, textElement, xmlDocument } from '../xml.ts';
import type { Buckets } from './bucket.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { putObject } from './put-object.ts';

/** S3 with path-style addresses: conditional puts, gets, heads and listings; nothing can be deleted over the wire. */
export function createS3Service(buckets: Buckets): Service {
  return { operationOf, answer: (call) => answer(buckets, call), refuse };
}

interface Place {
  readonly bucket: string;
  readonly key: string;
}

function placeOf(path: string): Place {
  const slash = path.indexOf('/', 1);
  const [bucket, key] = slash === -1 ? [path.slice(1), ''] : [path.slice(1, slash), path.slice(slash + 1)];
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
}

function operationOf(request: Request): string {
  const { key } = placeOf(request.path);
  const on = key === '' ? 'Bucket' : 'Object';
  switch (request.method) {
    case 'PUT':
      return on === 'Bucket' ? 'CreateBucket' : 'PutObject';
    case 'GET':
      return on === 'Bucket' ? 'ListObjectsV2' : 'GetObject';
    case 'HEAD':
      return `Head${on}`;
    default:
      return `${request.method} on ${on.toLowerCase()}`;
  }
}

function answer(buckets: Buckets, call: Call): Answer {
  const { bucket, key } = placeOf(call.path);
  switch (call.operation) {
    case 'PutObject':
      if (call.headers['x-amz-copy-source'] !== undefined) throw notImplemented('CopyObject');
      return putObject(buckets.named(bucket), key, call);
    case 'GetObject':
    case 'HeadObject':
      return getObject(buckets.named(bucket), key, call);
    case 'ListObjectsV2':
      if (call.query.get('list-type') !== '2') throw notImplemented('listing but ListObjectsV2');
      return listObjects(buckets.named(bucket), call);
    case 'HeadBucket':
      buckets.named(bucket);
      return { status: 200 };
    case 'CreateBucket':
      buckets.create(bucket);
      return { status: 200, headers: { location: `/${bucket}` } };
    default:
      throw notImplemented(call.operation);
  }
}

function refuse(call: Call, error: AwsError): Answer {
  const headers = { 'content-type': 'application/xml' };
  if (call.method === 'HEAD') return { status: error.status, headers };
  const inner = [
    textElement('Code', error.code),
    textElement('Message', error.message),
    textElement('RequestId', call.requestId),
  ];
  return { status: error.status, headers, body: xmlDocument(element('Error', inner.join(''))) };
}
