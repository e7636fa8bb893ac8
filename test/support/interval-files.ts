import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createFilesSource } from '../../shared/adapters/files/energy-source.ts';
import { createFolderTree } from '../../shared/adapters/files/folder-tree.ts';
import type { EnergySource, LocationReader } from '../../shared/application/ports.ts';
import type { DayReadings } from '../../shared/domain/energy/day-readings.ts';
import { parseLocalDate } from '../../shared/domain/time/local-date.ts';
import { localDay } from '../../shared/domain/time/local-day.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Content of files by path from the tree's root; what is no text or bytes is written as JSON. */
export type FileContents = Readonly<Record<string, unknown>>;

export async function writeFiles(root: string, contents: FileContents): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    const isWritable = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(file, isWritable ? content : JSON.stringify(content));
  }
}

/** A source of files in a folder of its own that is gone when the test is over. */
export async function aFilesSource(contents: FileContents): Promise<{ source: EnergySource; root: string }> {
  const root = await temporaryFolder();
  await writeFiles(root, contents);
  return { source: sourceIn(root), root };
}

export const sourceIn = (root: string): EnergySource =>
  createFilesSource({
    name: 'meters',
    settings: { place: { kind: 'folder', folder: root } },
    openTree: () => createFolderTree(root),
  });

/** A location `house` of the fleet `homes` that has these files in its folder. */
export async function aHouse(files: FileContents): Promise<LocationReader> {
  const contents = Object.fromEntries(Object.entries(files).map(([name, content]) => [`homes/house/${name}`, content]));
  const { source } = await aFilesSource(contents);
  return await source.openLocation({ source: 'meters', fleet: 'homes', id: 'house' });
}

export const readDate = (reader: LocationReader, date: string): Promise<DayReadings> =>
  reader.readDay(localDay(parseLocalDate(date), reader.location.timeZone));

export async function* inPieces(content: string | Uint8Array, pieceBytes = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
