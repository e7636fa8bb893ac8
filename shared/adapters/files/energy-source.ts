import type { EnergySource, ListedLocation, LocationList, LocationReader } from '../../application/ports.ts';
import { type Location, type LocationRef, locationPath } from '../../domain/location.ts';
import { MeterpostError, SourceAccessError, UnknownLocationError } from '../../errors.ts';
import { createAtMost } from '../aws/at-most.ts';
import { type FileTree, isHidden } from './file-tree.ts';
import { type LocationFolder, openLocationFolder } from './location-folder.ts';
import { createLocationReader } from './location-reader.ts';
import { openSite } from './open-site.ts';
import { createReadingsCache } from './readings-cache.ts';
import type { FilesPlace, FilesSettings } from './settings.ts';
import type { Site } from './site.ts';

export interface FilesOptions {
  /** The source's name in the configuration. */
  readonly name: string;
  readonly settings: FilesSettings;
  readonly openTree: (place: FilesPlace) => FileTree;
}

/** Ids are folder names, and stand in paths and messages. */
const USABLE_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** Of a list: a bucket answers many at once. */
const FOLDERS_AT_ONCE = 16;

/** Folders of interval data: a fleet is a folder, and each of its locations a folder with a `location.json` in it. */
export function createFilesSource({ name, settings, openTree }: FilesOptions): EnergySource {
  const tree = openTree(settings.place);
  const parts = { tree, cache: createReadingsCache() };
  return {
    listLocations: (fleet) => listLocations(name, tree, fleet),
    async openLocation(ref) {
      const opened = isUsable(ref.fleet) && isUsable(ref.id) ? await openOne(tree, ref) : undefined;
      if (opened === undefined) throw new UnknownLocationError(unknown(ref));
      return createLocationReader(parts, aboutOf(ref, opened.site), opened.folder, opened.site);
    },
  };
}

const isUsable = (folder: string) => USABLE_NAME.test(folder);

const unknown = (ref: LocationRef) =>
  `${locationPath(ref)}: there is no folder ${isUsable(ref.id) ? ref.id : 'of that name'} in the fleet's folder; the id of a location is the name of its folder`;

async function listLocations(name: string, tree: FileTree, fleet: string): Promise<LocationList> {
  const listing = isUsable(fleet) ? await tree.list(fleet) : undefined;
  if (listing === undefined) {
    throw new SourceAccessError(
      `Source ${name} has no folder for the fleet ${isUsable(fleet) ? fleet : 'of that name'}: make it below sources.${name}.location, or correct sources.${name}.fleets`,
    );
  }
  const atMost = createAtMost(FOLDERS_AT_ONCE);
  const ids = listing.folders.filter((folder) => !isHidden(folder));
  const listed = ids.map((id) => atMost(() => listOne(tree, { source: name, fleet, id })));
  return { locations: await Promise.all(listed), incompleteBecause: undefined };
}

/** A location that cannot be used says why; only trouble with the whole tree is trouble of the list. */
async function listOne(tree: FileTree, ref: LocationRef): Promise<ListedLocation> {
  const listedWith = (problem: string) => ({ ref, fields: { id: ref.id }, location: { problem } });
  if (!isUsable(ref.id)) {
    return listedWith('The name of its folder cannot be an id: letters, digits, . _ and -, at most 100');
  }
  try {
    const opened = await openOne(tree, ref);
    if (opened === undefined) return listedWith('Its folder is gone');
    return { ref, ...aboutOf(ref, opened.site) };
  } catch (error) {
    if (error instanceof MeterpostError && !error.retryable) return listedWith(error.message);
    throw error;
  }
}

async function openOne(
  tree: FileTree,
  ref: LocationRef,
): Promise<{ readonly folder: LocationFolder; readonly site: Site } | undefined> {
  const folder = await openLocationFolder(tree, `${ref.fleet}/${ref.id}`);
  return folder === undefined ? undefined : { folder, site: await openSite(tree, folder, ref.id) };
}

function aboutOf(ref: LocationRef, site: Site): Pick<LocationReader, 'location' | 'fields'> {
  const { label, timeZone, city, state, country } = site;
  const location: Location = { ...ref, label, timeZone, city, state, country };
  const fields = Object.entries({ id: ref.id, label, city, state, country, timezone: timeZone });
  return {
    location,
    fields: Object.fromEntries(fields.filter((field): field is [string, string] => field[1] !== null)),
  };
}
