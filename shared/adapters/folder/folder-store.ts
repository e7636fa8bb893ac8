import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
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
        return readObject(path.join(root, key));
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

// At once: an object is small, and handing each of these calls to another thread costs several times as much.
function readObject(file: string): StoredObject | undefined {
  const descriptor = openUnlessMissing(file);
  if (descriptor === undefined) return undefined;
  try {
    const { mtimeMs } = fstatSync(descriptor);
    return { bytes: readFileSync(descriptor), storedAt: instantFromMs(Math.round(mtimeMs)) };
  } catch (error) {
    if (isErrno(error, 'EISDIR')) return undefined;
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function openUnlessMissing(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw error;
  }
}
