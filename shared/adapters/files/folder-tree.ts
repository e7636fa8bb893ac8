import type { Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { SourceAccessError, SourceUnavailableError } from '../../errors.ts';
import type { FileEntry, FileTree, FolderListing } from './file-tree.ts';

const PIECE_BYTES = 1 << 18;

/** A folder of this machine. Links are followed as long as they stay inside of it; what leads out is as if it were not there. */
export function createFolderTree(folder: string): FileTree {
  const root = path.resolve(folder);
  return {
    async list(below) {
      try {
        const inside = await realPathInside(root, below);
        return inside === undefined ? undefined : await listFolder(root, below, inside);
      } catch (error) {
        if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
        throw trouble('Listing', below, error);
      }
    },
    async *read(file) {
      try {
        const inside = await realPathInside(root, file.path);
        if (inside === undefined) throw changed(file);
        yield* readPieces(inside, file);
      } catch (error) {
        if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw changed(file);
        throw trouble('Reading', file.path, error);
      }
    },
  };
}

/** Undefined where a link, or a name such as `..`, leads out of the root. */
async function realPathInside(root: string, below: string): Promise<string | undefined> {
  const realRoot = await realpath(root);
  const real = await realpath(path.join(realRoot, ...below.split('/')));
  return real === realRoot || real.startsWith(realRoot + path.sep) ? real : undefined;
}

async function listFolder(root: string, below: string, inside: string): Promise<FolderListing> {
  const folders: string[] = [];
  const files: FileEntry[] = [];
  for (const name of (await readdir(inside)).sort()) {
    const filePath = below === '' ? name : `${below}/${name}`;
    const real = await realPathInside(root, filePath).catch(nothingThere);
    const stats = real === undefined ? undefined : await stat(real).catch(nothingThere);
    if (stats?.isDirectory() === true) folders.push(name);
    if (stats?.isFile() === true) {
      files.push({ path: filePath, name, sizeBytes: stats.size, version: versionOf(stats) });
    }
  }
  return { folders, files };
}

async function* readPieces(inside: string, file: FileEntry): AsyncGenerator<Uint8Array> {
  const handle = await open(inside, 'r');
  try {
    if (versionOf(await handle.stat()) !== file.version) throw changed(file);
    for (let at = 0; ; ) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE_BYTES), 0, PIECE_BYTES, at);
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
    // A file that was written to meanwhile is half of the one and half of the other.
    if (versionOf(await handle.stat()) !== file.version) throw changed(file);
  } finally {
    await handle.close();
  }
}

const versionOf = ({ size, mtimeMs, ino }: Stats) => `${size}-${mtimeMs}-${ino}`;

function nothingThere(error: unknown): undefined {
  if (isErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
  throw error;
}

function changed(file: FileEntry): SourceUnavailableError {
  return new SourceUnavailableError(`${file.path} changed while it was read: the next run reads it anew.`);
}

function trouble(doing: string, what: string, error: unknown): Error {
  if (error instanceof SourceUnavailableError) return error;
  if (isErrno(error, 'EACCES', 'EPERM')) {
    return new SourceAccessError(`${doing} ${what || 'the folder'} is not permitted: mend its permissions.`);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unexpected fault';
  return new SourceUnavailableError(`${doing} ${what || 'the folder'} failed (${code}). The next run tries again.`);
}

function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
