import { createHash } from 'node:crypto';
import { AwsError } from '../call.ts';

export interface BucketObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** With its quotation marks, as it travels. */
  readonly etag: string;
  readonly versionId: string;
  /** Whole seconds, cut off, as S3 gives it. */
  readonly lastModifiedMs: number;
  /** Checksum headers that came with the object, by header name. */
  readonly checksums: Readonly<Record<string, string>>;
}

export interface BucketRules {
  /** Key prefixes below which a put must carry `If-None-Match`, as a bucket policy can demand. */
  readonly createOnlyBelow?: readonly string[];
}

export interface Bucket {
  readonly name: string;
  readonly rules: BucketRules;
  current(key: string): BucketObject | undefined;
  version(key: string, versionId: string): BucketObject | undefined;
  /** Makes the object the key's current version. */
  put(key: string, object: Pick<BucketObject, 'bytes' | 'contentType' | 'checksums'>): BucketObject;
  /** Makes the key vanish, as a person with the right to delete could. */
  remove(key: string): void;
  /** All keys in the order of their UTF-8 bytes, which is S3's order. */
  keys(): readonly string[];
}

export function createBucket(name: string, rules: BucketRules, now: () => number): Bucket {
  const versions = new Map<string, BucketObject[]>();
  let sorted: readonly string[] | undefined;
  let writes = 0;
  return {
    name,
    rules,
    current: (key) => versions.get(key)?.at(-1),
    version: (key, versionId) => versions.get(key)?.find((object) => object.versionId === versionId),
    put(key, { bytes, contentType, checksums }) {
      writes += 1;
      const object: BucketObject = {
        key,
        bytes: Uint8Array.from(bytes),
        contentType,
        etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
        versionId: `v${String(writes).padStart(8, '0')}`,
        lastModifiedMs: Math.floor(now() / 1000) * 1000,
        checksums,
      };
      const earlier = versions.get(key);
      if (earlier === undefined) sorted = undefined;
      versions.set(key, [...(earlier ?? []), object]);
      return object;
    },
    remove(key) {
      versions.delete(key);
      sorted = undefined;
    },
    keys() {
      sorted ??= [...versions.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      return sorted;
    },
  };
}

export interface Buckets {
  /** Makes an empty bucket; one that exists stays as it is, but takes the rules. */
  create(name: string, rules?: BucketRules): Bucket;
  /** @throws AwsError NoSuchBucket */
  named(name: string): Bucket;
}

export function createBuckets(now: () => number): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    create(name, rules = {}) {
      const existing = buckets.get(name);
      const bucket = existing === undefined ? createBucket(name, rules, now) : { ...existing, rules };
      buckets.set(name, bucket);
      return bucket;
    },
    named(name) {
      const bucket = buckets.get(name);
      if (bucket === undefined) throw new AwsError(404, 'NoSuchBucket', 'The specified bucket does not exist');
      return bucket;
    },
  };
}
