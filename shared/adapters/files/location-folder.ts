import { InvalidLocationError, UnexpectedPayloadError } from '../../errors.ts';
import { BadFileError, shownId } from './file-fault.ts';
import { type FileEntry, type FileTree, isHidden } from './file-tree.ts';
import { LOCATION_FILE, type LocationFile, parseLocationFile } from './location-file.ts';
import { readJsonFile } from './read-whole.ts';

export type DataFormat = 'csv' | 'xml' | 'json';

export interface DataFile {
  readonly entry: FileEntry;
  readonly format: DataFormat;
}

/** A location's folder, with what its `location.json` says. */
export interface LocationFolder {
  readonly path: string;
  readonly description: LocationFile;
  readonly descriptionEntry: FileEntry;
  /** Sorted by name. */
  readonly files: readonly DataFile[];
}

const MEBIBYTE = 1_048_576;
const MOST_BYTES: Readonly<Record<DataFormat, number>> = {
  csv: 64 * MEBIBYTE,
  xml: 64 * MEBIBYTE,
  // Read as a whole, not piece by piece.
  json: 32 * MEBIBYTE,
};
const MOST_DESCRIPTION_BYTES = MEBIBYTE;
const MOST_FILES = 2000;
/** What people put beside their data. */
const NO_DATA = /\.(?:md|txt|pdf)$/i;

/**
 * Looks into a location's folder; undefined where there is none.
 * @throws InvalidLocationError when no report can be made from what lies there; what the tree throws
 */
export async function openLocationFolder(tree: FileTree, folder: string): Promise<LocationFolder | undefined> {
  const listing = await tree.list(folder);
  if (listing === undefined) return undefined;
  const visible = listing.files.filter(({ name }) => !isHidden(name));
  const descriptionEntry = visible.find(({ name }) => name === LOCATION_FILE);
  if (descriptionEntry === undefined) {
    throw new InvalidLocationError(
      `${folder} has no ${LOCATION_FILE}: write one; the README says what belongs into it`,
    );
  }
  const problems = listing.folders
    .filter((name) => !isHidden(name))
    .map((name) => `${folder}/${shownId(name)} is a folder: put the data files beside ${LOCATION_FILE}`);
  const files = visible.flatMap((entry): DataFile[] => {
    if (entry === descriptionEntry || NO_DATA.test(entry.name)) return [];
    const format = formatOf(entry.name);
    const problem = format === undefined ? 'is neither .csv, .xml nor .json' : sizeProblem(entry, MOST_BYTES[format]);
    if (problem !== undefined) problems.push(`${shownPath(entry)} ${problem}`);
    return format === undefined ? [] : [{ entry, format }];
  });
  if (files.length > MOST_FILES) problems.push(`${folder} has more than ${MOST_FILES} files: join some of them`);
  const tooLarge = sizeProblem(descriptionEntry, MOST_DESCRIPTION_BYTES);
  if (tooLarge !== undefined) problems.push(`${shownPath(descriptionEntry)} ${tooLarge}`);
  if (problems.length > 0) throw new InvalidLocationError(problems.slice(0, 5).join('; '));
  return { path: folder, description: await readDescription(tree, descriptionEntry), descriptionEntry, files };
}

async function readDescription(tree: FileTree, entry: FileEntry): Promise<LocationFile> {
  try {
    return parseLocationFile(await readJsonFile(tree.read(entry)));
  } catch (error) {
    throw error instanceof BadFileError ? new InvalidLocationError(`${shownPath(entry)}: ${error.message}`) : error;
  }
}

/** Says which file it was that no figure can be taken from. */
export function namingFile(entry: FileEntry, error: unknown): unknown {
  return error instanceof BadFileError ? new UnexpectedPayloadError(`${shownPath(entry)}: ${error.message}`) : error;
}

/** A file's path, for a message: its names as far as they are plain ones. */
export const shownPath = ({ path }: FileEntry) => path.split('/').map(shownName).join('/');

const shownName = (name: string) =>
  /^[A-Za-z0-9 _.()+-]{1,100}$/.test(name) ? name : `[…]${/\.\w{1,8}$/.exec(name)?.[0] ?? ''}`;

function formatOf(name: string): DataFormat | undefined {
  const ending = /\.(csv|xml|json)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'xml' || ending === 'json' ? ending : undefined;
}

function sizeProblem({ sizeBytes }: FileEntry, most: number): string | undefined {
  if (sizeBytes <= most) return undefined;
  return `has ${Math.ceil(sizeBytes / MEBIBYTE)} MiB, more than the ${most / MEBIBYTE} that a file may have: split it`;
}
