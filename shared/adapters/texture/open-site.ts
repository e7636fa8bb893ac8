import type { LocationReader, SourceContact } from '../../application/ports.ts';
import { type LocationRef, locationPath } from '../../domain/location.ts';
import { InvalidLocationError, SourceAccessError, UnexpectedPayloadError, UnknownLocationError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import { isUsableId } from '../http/path-id.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import { contactsAmong, contactsOf } from './contacts.ts';
import { declaredEquipment } from './equipment.ts';
import { matchableFields, toLocation, zoneMissing } from './from-wire.ts';
import { createSiteReader } from './site-reader.ts';
import { type WireSite, wireSite } from './wire.ts';
import { checkFleet, type Workspace } from './workspace.ts';

/** @throws UnknownLocationError, InvalidLocationError, SourceAccessError, SourceUnavailableError, UnexpectedPayloadError */
export async function openSite(workspace: Workspace, ref: LocationRef, budget: TimeBudget): Promise<LocationReader> {
  checkFleet(workspace, ref.fleet);
  const { api, settings, source } = workspace;
  const site = await readSite(workspace, ref, budget);
  const siteSettings = settings.sites.get(site.id);
  if (siteSettings === undefined) {
    throw new InvalidLocationError(`Location ${locationPath(ref)} cannot have a report. ${zoneMissing(source, site)}`);
  }
  const contacts = contactsOf(site) ?? (await contactsByList(workspace, site.id, budget));
  const about = {
    location: toLocation(ref, site, siteSettings),
    fields: matchableFields(site, siteSettings),
    ...(contacts === undefined ? {} : { contacts }),
  };
  const context = { api, ref, budget, arrayStyle: settings.arrayStyle };
  return createSiteReader(context, about, declaredEquipment(site.devices));
}

async function readSite({ api }: Workspace, ref: LocationRef, budget: TimeBudget): Promise<WireSite> {
  if (!isUsableId(ref.id)) throw unknownLocation(ref);
  const url = api.url(['sites', ref.id]);
  const site = await api.get({ url, schema: wireSite, budget, siteId: ref.id });
  if (site === undefined) throw unknownLocation(ref);
  if (site.id !== ref.id) {
    throw new UnexpectedPayloadError(`${endpointName('GET', url)} answered about another site`);
  }
  return site;
}

/** Undefined where the key may not see customers, or they make no sense; when they cannot be read now, a later run can. */
async function contactsByList(
  { customers }: Workspace,
  siteId: string,
  budget: TimeBudget,
): Promise<readonly SourceContact[] | undefined> {
  try {
    return contactsAmong(await customers(budget), siteId);
  } catch (error) {
    if (error instanceof SourceAccessError || error instanceof UnexpectedPayloadError) return undefined;
    throw error;
  }
}

function unknownLocation(ref: LocationRef): UnknownLocationError {
  return new UnknownLocationError(
    `Source ${ref.source} knows no location ${locationPath(ref)}: check its id, and whether it was removed from the workspace`,
  );
}
