import type { LocationRef } from '../domain/location.ts';
import { type Period, periodKeyForPath } from '../domain/time/period.ts';
import { finishedPrefix, recheckedPrefix, reportId } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { readRechecks } from './rechecks.ts';

/** What the ledger lists of whole periods; each listing is made once in a tick, and only when somebody asks about the period. */
export interface PeriodListings {
  isFinished(ref: LocationRef, period: Period): Promise<boolean>;
  /** The latest recheck of a finished report, in days after the period's end; 0 before the first. */
  lastRecheck(ref: LocationRef, period: Period): Promise<number>;
}

export function createPeriodListings(parts: Pick<LedgerParts, 'ledger'>): PeriodListings {
  const finished = once(async (prefix) => {
    const ids = new Set<string>();
    for await (const key of parts.ledger.list(prefix)) ids.add(key.slice(prefix.length));
    return ids;
  });
  const rechecked = once((prefix) => readRechecks(parts, prefix));
  return {
    async isFinished(ref, period) {
      const ids = await finished(finishedPrefix(period.kind, periodKeyForPath(period)));
      return ids.has(reportId(ref, period));
    },
    async lastRecheck(ref, period) {
      const days = await rechecked(recheckedPrefix(period.kind, periodKeyForPath(period)));
      return days.get(reportId(ref, period)) ?? 0;
    },
  };
}

function once<Listing>(read: (prefix: string) => Promise<Listing>): (prefix: string) => Promise<Listing> {
  const listings = new Map<string, Promise<Listing>>();
  return (prefix) => {
    const known = listings.get(prefix) ?? read(prefix);
    listings.set(prefix, known);
    return known;
  };
}
