import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isErrno } from './create-file-once.ts';
import { isSegment } from './object-path.ts';

/**
 * The keys below a prefix in ascending order of their characters, as S3 lists them; only one folder on the way down is
 * held in memory at a time. The prefix may end inside a name.
 */
export async function* listKeys(root: string, prefix: string): AsyncGenerator<string> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const nameStart = prefix.slice(folder.length);
  for (const entry of await sortedEntries(path.join(root, folder))) {
    if (!entry.startsWith(nameStart)) continue;
    if (entry.endsWith('/')) yield* listKeys(root, folder + entry);
    else yield folder + entry;
  }
}

/** Names of files and, with a slash behind, of folders: `a-b` sorts before `a/`, as its keys do. */
async function sortedEntries(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  });
  return entries
    .filter((entry) => isSegment(entry.name) && (entry.isFile() || entry.isDirectory()))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
}
