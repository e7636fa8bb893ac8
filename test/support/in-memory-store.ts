import type { Clock, ObjectStore, StoredObject } from '../../shared/application/ports.ts';

/** An object store in memory that keeps the promises of the real ones; `objects` is for looking, not for writing. */
export interface InMemoryStore extends ObjectStore {
  readonly objects: ReadonlyMap<string, StoredObject>;
}

export function createInMemoryStore(clock: Clock): InMemoryStore {
  const objects = new Map<string, StoredObject>();
  return {
    objects,
    async putNew(key, bytes) {
      if (objects.has(key)) return 'exists';
      objects.set(key, { bytes: Uint8Array.from(bytes), storedAt: clock.now() });
      return 'created';
    },
    async get(key) {
      const object = objects.get(key);
      return object === undefined ? undefined : { ...object, bytes: Uint8Array.from(object.bytes) };
    },
    async *list(prefix) {
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
