import { SourceAccessError } from '../../errors.ts';
import type { FileTree } from './file-tree.ts';

/** Files that this process has no way to; whoever asks for them hears why, and other sources go on. */
export function createUnreachableTree(reason: string): FileTree {
  return {
    list: () => Promise.reject(new SourceAccessError(reason)),
    // biome-ignore lint/correctness/useYield: nothing is ever read of what cannot be listed.
    async *read() {
      throw new SourceAccessError(reason);
    },
  };
}
