import type { SourceContact } from '../../application/ports.ts';
import type { WireCustomer, WireSite } from './wire.ts';

/** The customers that the site itself names, each once; undefined where it names none, not even none. */
export function contactsOf(site: WireSite): readonly SourceContact[] | undefined {
  return site.connectedCustomers == null ? undefined : each(site.connectedCustomers);
}

/** Those customers of the workspace who are connected to the site; others are never of it. */
export function contactsAmong(customers: readonly WireCustomer[], siteId: string): readonly SourceContact[] {
  return each(customers.filter(({ connectedSiteIds }) => connectedSiteIds.includes(siteId)));
}

function each(
  customers: readonly { readonly id: string; readonly email?: string | null | undefined }[],
): SourceContact[] {
  const byId = new Map(
    customers.map(({ id, email }) => [id, { customerId: id, email: email?.trim() || null }] as const),
  );
  return [...byId.values()];
}
