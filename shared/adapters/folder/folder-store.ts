import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, ObjectStore, StoredObject } from '../../application/ports.ts';
import { instantFromMs } from '../../domain/time/instant.ts';
import { createFileOnce, isErrno } from './create-file-once.ts';
import { listKeys } from './list-keys.ts';
import { checkKey, checkPrefix } from './object-path.ts';
import { storageTrouble } from './storage-trouble.ts';

/** An object store in a folder: a key is a file's path below it, and a file's time of modification is when the clock stored it. */
export function createFolderStore({ directory, clock }: { directory: string; clock: Clock }): ObjectStore {
  const root = path.resolve(directory);
  return {
    async putNew(key, bytes) {
      checkKey(key);
      try {
        const created = await createFileOnce({ root, relativePath: key, bytes, modifiedAt: clock.now() });
        return created ? 'created' : 'exists';
      } catch (error) {
        throw storageTrouble(`Writing ${key} in the archive folder`, error);
      }
    },
    async get(key) {
      checkKey(key);
      try {
        return await readObject(path.join(root, key));
      } catch (error) {
        throw storageTrouble(`Reading ${key} in the archive folder`, error);
      }
    },
    async *list(prefix) {
      checkPrefix(prefix);
      try {
        yield* listKeys(root, prefix);
      } catch (error) {
        throw storageTrouble(`Listing ${prefix} in the archive folder`, error);
      }
    },
  };
}

async function readObject(file: string): Promise<StoredObject | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { mtimeMs } = await handle.stat();
    return { bytes: await handle.readFile(), storedAt: instantFromMs(Math.round(mtimeMs)) };
  } catch (error) {
    if (isErrno(error, 'EISDIR')) return undefined;
    throw error;
  } finally {
    await handle.close();
  }
}
