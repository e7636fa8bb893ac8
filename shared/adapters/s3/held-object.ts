import { type GetRequest, getWhole } from './get-whole.ts';
import { StoreAccessError } from './store-access-error.ts';

/** An object as it is stored now. */
export interface HeldBytes {
  readonly bytes: Uint8Array;
  /** Which version of the object it is; undefined in a bucket without versions. */
  readonly versionId: string | undefined;
}

/**
 * Keeps an object in memory, and asks at each call whether it has changed: its bytes travel again only if it has, and
 * the very same value comes back if not. Undefined where there is no such object.
 * @throws StoreError when the bucket cannot be reached
 */
export function holdObject(address: Omit<GetRequest, 'unless'>): () => Promise<HeldBytes | undefined> {
  let held: { readonly value: HeldBytes; readonly etag: string | undefined } | undefined;
  return async () => {
    const unless = held?.etag === undefined ? {} : { unless: held.etag };
    const whole = await getWhole({ ...address, ...unless });
    if (whole === 'missing') {
      held = undefined;
    } else if (whole === 'not-modified') {
      if (held === undefined) {
        throw new StoreAccessError(`Bucket ${address.bucket} answered 304 to an unconditional get of ${address.key}.`);
      }
    } else {
      held = { value: { bytes: whole.bytes, versionId: whole.versionId }, etag: whole.etag };
    }
    return held?.value;
  };
}
