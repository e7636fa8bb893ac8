import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edit } from './plants.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the simulation is made of. */
const COPIED = ['shared', 'functions', 'test/simulation', 'test/support', 'test/domain', 'package.json'];

/**
 * Copies what the simulation needs into a temporary folder, makes the edits there, and removes the folder afterwards.
 *
 * @throws Error when a passage is not there, or is there more than once: the plant no longer fits the product
 */
export async function withPatchedCopy<T>(edits: readonly Edit[], use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planted-'));
  try {
    for (const part of COPIED) await cp(path.join(PROJECT, part), path.join(folder, part), { recursive: true });
    await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    for (const edit of edits) await apply(folder, edit);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function apply(folder: string, edit: Edit): Promise<void> {
  const times = await passageCount(edit, folder);
  if (times !== 1) throw new Error(`${edit.file} has this passage ${times} times instead of once: ${edit.find}`);
  const place = path.join(folder, edit.file);
  const text = await readFile(place, 'utf8');
  await writeFile(
    place,
    text.replace(edit.find, () => edit.replace),
  );
}

/** How often the passage of an edit is in its file. */
export async function passageCount({ file, find }: Edit, folder = PROJECT): Promise<number> {
  return (await readFile(path.join(folder, file), 'utf8')).split(find).length - 1;
}
