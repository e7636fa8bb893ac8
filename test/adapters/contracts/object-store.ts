import { fc, test as propertyTest } from '@fast-check/vitest';
import { afterEach, describe, expect, test } from 'vitest';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

/** An empty store, and the clock by which it dates its objects. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  readonly now: () => Instant;
  readonly dispose?: () => Promise<void>;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

export async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys;
}

/** The promises of every object store: created once, read back whole, listed in order. */
export function describeObjectStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`${name} as an object store`, () => {
    const open: StoreUnderTest[] = [];
    const fresh = async () => {
      const created = await create();
      open.push(created);
      return created;
    };
    afterEach(async () => {
      for (const { dispose } of open.splice(0)) await dispose?.();
    });

    test('creates an object once and keeps the first bytes', async () => {
      const { store } = await fresh();

      expect(await store.putNew('a/b.json', bytesOf('first'), 'application/json')).toBe('created');
      expect(await store.putNew('a/b.json', bytesOf('second'), 'application/json')).toBe('exists');

      expect(Buffer.from((await store.get('a/b.json'))?.bytes ?? []).toString()).toBe('first');
    });

    test('knows nothing of a key that nobody created', async () => {
      const { store } = await fresh();
      await store.putNew('a/b/c', bytesOf('x'), 'text/plain');

      expect(await store.get('a/b')).toBeUndefined();
      expect(await store.get('a/b/c/d')).toBeUndefined();
      expect(await store.get('z')).toBeUndefined();
    });

    test.each([
      ['nothing', new Uint8Array()],
      ['every byte', Uint8Array.from({ length: 256 }, (_, index) => index)],
      ['a megabyte', new Uint8Array(1_048_576).fill(7)],
    ])('gives back %s as it was stored', async (_title, bytes) => {
      const { store } = await fresh();

      await store.putNew('object', bytes, 'application/octet-stream');

      expect(Buffer.compare((await store.get('object'))?.bytes ?? bytesOf('missing'), bytes)).toBe(0);
    });

    test('is not changed through the bytes that it was given or gave', async () => {
      const { store } = await fresh();
      const given = bytesOf('kept');

      await store.putNew('object', given, 'text/plain');
      given.fill(0);
      (await store.get('object'))?.bytes.fill(0);

      expect(Buffer.from((await store.get('object'))?.bytes ?? []).toString()).toBe('kept');
    });

    test('dates an object when it was created, to the second', async () => {
      const { store, now } = await fresh();
      const before = now();

      await store.putNew('object', bytesOf('x'), 'text/plain');

      const storedAt = (await store.get('object'))?.storedAt ?? 0;
      expect(storedAt).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
      expect(storedAt).toBeLessThanOrEqual(now());
    });

    test('lists by prefix, also inside a name, in the order of the characters', async () => {
      const { store } = await fresh();
      const keys = ['a-b', 'a.b/c', 'a/b', 'a/b-c/d', 'a/bc', 'a0', 'a=b', 'a_b', 'b/r10/x', 'b/r2/x'];
      for (const key of keys.toReversed()) await store.putNew(key, bytesOf(key), 'text/plain');

      expect(await keysOf(store, '')).toEqual(keys);
      expect(await keysOf(store, 'a')).toEqual(keys.filter((key) => key.startsWith('a')));
      expect(await keysOf(store, 'a/')).toEqual(['a/b', 'a/b-c/d', 'a/bc']);
      expect(await keysOf(store, 'a/b')).toEqual(['a/b', 'a/b-c/d', 'a/bc']);
      expect(await keysOf(store, 'b/r1')).toEqual(['b/r10/x']);
      expect(await keysOf(store, 'c/')).toEqual([]);
    });

    // Each name ends in its kind, as no file system holds a file and a folder of one name.
    const segment = fc.stringMatching(/^[a-cA-C0-1=_-][a-c0-1._=-]{0,3}$/);
    const key = fc
      .tuple(fc.array(segment, { maxLength: 3 }), segment)
      .map(([folders, file]) => [...folders.map((folder) => `${folder}.d`), `${file}.f`].join('/'));

    propertyTest.prop([fc.uniqueArray(key, { maxLength: 12 }), fc.nat(8)], { numRuns: 25 })(
      'lists exactly the keys that begin with the prefix, sorted',
      async (keys, length) => {
        const { store } = await fresh();
        await Promise.all(keys.map((each) => store.putNew(each, bytesOf(each), 'text/plain')));
        const prefix = keys[0]?.slice(0, length) ?? '';

        expect(await keysOf(store, prefix)).toEqual(keys.filter((each) => each.startsWith(prefix)).sort());
      },
    );

    test('takes a key as long as S3 takes', async () => {
      const { store } = await fresh();
      const long = Array.from({ length: 5 }, () => 'k'.repeat(204)).join('/');
      expect(long).toHaveLength(1024);

      expect(await store.putNew(long, bytesOf('x'), 'text/plain')).toBe('created');

      expect(await keysOf(store, 'kkk')).toEqual([long]);
    });

    test('lets exactly one of fifty writers create a key', async () => {
      const { store } = await fresh();
      const writers = Array.from({ length: 50 }, (_, index) => `writer ${index}`);

      const results = await Promise.all(
        writers.map((writer) => store.putNew('contested', bytesOf(writer), 'text/plain')),
      );

      expect(results.filter((result) => result === 'created')).toHaveLength(1);
      const winner = writers[results.indexOf('created')];
      expect(Buffer.from((await store.get('contested'))?.bytes ?? []).toString()).toBe(winner);
      expect(await keysOf(store, '')).toEqual(['contested']);
    });

    test('lists hundreds of keys, all of them, while others are being written', async () => {
      const { store } = await fresh();
      const keys = Array.from({ length: 300 }, (_, index) => `many/${String(index).padStart(4, '0')}`);
      await Promise.all(keys.map((each) => store.putNew(each, bytesOf(each), 'text/plain')));

      const writing = Promise.all(
        keys.slice(0, 50).map((each) => store.putNew(`${each}-late`, bytesOf(each), 'text/plain')),
      );
      const listed = await keysOf(store, 'many/');
      await writing;

      expect(listed.filter((each) => !each.endsWith('-late'))).toEqual(keys);
      expect(listed).toEqual(listed.toSorted());
    });
  });
}
