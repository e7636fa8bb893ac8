import { StoreError } from '../../errors.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room, then run it again',
  EDQUOT: 'the disk quota is used up: make room, then run it again',
  EROFS: 'the folder is on a read-only file system: choose another folder',
  EACCES: 'this user may not write there: mend the permissions or choose another folder',
  EPERM: 'the file system refuses it; where it has no hard links, choose a folder on another one',
  ENOTSUP: 'the file system has no hard links: choose a folder on another one',
  EMFILE: 'too many files are open: raise the limit (ulimit -n), then run it again',
  EEXIST: 'a file lies where a folder has to be: move it away',
  ENOTDIR: 'a file lies where a folder has to be: move it away',
  EISDIR: 'a folder lies where a file has to be: move it away',
  ENAMETOOLONG: 'the file system takes no name of that length: choose a folder with a shorter path',
};

/** Says what was being done, where, and what helps, whatever the file system threw. */
export function storageTrouble(doing: string, error: unknown): StoreError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unexpected fault';
  const remedy = REMEDIES[code] ?? 'run it again';
  return new StoreError(`${doing} failed (${code}): ${remedy}.`, { cause: error });
}
