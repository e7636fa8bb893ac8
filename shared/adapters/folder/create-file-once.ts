import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Instant } from '../../domain/time/instant.ts';
import { sweepIncoming } from './sweep-incoming.ts';

/** Files that are being written lie here, out of sight of every listing, on the same file system as their destination. */
const INCOMING_FOLDER = '.incoming';

export interface NewFile {
  /** Where `relativePath` begins, and where files lie while they are written. */
  readonly root: string;
  readonly relativePath: string;
  readonly bytes: Uint8Array;
  /** What the file's time of modification shall say. */
  readonly modifiedAt: Instant;
}

// What may wait for the disk is handed to another thread: new files and folders wait while the file system's journal is being
// written. All other calls end in memory, within microseconds, and would cost several times as much there.
const bringToDisk = promisify(fs.fsync);
const openFile = promisify<string, string, number>(fs.open);
const makeFolders = promisify<string, { readonly recursive: true }, string | undefined>(fs.mkdir);

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
    const created = await linkIntoFolder(unfinished, finalPath);
    if (created) await syncFolder(path.dirname(finalPath));
    return created;
  } finally {
    await sweepIncoming(incoming, unfinished);
    unlessRefused(() => fs.unlinkSync(unfinished));
  }
}

async function writeDurably(unfinished: string, file: NewFile): Promise<void> {
  const descriptor = await openUnfinished(unfinished);
  try {
    fs.writeFileSync(descriptor, file.bytes);
    const modifiedAt = new Date(file.modifiedAt);
    fs.futimesSync(descriptor, modifiedAt, modifiedAt);
    await bringToDisk(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

const MOST_OPENINGS = 10;

/** Opens a new file in the folder of unfinished files, which may not be there yet, or go just now by somebody else's hand. */
async function openUnfinished(unfinished: string): Promise<number> {
  for (let opening = 1; ; opening += 1) {
    try {
      // This fails too when the folder goes while it is being looked at.
      if (opening > 1) await makeFolders(path.dirname(unfinished), { recursive: true });
      return await openFile(unfinished, 'wx');
    } catch (error) {
      if (opening === MOST_OPENINGS || !isErrno(error, 'ENOENT')) throw error;
    }
  }
}

async function linkIntoFolder(unfinished: string, finalPath: string): Promise<boolean> {
  try {
    return linkUnlessTaken(unfinished, finalPath);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    await makeFolders(path.dirname(finalPath), { recursive: true });
    return linkUnlessTaken(unfinished, finalPath);
  }
}

function linkUnlessTaken(unfinished: string, finalPath: string): boolean {
  try {
    fs.linkSync(unfinished, finalPath);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Brings a new name to the disk; not every system lets folders be opened, and the name is there all the same. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const descriptor = fs.openSync(folder, 'r');
    await bringToDisk(descriptor).finally(() => fs.closeSync(descriptor));
  } catch {
    // Only a loss of power right now could still undo the name, and the caller would then do its step again.
  }
}

/** Removes the folder of unfinished files unless somebody is writing one. */
export function removeIncomingFolder(root: string): void {
  unlessRefused(() => fs.rmdirSync(path.join(root, INCOMING_FOLDER)));
}

function unlessRefused(act: () => void): void {
  try {
    act();
  } catch {
    // What stays behind hurts nobody, and the next sweep takes it along.
  }
}

export function isErrno(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
