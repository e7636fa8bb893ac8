import type { ObjectStore, PutNewResult, StoredObject } from '../../../shared/application/ports.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { StoreError } from '../../../shared/errors.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import { createKeyTree } from './key-tree.ts';

export interface SimulatedObject extends StoredObject {
  /** Who stored it. */
  readonly actor: Actor;
}

/** Hears of every put that reached the store. */
export interface StoreWatch {
  created(key: string, bytes: Uint8Array, actor: Actor): void;
  exists(key: string, bytes: Uint8Array, actor: Actor, there: SimulatedObject): void;
}

/**
 * S3 as it is known to be: a key is created in one step, reads and lists see every write before them, a put may be answered
 * with 409 though nothing is there, or land without its reply coming back, and times are in whole seconds.
 */
export interface SimulatedStore {
  readonly objects: ReadonlyMap<string, SimulatedObject>;
  below(prefix: string): readonly string[];
  /** The store as one caller sees it. */
  portsFor(caller: () => Actor): ObjectStore;
}

export function createSimulatedStore(world: World, name: 'ledger' | 'archive', watch: StoreWatch): SimulatedStore {
  const objects = new Map<string, SimulatedObject>();
  const tree = createKeyTree();
  const fail = (what: string) => (): never => {
    throw new StoreError(`${name}: ${what} went wrong.`);
  };
  const create = (key: string, bytes: Uint8Array, actor: Actor): PutNewResult => {
    const there = objects.get(key);
    if (there !== undefined) {
      watch.exists(key, bytes, actor, there);
      return 'exists';
    }
    const storedAt = instantFromMs(Math.floor(world.nowMs / 1000) * 1000);
    const kept = new Uint8Array(bytes);
    objects.set(key, { bytes: kept, storedAt, actor });
    tree.add(key);
    watch.created(key, kept, actor);
    return 'created';
  };
  return {
    objects,
    below: tree.below,
    portsFor: (caller) => ({
      putNew(key, bytes) {
        const actor = caller();
        return actor.call({
          port: `${name}.put`,
          label: key,
          perform: () => create(key, bytes, actor),
          fail(tookEffect) {
            if (tookEffect) world.sometimes('a put whose reply was lost');
            throw new StoreError(`${name}: no reply about ${key}.`);
          },
          refuse() {
            world.sometimes('a put that met another writer (409)');
            return 'conflict';
          },
        });
      },
      get: (key) =>
        caller().call({
          port: `${name}.get`,
          label: key,
          perform: () => copyOf(objects.get(key)),
          fail: fail('reading'),
        }),
      list: (prefix) =>
        eachOf(() =>
          caller().call({
            port: `${name}.list`,
            label: prefix,
            perform: () => tree.below(prefix),
            fail: fail('listing'),
          }),
        ),
    }),
  };
}

function copyOf(object: SimulatedObject | undefined): StoredObject | undefined {
  return object === undefined ? undefined : { bytes: new Uint8Array(object.bytes), storedAt: object.storedAt };
}

/** What an asynchronous generator would do, in less time: listings are most of what a tick does. */
function eachOf(read: () => Promise<readonly string[]>): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]() {
      let keys: readonly string[] | undefined;
      let index = 0;
      const give = (from: readonly string[]): IteratorResult<string, undefined> => {
        const value = from[index];
        index += 1;
        return value === undefined ? { done: true, value: undefined } : { done: false, value };
      };
      return {
        async next() {
          keys ??= await read();
          return give(keys);
        },
      };
    },
  };
}
