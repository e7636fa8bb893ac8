import { type Answer, AwsError, type Call, notImplemented } from '../call.ts';
import { element, textElement, xmlDocument } from '../xml.ts';
import type { Bucket } from './bucket.ts';

const PAGE_SIZE = 1000;
export const S3_NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** Lists a page of keys below a prefix in the order of their bytes; the continuation token is the last key, in base64. */
export function listObjects(bucket: Bucket, call: Call): Answer {
  const { query } = call;
  const delimiter = query.get('delimiter') ?? '';
  if (delimiter !== '' && delimiter !== '/') throw notImplemented('a delimiter other than / in ListObjectsV2');
  const prefix = query.get('prefix') ?? '';
  const pageSize = Math.min(PAGE_SIZE, wholeNumber(query.get('max-keys') ?? String(PAGE_SIZE)));
  const token = query.get('continuation-token');
  const after = token === null ? query.get('start-after') : Buffer.from(token, 'base64url').toString('utf8');

  const rolledUp = (key: string) => (delimiter === '' ? key : rollUp(key, prefix));
  const keys = bucket.keys().filter((key) => key.startsWith(prefix));
  const matching = [...new Set(keys.map(rolledUp))].filter((key) => after === null || isAfter(key, after));
  const page = matching.slice(0, pageSize);
  const last = page.at(-1);
  const next =
    matching.length > page.length && last !== undefined ? Buffer.from(last).toString('base64url') : undefined;

  const inner = [
    textElement('Name', bucket.name),
    textElement('Prefix', prefix),
    textElement('KeyCount', page.length),
    textElement('MaxKeys', pageSize),
    textElement('IsTruncated', String(next !== undefined)),
    ...(next === undefined ? [] : [textElement('NextContinuationToken', next)]),
    ...page.map((key) => (isRolledUp(key, prefix, delimiter) ? commonPrefix(key) : contents(bucket, key))),
  ];
  const body = xmlDocument(element('ListBucketResult', inner.join(''), S3_NAMESPACE));
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

/** A key up to the delimiter behind the prefix: keys that have it in common are listed as one. */
function rollUp(key: string, prefix: string): string {
  const end = key.indexOf('/', prefix.length);
  return end < 0 ? key : key.slice(0, end + 1);
}

const isRolledUp = (key: string, prefix: string, delimiter: string) =>
  delimiter !== '' && key.length > prefix.length && key.endsWith(delimiter);

const commonPrefix = (key: string) => element('CommonPrefixes', textElement('Prefix', key));

function contents(bucket: Bucket, key: string): string {
  const object = bucket.current(key);
  if (object === undefined) return '';
  const inner = [
    textElement('Key', key),
    textElement('LastModified', new Date(object.lastModifiedMs).toISOString()),
    textElement('ETag', object.etag),
    textElement('Size', object.bytes.length),
    textElement('StorageClass', 'STANDARD'),
  ];
  return element('Contents', inner.join(''));
}

function isAfter(key: string, mark: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(mark)) > 0;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new AwsError(400, 'InvalidArgument', 'max-keys is not a whole number');
  return Number(text);
}
