import type { ListedLocation, LocationList, SourceContact } from '../../application/ports.ts';
import { MeterpostError, SourceAccessError } from '../../errors.ts';
import { isUsableId } from '../http/path-id.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import { contactsAmong, contactsOf } from './contacts.ts';
import { matchableFields, toLocation, zoneMissing } from './from-wire.ts';
import { readTextureList } from './texture-list.ts';
import { type WireCustomer, type WireSite, wireSite } from './wire.ts';
import { checkFleet, type Workspace } from './workspace.ts';

/** @throws SourceAccessError, SourceUnavailableError, UnexpectedPayloadError when not even the first page could be read */
export async function listSites(workspace: Workspace, fleet: string, budget: TimeBudget): Promise<LocationList> {
  checkFleet(workspace, fleet);
  const { api, source } = workspace;
  const list = await readTextureList<WireSite>(api, {
    segments: ['sites'],
    entry: wireSite,
    budget,
    missing: () =>
      new SourceAccessError(`Source ${source} has no list of sites (404): check sources.${source}.apiOrigin`),
  });
  const { customers, doubt } = await customersFor(list.items, workspace, budget);
  const contacts = (site: WireSite) => contactsOf(site) ?? (customers && contactsAmong(customers, site.id));
  return {
    locations: list.items.map((site) => toListedLocation(workspace, fleet, site, contacts(site))),
    incompleteBecause: list.brokenOff?.message ?? list.doubt ?? doubt,
  };
}

/** The workspace's customers, where a site does not name its own; without them the sites are listed all the same. */
async function customersFor(
  sites: readonly WireSite[],
  { customers }: Workspace,
  budget: TimeBudget,
): Promise<{ readonly customers?: readonly WireCustomer[]; readonly doubt?: string }> {
  if (sites.every((site) => contactsOf(site) !== undefined)) return {};
  try {
    return { customers: await customers(budget) };
  } catch (error) {
    if (!(error instanceof MeterpostError)) throw error;
    return { doubt: `its customers are not known: ${error.message}` };
  }
}

function toListedLocation(
  { source, settings }: Workspace,
  fleet: string,
  site: WireSite,
  contacts: readonly SourceContact[] | undefined,
): ListedLocation {
  const ref = { source, fleet, id: site.id };
  const siteSettings = settings.sites.get(site.id);
  const problem = isUsableId(site.id) ? zoneMissing(source, site) : 'Its id cannot be used in a path';
  const isUsable = siteSettings !== undefined && isUsableId(site.id);
  return {
    ref,
    fields: matchableFields(site, siteSettings),
    location: isUsable ? toLocation(ref, site, siteSettings) : { problem },
    ...(contacts === undefined ? {} : { contacts }),
  };
}
