import path from 'node:path';
import type { FileTree } from '../../shared/adapters/files/file-tree.ts';
import { createFolderTree } from '../../shared/adapters/files/folder-tree.ts';
import type { FilesPlace } from '../../shared/adapters/files/settings.ts';
import { createUnreachableTree } from '../../shared/adapters/files/unreachable-tree.ts';

/** Opens folders of this machine, named from the folder that the configuration lies in. */
export function filesBelow(configurationFolder: string): (place: FilesPlace) => FileTree {
  return (place) =>
    place.kind === 'folder'
      ? createFolderTree(path.resolve(configurationFolder, place.folder))
      : createUnreachableTree(
          `The files are in bucket ${place.bucket}, which only a deployment reads: copy them into a folder, and name that as the source's location.`,
        );
}
