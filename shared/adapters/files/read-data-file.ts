import { readCsv } from './csv/read-csv.ts';
import { badFile } from './file-fault.ts';
import type { FileTree } from './file-tree.ts';
import type { FileReadings } from './intervals/interval-collector.ts';
import type { LocationFile } from './location-file.ts';
import type { DataFile } from './location-folder.ts';
import type { Site } from './site.ts';

/** What the readers of data files may have to know of their location. */
export interface FileContext {
  readonly site: Site;
  readonly description: LocationFile;
}

/** @throws BadFileError; what the tree throws */
export async function readDataFile(tree: FileTree, file: DataFile, context: FileContext): Promise<FileReadings> {
  const pieces = tree.read(file.entry);
  const { site, description } = context;
  const ids = new Set(site.registers.map(({ register }) => register.id));
  switch (file.format) {
    case 'csv':
      return await readCsv(pieces, { isKnown: (id) => ids.has(id), intervalSeconds: description.intervalSeconds });
    default:
      throw badFile('the file', 'cannot be read yet');
  }
}
