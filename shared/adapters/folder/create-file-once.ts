import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '../../domain/time/instant.ts';
import { sweepIncoming } from './sweep-incoming.ts';

/** Files that are being written lie here, out of sight of every listing, on the same file system as their destination. */
export const INCOMING_FOLDER = '.incoming';

export interface NewFile {
  /** Where `relativePath` begins, and where files lie while they are written. */
  readonly root: string;
  readonly relativePath: string;
  readonly bytes: Uint8Array;
  /** What the file's time of modification shall say. */
  readonly modifiedAt: Instant;
  /** Whether the folder of unfinished files goes too when it is empty: people look into some folders. */
  readonly isTidy?: boolean;
}

/**
 * Creates a whole file or none: it is written elsewhere, brought to the disk, and linked to its name in one step, which
 * the file system grants to one writer only. Whoever is killed on the way leaves at most an unfinished file out of sight.
 *
 * @returns false when the name was taken
 * @throws the file system's error; the file is then not there, unless the same call is made again
 */
export async function createFileOnce(file: NewFile): Promise<boolean> {
  const finalPath = path.join(file.root, file.relativePath);
  const incoming = path.join(file.root, INCOMING_FOLDER);
  const unfinished = path.join(incoming, randomUUID());
  try {
    await writeDurably(unfinished, file);
    await mkdir(path.dirname(finalPath), { recursive: true });
    const created = await linkUnlessTaken(unfinished, finalPath);
    if (created) await syncFolder(path.dirname(finalPath));
    return created;
  } finally {
    await sweepIncoming(incoming, unfinished);
    await unlink(unfinished).catch(() => undefined);
    if (file.isTidy === true) await rmdir(incoming).catch(() => undefined);
  }
}

async function writeDurably(unfinished: string, file: NewFile): Promise<void> {
  const handle = await openUnfinished(unfinished);
  try {
    await handle.writeFile(file.bytes);
    const modifiedAt = new Date(file.modifiedAt);
    await handle.utimes(modifiedAt, modifiedAt);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const MOST_OPENINGS = 10;

/** Opens a new file in the folder of unfinished files, which somebody else may be removing just now. */
async function openUnfinished(unfinished: string): Promise<FileHandle> {
  for (let opening = 1; ; opening += 1) {
    try {
      // This fails too when the folder goes while it is being looked at.
      await mkdir(path.dirname(unfinished), { recursive: true });
      return await open(unfinished, 'wx');
    } catch (error) {
      if (opening === MOST_OPENINGS || !isErrno(error, 'ENOENT')) throw error;
    }
  }
}

async function linkUnlessTaken(unfinished: string, finalPath: string): Promise<boolean> {
  try {
    await link(unfinished, finalPath);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Brings a new name to the disk; not every system lets folders be opened, and the name is there all the same. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Only a loss of power right now could still undo the name, and the caller would then do its step again.
  }
}

export function isErrno(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
