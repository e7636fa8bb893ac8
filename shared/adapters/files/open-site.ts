import { InvalidTimeZoneError, parseTimeZone, type TimeZone } from '../../domain/time/time-zone.ts';
import { InvalidLocationError } from '../../errors.ts';
import type { FileTree } from './file-tree.ts';
import { archiveRegisters } from './hal-archive/archive-registers.ts';
import { type ArchiveTopology, profilePath, readTopology } from './hal-archive/archive-topology.ts';
import { OTHER_CHANNEL } from './hal-archive/data-rows.ts';
import type { LocationFile } from './location-file.ts';
import type { LocationFolder } from './location-folder.ts';
import type { Site } from './site.ts';
import { registerOf, siteRegister } from './site-registers.ts';

/** A location of which nothing is said has one meter, at the grid. */
const ONLY_METER = { id: 'grid', label: 'Grid', role: 'main', side: undefined } as const;

/**
 * What is known of a location before its data files are read: what `location.json` says, and for the rest the documents of
 * an archive, where there is one.
 * @throws InvalidLocationError
 */
export async function openSite(tree: FileTree, folder: LocationFolder, id: string): Promise<Site> {
  const { description, files } = folder;
  const archive = await readTopology(tree, files, folder.path, description.profile);
  return {
    label: description.label ?? archive?.profile.display_name ?? id,
    timeZone: timeZoneOf(folder, archive),
    city: description.city ?? null,
    state: description.state ?? null,
    country: description.country ?? null,
    registers: registersOf(description, archive),
    otherChannel: files.some(({ format }) => format === 'json') ? OTHER_CHANNEL : undefined,
    profilePath: archive === undefined ? undefined : profilePath(archive.profile),
  };
}

function registersOf(description: LocationFile, archive: ArchiveTopology | undefined) {
  if (archive !== undefined) return archiveRegisters(archive.profile, description);
  return description.registers?.map(registerOf) ?? [siteRegister(ONLY_METER)];
}

function timeZoneOf({ path, description }: LocationFolder, archive: ArchiveTopology | undefined): TimeZone {
  const said = description.timeZone === undefined ? undefined : parseTimeZone(description.timeZone);
  const ofDevice = archive?.device === undefined ? undefined : deviceZone(path, archive.device.timezone);
  const zone = said ?? ofDevice;
  const fault = (reason: string) => new InvalidLocationError(`${path}/location.json: timeZone: ${reason}`);
  if (zone === undefined) throw fault('is missing; write an IANA name such as America/Chicago');
  if (said !== undefined && ofDevice !== undefined && canonical(said) !== canonical(ofDevice)) {
    throw fault(`is not ${ofDevice}, as the archive's device has it: correct it, or leave it out`);
  }
  return zone;
}

function deviceZone(path: string, name: string): TimeZone {
  try {
    return parseTimeZone(name);
  } catch (error) {
    if (!(error instanceof InvalidTimeZoneError)) throw error;
    throw new InvalidLocationError(`${path}: the archive's device has no usable time zone: ${error.message}`);
  }
}

/** Several names may mean one zone. */
const canonical = (zone: TimeZone) => new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
