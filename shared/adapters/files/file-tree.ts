/** A file as a listing shows it. */
export interface FileEntry {
  /** Names from the tree's root down, with `/` between them. */
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Another text for other content. */
  readonly version: string;
}

export interface FolderListing {
  /** Names of the folders in it, sorted. */
  readonly folders: readonly string[];
  /** Sorted by name. */
  readonly files: readonly FileEntry[];
}

/** A tree of files that is only ever read. Paths are names with `/` between them; none leads out of the tree. */
export interface FileTree {
  /**
   * What lies directly in a folder; undefined where there is no such folder.
   * @throws SourceUnavailableError, SourceAccessError
   */
  list(folder: string): Promise<FolderListing | undefined>;
  /**
   * The content that was listed, piece by piece.
   * @throws SourceUnavailableError, also when the file is no longer the one that was listed; SourceAccessError
   */
  read(file: FileEntry): AsyncIterable<Uint8Array>;
}

/** True for names that people and programs give to what is no data: hidden files, and what archives of a Mac carry. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_') || name === '';
}
