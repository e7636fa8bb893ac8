import type { LocationReader } from '../../application/ports.ts';
import { instantFromEpochSeconds, isoUtc } from '../../domain/time/instant.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { UnexpectedPayloadError } from '../../errors.ts';
import { type DayIntervals, toDayReadings } from './day-readings.ts';
import { shownId } from './file-fault.ts';
import type { FileTree } from './file-tree.ts';
import { type Contradiction, type DayInterval, intervalsOfDay } from './intervals/day-intervals.ts';
import { feedsBack } from './intervals/energy-fed-back.ts';
import type { FileReadings } from './intervals/interval-collector.ts';
import { type DataFile, type LocationFolder, namingFile, shownPath } from './location-folder.ts';
import { readDataFile } from './read-data-file.ts';
import type { ReadingsCache } from './readings-cache.ts';
import type { Site } from './site.ts';

export interface ReaderParts {
  readonly tree: FileTree;
  readonly cache: ReadingsCache;
}

/** Reads the days of one location from the files that lay in its folder when it was opened. */
export function createLocationReader(
  parts: ReaderParts,
  about: Pick<LocationReader, 'location' | 'fields'>,
  folder: LocationFolder,
  site: Site,
): LocationReader {
  return {
    ...about,
    async readDay(day) {
      const read = await Promise.all(folder.files.map((file) => readingsOf(parts, folder, site, file, day)));
      const files = read.filter((each) => each !== undefined);
      const hasUnmeasuredSource = feedsBackUnmeasured(site, files);
      return toDayReadings(site, day, joined(site, files, day), hasUnmeasuredSource);
    },
  };
}

interface ReadFile {
  readonly file: DataFile;
  readonly readings: FileReadings;
}

async function readingsOf(
  { tree, cache }: ReaderParts,
  folder: LocationFolder,
  site: Site,
  file: DataFile,
  day: LocalDay,
): Promise<ReadFile | undefined> {
  const { entry } = file;
  // What a file's readings are depends on what location.json says of its registers.
  const key = JSON.stringify([entry.path, entry.version, folder.descriptionEntry.version]);
  const time = { fromSeconds: day.start / 1000, toSeconds: day.end / 1000 };
  try {
    const readings = await cache.readingsWithin(key, time, () =>
      readDataFile(tree, file, { site, description: folder.description }),
    );
    return readings === undefined ? undefined : { file, readings };
  } catch (error) {
    throw namingFile(entry, error);
  }
}

/**
 * Whether something feeds the house that no register measures. A day that gives nothing back may have used it all, so
 * that the whole file counts, not the day.
 */
function feedsBackUnmeasured({ registers }: Site, files: readonly ReadFile[]): boolean {
  if (registers.some(({ register: { role } }) => role === 'production' || role === 'battery')) return false;
  const mains = registers.filter(({ register }) => register.role === 'main');
  return mains.some(({ channel, factor }) => files.some(({ readings }) => feedsBack(readings.get(channel), factor)));
}

function joined(site: Site, files: readonly ReadFile[], day: LocalDay): DayIntervals {
  const channels = site.registers.map(({ channel }) => channel);
  const wanted = site.otherChannel === undefined ? channels : [...channels, site.otherChannel];
  return new Map(
    wanted.map((channel): [string, readonly DayInterval[]] => {
      const result = intervalsOfDay(
        files.map(({ readings }) => readings.get(channel)),
        day,
      );
      if ('contradiction' in result) throw contradictory(channel, files, result.contradiction);
      return [channel, result.intervals];
    }),
  );
}

function contradictory(
  channel: string,
  files: readonly ReadFile[],
  { earlier, later }: Contradiction,
): UnexpectedPayloadError {
  const [one, other] = [earlier, later].map(({ column }) => {
    const entry = files[column]?.file.entry;
    return entry === undefined ? '' : shownPath(entry);
  });
  const when = isoUtc(instantFromEpochSeconds(later.startSeconds));
  return new UnexpectedPayloadError(
    `${other} contradicts ${one} about ${shownId(channel)} at ${when}: remove the wrong one of the two`,
  );
}
