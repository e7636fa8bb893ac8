import { ArchiveConflictError, StoreError } from '../errors.ts';
import type { ObjectStore } from './ports.ts';

/** Waits between tries at a store; a pause is random, so that two writers do not meet again at once. */
export interface Pauses {
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface CreatedOnce {
  /** True when the stored bytes are ours, whether or not the store's reply reached us. */
  readonly mine: boolean;
  /** What the key holds now: our bytes, or those of whoever came first. */
  readonly bytes: Uint8Array;
}

const TRIES = 4;
const BASE_PAUSE_MS = 50;

/**
 * Creates an object exactly once, whoever else tries. A key that is taken is read back, because it may hold our own
 * write whose reply was lost: the same bytes are ours (ledger entries carry a random owner, artefacts are deterministic).
 *
 * @throws StoreError when the store kept failing, ArchiveConflictError when a key that is taken cannot be read
 */
export async function createOnce(
  store: ObjectStore,
  key: string,
  bytes: Uint8Array,
  contentType: string,
  pauses: Pauses,
): Promise<CreatedOnce> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await store.putNew(key, bytes, contentType);
      if (result === 'created') return { mine: true, bytes };
      if (result === 'exists') return await readBack(store, key, bytes);
      if (attempt >= TRIES) throw new StoreError(`Writing ${key} kept meeting other writers; run it again.`);
    } catch (error) {
      if (!(error instanceof StoreError) || attempt >= TRIES) throw error;
    }
    await pauses.sleep(pauses.random() * BASE_PAUSE_MS * 2 ** attempt);
  }
}

async function readBack(store: ObjectStore, key: string, bytes: Uint8Array): Promise<CreatedOnce> {
  const existing = await store.get(key);
  if (existing === undefined) {
    throw new ArchiveConflictError(`${key} is taken but cannot be read: has somebody deleted it?`);
  }
  return { mine: Buffer.from(existing.bytes).equals(bytes), bytes: existing.bytes };
}
