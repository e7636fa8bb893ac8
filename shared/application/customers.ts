import type { LocationRef } from '../domain/location.ts';
import { hashOf, recipientHash } from './keys.ts';
import { plainAddress, readAddress } from './mail-address.ts';
import type { SourceContact } from './ports.ts';

/** A customer of a location who can be written to. */
export interface Customer {
  readonly address: string;
  /** Of the address. */
  readonly hash: string;
  /** Who it is, whatever the address: a mail that went to the old one is not sent again to the new one. */
  readonly customer: string;
}

/** Customers who get nothing, counted by the reason. */
export interface UnreachableCustomers {
  readonly withoutAddress: number;
  readonly invalidAddress: number;
}

export interface Customers extends UnreachableCustomers {
  /** Each customer and each address once, in the order of the customers' ids. */
  readonly reachable: readonly Customer[];
}

/** The customers of a location, from what its source says of them; their addresses are as untrusted as any text of it. */
export function customersOf(ref: LocationRef, contacts: readonly SourceContact[]): Customers {
  const byHash = new Map<string, Customer>();
  const seen = new Set<string>();
  let [withoutAddress, invalidAddress] = [0, 0];
  for (const { customerId, email } of [...contacts].sort(byCustomer)) {
    const text = email?.trim() ?? '';
    const read = readAddress(text);
    if (text === '') withoutAddress += 1;
    else if ('fault' in read) invalidAddress += 1;
    else {
      const address = plainAddress(read.address);
      const hash = recipientHash(address);
      const customer = hashOf(['customer', 'v1', ref.source, ref.fleet, customerId]);
      if (!byHash.has(hash) && !seen.has(customer)) byHash.set(hash, { address, hash, customer });
      seen.add(customer);
    }
  }
  return { reachable: [...byHash.values()], withoutAddress, invalidAddress };
}

/** The same order whatever the source's, and the same address first of a customer who is listed twice. */
function byCustomer(a: SourceContact, b: SourceContact): number {
  if (a.customerId !== b.customerId) return a.customerId < b.customerId ? -1 : 1;
  return (a.email ?? '') < (b.email ?? '') ? -1 : 1;
}
