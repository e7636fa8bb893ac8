import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolderStore } from '../../../shared/adapters/folder/folder-store.ts';
import { StoreError } from '../../../shared/errors.ts';
import { steppingClock } from '../../support/stepping-clock.ts';
import { makeFolder, removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { describeObjectStore, keysOf } from '../contracts/object-store.ts';

const bytes = new TextEncoder().encode('x');

describeObjectStore('the folder store', async () => {
  const directory = await makeFolder();
  const clock = steppingClock();
  return { store: createFolderStore({ directory, clock }), now: clock.now, dispose: () => removeFolder(directory) };
});

describe('the folder store', () => {
  test('makes the folder that it is given', async () => {
    const directory = path.join(await temporaryFolder(), 'not/yet/there');
    const store = createFolderStore({ directory, clock: steppingClock() });

    expect(await keysOf(store, '')).toEqual([]);
    expect(await store.get('a')).toBeUndefined();
    expect(await store.putNew('a', bytes, 'text/plain')).toBe('created');
  });

  test('lays an object down as a plain file of its key, dated by the clock of the run', async () => {
    const directory = await temporaryFolder();
    const clock = { now: steppingClock('2031-01-01T00:00:00Z').now };
    const store = createFolderStore({ directory, clock });

    await store.putNew('reports/curb/r1/report.csv', bytes, 'text/csv');

    expect(await readdir(path.join(directory, 'reports/curb/r1'))).toEqual(['report.csv']);
    expect((await store.get('reports/curb/r1/report.csv'))?.storedAt).toBe(Date.parse('2031-01-01T00:00:01Z'));
  });

  test.each([
    ['a way out', '../outside'],
    ['a way out in the middle', 'a/../../outside'],
    ['the folder itself', '.'],
    ['an absolute path', '/etc/passwd'],
    ['a name that begins with a dot', 'a/.hidden'],
    ['the folder of unfinished files', '.incoming/x'],
    ['an empty segment', 'a//b'],
    ['nothing', ''],
    ['a trailing slash', 'a/'],
    ['a backslash', 'a\\b'],
    ['a NUL', 'a\0b'],
    ['an encoded way out', '%2e%2e/a'],
    ['a letter outside ASCII', 'é'],
    ['a space', 'a b'],
    ['more than 1024 bytes', Array.from({ length: 6 }, () => 'k'.repeat(200)).join('/')],
  ])('refuses %s as a key', async (_title, key) => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });

    await expect(store.putNew(key, bytes, 'text/plain')).rejects.toThrow(RangeError);
    await expect(store.get(key)).rejects.toThrow(RangeError);
    expect(await readdir(directory)).toEqual([]);
  });

  test.each(['../', '/', 'a/../', '.incoming/'])('refuses to list %s', async (prefix) => {
    const store = createFolderStore({ directory: await temporaryFolder(), clock: steppingClock() });

    await expect(keysOf(store, prefix)).rejects.toThrow(RangeError);
  });

  test('shows neither unfinished files nor what other programs left in the folder', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    await store.putNew('a/b', bytes, 'text/plain');
    await writeFile(path.join(directory, '.DS_Store'), 'x');
    await writeFile(path.join(directory, 'a', 'copy of b'), 'x');
    await writeFile(path.join(directory, '.incoming', 'unfinished'), 'half');
    await symlink('/etc', path.join(directory, 'elsewhere'));

    expect(await keysOf(store, '')).toEqual(['a/b']);
  });

  test('leaves nothing unfinished behind, whether it won or lost', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });

    await store.putNew('a', bytes, 'text/plain');
    await store.putNew('a', bytes, 'text/plain');

    expect(await readdir(path.join(directory, '.incoming'))).toEqual([]);
  });

  test('says what is in the way', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    await store.putNew('a', bytes, 'text/plain');

    const attempt = store.putNew('a/b', bytes, 'text/plain');

    await expect(attempt).rejects.toThrow(StoreError);
    await expect(attempt).rejects.toThrow(/^Writing a\/b in the archive folder failed .*: a file lies where a folder/);
  });

  test('does not take a link that leads nowhere, where a folder has to be, for an object that is there already', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    await symlink(path.join(directory, 'nowhere'), path.join(directory, 'a'));

    await expect(store.putNew('a/b', bytes, 'text/plain')).rejects.toThrow(StoreError);
    expect(await readdir(path.join(directory, '.incoming'))).toEqual([]);
  });

  test('takes a folder in a file’s place for no object', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    await mkdir(path.join(directory, 'a'));

    expect(await store.get('a')).toBeUndefined();
  });

  test('survives a file whose time was set by hand', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    await store.putNew('a', bytes, 'text/plain');
    await utimes(path.join(directory, 'a'), 1_790_000_000.123456, 1_790_000_000.123456);

    expect((await store.get('a'))?.storedAt).toBe(1_790_000_000_123);
  });
});
