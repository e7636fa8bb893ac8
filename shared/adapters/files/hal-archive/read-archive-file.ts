import { badFile } from '../file-fault.ts';
import type { FileReadings } from '../intervals/interval-collector.ts';
import { readJsonFile } from '../read-whole.ts';
import { linkedPath, parseArchiveDocument } from './archive-document.ts';
import { readDataRows } from './data-rows.ts';

/** What a location says about the documents of its archive. */
export interface ArchiveOptions {
  readonly isKnown: (registerId: string) => boolean;
  /** Path of the profile whose data is wanted; undefined where the archive has no profile. */
  readonly profilePath: string | undefined;
}

const NOTHING: FileReadings = new Map();

/**
 * The intervals of a saved document; none of one that is about other things.
 * @throws BadFileError
 */
export async function readArchiveFile(
  pieces: AsyncIterable<Uint8Array>,
  { isKnown, profilePath }: ArchiveOptions,
): Promise<FileReadings> {
  const document = parseArchiveDocument(await readJsonFile(pieces));
  if (document.kind !== 'data') return NOTHING;
  const owner = linkedPath(document.data._links?.self)?.replace(/\/historical-data$/, '');
  if (owner !== undefined && profilePath !== undefined && owner !== profilePath) {
    throw badFile('_links.self', 'leads to another profile: keep the data of one profile in a folder');
  }
  return readDataRows(document.data, isKnown);
}
