import type { LocationRef } from '../domain/location.ts';
import { type Period, parsePeriod, periodKeyForPath, type ReportKind } from '../domain/time/period.ts';
import { createOnce } from './create-once.ts';
import { anchorsPrefix, locationId } from './keys.ts';
import { encodeEntry, type LedgerParts } from './ledger.ts';

/** The first period that each location was due for, by the location's id in keys; kept for good, so that no outage is too long. */
export type Anchors = ReadonlyMap<string, Period>;

/** Lists the anchors of a kind; of two that were set at once, the earlier counts. */
export async function readAnchors(parts: Pick<LedgerParts, 'ledger'>, kind: ReportKind): Promise<Map<string, Period>> {
  const prefix = anchorsPrefix(kind);
  const anchors = new Map<string, Period>();
  for await (const key of parts.ledger.list(prefix)) {
    const [id, path] = key.slice(prefix.length).split('/');
    if (id === undefined || path === undefined) continue;
    const period = parsePeriod(path.replace('_', '/'));
    const known = anchors.get(id);
    if (known === undefined || period.first < known.first) anchors.set(id, period);
  }
  return anchors;
}

export async function setAnchor(parts: LedgerParts, ref: LocationRef, period: Period): Promise<void> {
  const key = `${anchorsPrefix(period.kind)}${locationId(ref)}/${periodKeyForPath(period)}`;
  await createOnce(parts.ledger, key, encodeEntry({ owner: parts.newOwner() }), 'application/json', parts.pauses);
}
