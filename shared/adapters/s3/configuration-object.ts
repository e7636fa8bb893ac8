import type { S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../../application/ports.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { getWhole } from './get-whole.ts';
import { StoreAccessError } from './store-access-error.ts';

/** The configuration file as it is stored now. */
export interface ConfigurationText {
  readonly text: string;
  /** Which version of the object it is; undefined in a bucket without versions. */
  readonly versionId: string | undefined;
}

export interface ConfigurationObjectOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly clock: Clock;
  /** For how long a version is taken as current without asking; 60 s unless given. */
  readonly maxAgeMs?: number;
}

interface Held {
  readonly value: ConfigurationText;
  readonly etag: string | undefined;
  readonly checkedAt: Instant;
}

/**
 * Reads the configuration from its bucket. After `maxAgeMs` the bucket is asked whether it has changed, and the text
 * travels again only if it has.
 * @throws StoreAccessError when there is none, StoreError when the bucket cannot be reached
 */
export function createConfigurationObject(options: ConfigurationObjectOptions): () => Promise<ConfigurationText> {
  const { client, bucket, key, clock, maxAgeMs = 60_000 } = options;
  let held: Held | undefined;
  return async () => {
    const now = clock.now();
    if (held !== undefined && Math.abs(now - held.checkedAt) < maxAgeMs) return held.value;
    const unless = held?.etag === undefined ? {} : { unless: held.etag };
    const whole = await getWhole({ client, bucket, key, ...unless });
    if (whole === 'missing') {
      throw new StoreAccessError(`There is no configuration ${key} in bucket ${bucket}: put the file there.`);
    }
    if (whole === 'not-modified') {
      if (held === undefined)
        throw new StoreAccessError(`Bucket ${bucket} answered 304 to an unconditional get of ${key}.`);
      held = { ...held, checkedAt: now };
    } else {
      const text = Buffer.from(whole.bytes).toString('utf8');
      held = { value: { text, versionId: whole.versionId }, etag: whole.etag, checkedAt: now };
    }
    return held.value;
  };
}
