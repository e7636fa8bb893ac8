import { InvalidLocationError } from '../../../errors.ts';
import { BadFileError } from '../file-fault.ts';
import type { FileTree } from '../file-tree.ts';
import { type DataFile, shownPath } from '../location-folder.ts';
import { readJsonFile } from '../read-whole.ts';
import { linkedPath, parseArchiveDocument } from './archive-document.ts';
import type { WireDevice, WireProfile } from './wire.ts';

/** What an archive says of its location: the profile with the registers, and the device that knows the zone. */
export interface ArchiveTopology {
  readonly profile: WireProfile;
  /** Undefined where no saved document has it. */
  readonly device: WireDevice | undefined;
}

/** Profiles and devices have a few kilobytes; what is larger is data. */
const LARGEST_TOPOLOGY_BYTES = 1_048_576;

/**
 * Looks for the profile and its device; undefined where the files have no profile.
 *
 * @param wanted the profile's id, where `location.json` says it
 * @throws InvalidLocationError when nobody can say which profile is meant, or a document is broken
 */
export async function readTopology(
  tree: FileTree,
  files: readonly DataFile[],
  folder: string,
  wanted: string | undefined,
): Promise<ArchiveTopology | undefined> {
  const profiles = new Map<string, WireProfile>();
  const devices: WireDevice[] = [];
  for (const { entry, format } of files) {
    if (format !== 'json' || entry.sizeBytes > LARGEST_TOPOLOGY_BYTES) continue;
    try {
      const document = parseArchiveDocument(await readJsonFile(tree.read(entry)));
      if (document.kind === 'devices') devices.push(...document.devices);
      if (document.kind === 'profiles') for (const each of document.profiles) profiles.set(String(each.id), each);
    } catch (error) {
      throw error instanceof BadFileError ? new InvalidLocationError(`${shownPath(entry)}: ${error.message}`) : error;
    }
  }
  const profile = chosen(profiles, folder, wanted);
  if (profile === undefined) return undefined;
  // The zone lies on the device, the registers on the profile.
  const devicePath = linkedPath(profile._links.device);
  return { profile, device: devices.find((device) => linkedPath(device._links.self) === devicePath) };
}

function chosen(
  profiles: ReadonlyMap<string, WireProfile>,
  folder: string,
  wanted: string | undefined,
): WireProfile | undefined {
  if (wanted === undefined && profiles.size <= 1) return profiles.values().next().value;
  const found = wanted === undefined ? undefined : profiles.get(wanted);
  if (found !== undefined) return found;
  const ids = [...profiles.keys()].filter((id) => /^[A-Za-z0-9_-]{1,40}$/.test(id)).join(', ');
  throw new InvalidLocationError(
    `${folder}/location.json: profile: must be the id of one of the archive's profiles (${ids || 'none was saved'})`,
  );
}

/** Where the data of a profile lies below. */
export const profilePath = (profile: WireProfile): string | undefined => linkedPath(profile._links.self);
