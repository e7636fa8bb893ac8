import { readCsv } from './csv/read-csv.ts';
import type { FileTree } from './file-tree.ts';
import { readGreenButton } from './green-button/read-green-button.ts';
import { readArchiveFile } from './hal-archive/read-archive-file.ts';
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
  const isKnown = (id: string) => ids.has(id);
  switch (file.format) {
    case 'csv':
      return await readCsv(pieces, { isKnown, intervalSeconds: description.intervalSeconds });
    case 'xml':
      return await readGreenButton(pieces, {
        timeZone: site.timeZone,
        ignoreFileTimeZone: description.ignoreFileTimeZone,
        registerOf: (usagePoint, isOnly) => registerOfUsagePoint(context, usagePoint, isOnly),
      });
    case 'json':
      return await readArchiveFile(pieces, { isKnown, profilePath: site.profilePath });
  }
}

/** A usage point that is named, or has a register's id, is that register; one that is alone is the only main. */
function registerOfUsagePoint({ site, description }: FileContext, id: string, isOnly: boolean): string | undefined {
  const described = description.registers ?? [];
  const named =
    described.find((register) => register.usagePoint === id) ?? described.find((register) => register.id === id);
  if (named !== undefined || !isOnly) return named?.id;
  const otherwiseNamed = new Set(
    described.filter(({ usagePoint }) => usagePoint !== undefined).map((register) => register.id),
  );
  const mains = site.registers.filter(({ register }) => register.role === 'main' && !otherwiseNamed.has(register.id));
  return mains.length === 1 ? mains[0]?.register.id : undefined;
}
