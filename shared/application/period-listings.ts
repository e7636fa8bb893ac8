import { type Period, periodKeyForPath } from '../domain/time/period.ts';
import { finishedPrefix, recheckedPrefix } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { readRechecks } from './rechecks.ts';

/** What the ledger lists of all reports of one period. */
export interface PeriodListing {
  /** Ids of the reports that need nothing more. */
  readonly finished: ReadonlySet<string>;
  /** The latest recheck of each finished report that had one, in days after the period's end; listed when first asked for. */
  rechecks(): ReadonlyMap<string, number> | Promise<ReadonlyMap<string, number>>;
}

/** Gives each period's listing, which is made once in a tick, and only when somebody asks about the period. */
export type PeriodListings = (period: Period) => PeriodListing | Promise<PeriodListing>;

export function createPeriodListings(parts: Pick<LedgerParts, 'ledger'>): PeriodListings {
  const listings = new Map<string, PeriodListing>();
  return (period) => listings.get(period.key) ?? read(period);

  async function read(period: Period): Promise<PeriodListing> {
    const path = periodKeyForPath(period);
    const prefix = finishedPrefix(period.kind, path);
    const finished = new Set<string>();
    for await (const key of parts.ledger.list(prefix)) finished.add(key.slice(prefix.length));
    let rechecks: ReadonlyMap<string, number> | undefined;
    const listRechecks = async () => {
      rechecks = await readRechecks(parts, recheckedPrefix(period.kind, path));
      return rechecks;
    };
    const listing = { finished, rechecks: () => rechecks ?? listRechecks() };
    listings.set(period.key, listing);
    return listing;
  }
}
