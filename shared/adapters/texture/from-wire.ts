import type { Location, LocationRef } from '../../domain/location.ts';
import type { SiteSettings } from './settings.ts';
import type { WireSite } from './wire.ts';
import { proposedZone } from './zone-proposal.ts';

/** A site as a location; its time zone is the operator's word, as the API has none. */
export function toLocation(ref: LocationRef, site: WireSite, settings: SiteSettings): Location {
  const { city = null, state = null } = site.location ?? {};
  const country = countryOf(site, settings);
  return { ...ref, label: labelOf(site, settings), timeZone: settings.timeZone, city, state, country };
}

/** What a rule of the configuration may match on. The names are ours: no key of an answer becomes one here. */
export function matchableFields(site: WireSite, settings: SiteSettings | undefined): Readonly<Record<string, string>> {
  const { city, state, postalCode } = site.location ?? {};
  const fields = {
    id: site.id,
    label: labelOf(site, settings),
    referenceId: site.referenceId,
    country: countryOf(site, settings),
    state,
    city,
    postcode: postalCode,
    utility: site.utility?.name,
    timezone: settings?.timeZone,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** Why no report can be made about a site whose zone nobody has confirmed, with the setting to add. */
export function zoneMissing(source: string, site: WireSite): string {
  const { country = null, state = null, longitude = null } = site.location ?? {};
  const zone = proposedZone({ country, state, longitude: longitude ?? null });
  const setting = `"${site.id}": { "timeZone": "${zone ?? '…'}" }`;
  const hint = zone === undefined ? '' : ' if that is the zone of its place';
  return `The API tells no time zone of it: add ${setting} to sources.${source}.sites${hint}`;
}

function labelOf(site: WireSite, settings: SiteSettings | undefined): string {
  const named = settings?.label ?? site.name;
  return named === null || named.trim() === '' ? site.id : named;
}

const countryOf = (site: WireSite, settings: SiteSettings | undefined) =>
  settings?.country ?? site.location?.country ?? null;
