import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createFolderStore } from '../../../shared/adapters/folder/folder-store.ts';
import type { ObjectStore } from '../../../shared/application/ports.ts';
import { steppingClock } from '../../support/stepping-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { keysOf } from '../contracts/object-store.ts';

const CHILD = path.join(import.meta.dirname, 'writer-child.ts');

function startWriter(directory: string, writer: string, first: number, last: number): ChildProcess {
  const args = [CHILD, directory, writer, String(first), String(last)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function createdBy(child: ChildProcess): Promise<string[]> {
  const lines = child.stdout === null ? '' : await text(child.stdout);
  return lines.split('\n').filter((line) => line.endsWith('created'));
}

/** Kills the writer the moment that something is to be seen. */
async function killWhen(isSeen: () => boolean, child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  while (!isSeen() && child.exitCode === null) await setImmediate();
  child.kill('SIGKILL');
  await exited;
}

async function isWhole(store: ObjectStore, key: string): Promise<boolean> {
  const [hash, body = ''] = Buffer.from((await store.get(key))?.bytes ?? [])
    .toString()
    .split('\n');
  return hash === createHash('sha256').update(body).digest('hex');
}

describe('the folder store between processes', () => {
  test('lets one of two processes create each object', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });

    const writers = ['a', 'b'].map((writer) => startWriter(directory, writer, 1, 12));
    const created = (await Promise.all(writers.map(createdBy))).flat();

    expect(created).toHaveLength(12);
    expect(new Set(created)).toHaveLength(12);
    for await (const key of store.list('objects/')) expect(await isWhole(store, key)).toBe(true);
  });

  test('has an object whole from the moment that its name is seen, also when the writer is killed then', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });

    for (const round of [1, 2, 3]) {
      const key = `objects/${round}`;
      await killWhen(() => existsSync(path.join(directory, key)), startWriter(directory, 'a', round, round + 100));

      expect(await isWhole(store, key)).toBe(true);
    }
    for (const key of await keysOf(store, '')) expect(await isWhole(store, key)).toBe(true);
  });

  test('has nothing of an object whose writer was killed on the way, and takes it from the next', async () => {
    const directory = await temporaryFolder();
    const store = createFolderStore({ directory, clock: steppingClock() });
    const incoming = path.join(directory, '.incoming');
    const unfinished = () => (existsSync(incoming) ? readdirSync(incoming).length : 0);

    let interrupted = 0;
    // A writer now and then gets done before the kill reaches it.
    for (let round = 1; interrupted < 3 && round <= 30; round += 1) {
      const before = unfinished();
      await killWhen(() => unfinished() > before, startWriter(directory, 'a', round, round));
      if (existsSync(path.join(directory, `objects/${round}`))) continue;
      interrupted += 1;
      expect(await store.get(`objects/${round}`)).toBeUndefined();
      expect(await createdBy(startWriter(directory, 'b', round, round))).toEqual([`${round} created`]);
    }

    expect(interrupted).toBe(3);
    for (const key of await keysOf(store, '')) expect(await isWhole(store, key)).toBe(true);
  });
});
