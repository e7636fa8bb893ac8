import type { S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../../application/ports.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type HeldBytes, holdObject } from './held-object.ts';
import { StoreAccessError } from './store-access-error.ts';

/** The configuration file as it is stored now. */
export interface ConfigurationText {
  readonly text: string;
  /** Which version of the object it is; undefined in a bucket without versions. */
  readonly versionId: string | undefined;
  /** Those of the files that it names which lie beside it in the bucket. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ConfigurationObjectOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly clock: Clock;
  /** The files beside it that a configuration speaks of, by name. */
  readonly filesNamedIn: (text: string) => readonly string[];
  /** For how long a version is taken as current without asking; 60 s unless given. */
  readonly maxAgeMs?: number;
}

/**
 * Reads the configuration, and the files that it names, from its bucket. After `maxAgeMs` the bucket is asked whether
 * they have changed; they travel again only if they have, and the same value comes back if none has.
 * @throws StoreAccessError when there is none, StoreError when the bucket cannot be reached
 */
export function createConfigurationObject(options: ConfigurationObjectOptions): () => Promise<ConfigurationText> {
  const { client, bucket, key, clock, filesNamedIn, maxAgeMs = 60_000 } = options;
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  const object = holdObject({ client, bucket, key });
  const beside = new Map<string, () => Promise<HeldBytes | undefined>>();
  let held: { readonly value: ConfigurationText; readonly parts: readonly unknown[] } | undefined;
  let checkedAt: Instant | undefined;

  const readBeside = async (name: string): Promise<readonly [string, HeldBytes | undefined]> => {
    const read = beside.get(name) ?? holdObject({ client, bucket, key: `${folder}${name}` });
    beside.set(name, read);
    return [name, await read()];
  };
  return async () => {
    const now = clock.now();
    if (held !== undefined && checkedAt !== undefined && Math.abs(now - checkedAt) < maxAgeMs) return held.value;
    const file = await object();
    if (file === undefined) {
      throw new StoreAccessError(`There is no configuration ${key} in bucket ${bucket}: put the file there.`);
    }
    const text = Buffer.from(file.bytes).toString('utf8');
    const named = await Promise.all(filesNamedIn(text).map(readBeside));
    const parts = [file, ...named.map(([, bytes]) => bytes)];
    if (held === undefined || parts.some((part, index) => part !== held?.parts[index])) {
      const files = new Map(named.flatMap(([name, found]) => (found === undefined ? [] : [[name, found.bytes]])));
      held = { value: { text, versionId: file.versionId, files }, parts };
    }
    checkedAt = now;
    return held.value;
  };
}
