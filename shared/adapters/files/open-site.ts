import { parseTimeZone } from '../../domain/time/time-zone.ts';
import { InvalidLocationError } from '../../errors.ts';
import type { LocationFolder } from './location-folder.ts';
import type { Site } from './site.ts';
import { registerOf, siteRegister } from './site-registers.ts';

/** A location of which nothing is said has one meter, at the grid. */
const ONLY_METER = { id: 'grid', label: 'Grid', role: 'main', side: undefined } as const;

/**
 * What is known of a location before its data files are read.
 * @throws InvalidLocationError
 */
export async function openSite(folder: LocationFolder, id: string): Promise<Site> {
  const { description } = folder;
  if (description.timeZone === undefined) {
    throw new InvalidLocationError(`${folder.descriptionEntry.path}: timeZone: is missing`);
  }
  return {
    label: description.label ?? id,
    timeZone: parseTimeZone(description.timeZone),
    city: description.city ?? null,
    state: description.state ?? null,
    country: description.country ?? null,
    registers: description.registers?.map(registerOf) ?? [siteRegister(ONLY_METER)],
    otherChannel: undefined,
  };
}
