import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore, PutNewResult } from '../../application/ports.ts';
import { instantFromMs } from '../../domain/time/instant.ts';
import { StoreError } from '../../errors.ts';
import { createAtMost } from '../aws/at-most.ts';
import { awsFailure } from '../aws/failure.ts';
import { getWhole } from './get-whole.ts';
import { listPage } from './list-page.ts';
import { storeFailure } from './store-failure.ts';

export interface S3StoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Put before every key, such as `tenant-a/`; none unless given. */
  readonly prefix?: string;
}

/** Calls at once, of one store. More would queue up inside the SDK, where waiting counts against a call's time. */
const CALLS_AT_ONCE = 24;

/**
 * Keeps objects in a bucket. `storedAt` is S3's own `Last-Modified`, in whole seconds: ages never depend on the clock of
 * whoever wrote.
 */
export function createS3Store({ client, bucket, prefix = '' }: S3StoreOptions): ObjectStore {
  const atMost = createAtMost(CALLS_AT_ONCE);
  return {
    async putNew(key, bytes, contentType): Promise<PutNewResult> {
      const conditionally = { IfNoneMatch: '*', ContentType: contentType };
      try {
        const put = new PutObjectCommand({ Bucket: bucket, Key: prefix + key, Body: bytes, ...conditionally });
        await atMost(() => client.send(put));
        return 'created';
      } catch (error) {
        const { httpStatus } = awsFailure(error);
        if (httpStatus === 412) return 'exists';
        if (httpStatus === 409) return 'conflict';
        throw storeFailure(error, { doing: 'Writing', bucket, key: prefix + key });
      }
    },
    async get(key) {
      const whole = await atMost(() => getWhole({ client, bucket, key: prefix + key }));
      if (whole === 'missing' || whole === 'not-modified') return undefined;
      if (whole.lastModified === undefined) {
        throw new StoreError(`Reading ${prefix + key} in bucket ${bucket} brought no Last-Modified; is it S3?`);
      }
      return { bytes: whole.bytes, storedAt: instantFromMs(whole.lastModified.getTime()) };
    },
    async *list(keyPrefix) {
      const listing = { client, bucket, prefix: prefix + keyPrefix };
      let after: string | undefined;
      do {
        const page = await listPage({ ...listing, after }).catch((error: unknown) => {
          throw storeFailure(error, { doing: 'Listing', bucket, key: listing.prefix });
        });
        for (const key of page.keys) yield key.slice(prefix.length);
        after = page.next;
      } while (after !== undefined);
    },
  };
}
