import { parseLocationPath } from '../domain/location.ts';
import { type Period, parsePeriod } from '../domain/time/period.ts';
import { type Anchors, readAnchors } from './anchors.ts';
import { locationId } from './keys.ts';
import type { LedgerParts } from './ledger.ts';

/** Tells whether ticks have a report to make and to mail: they begin with the first period that its location was due for. */
export type IsScheduled = (location: string, period: string) => Promise<boolean>;

/** Lists the anchors of each kind once, when they are first asked for. */
export function createIsScheduled(parts: Pick<LedgerParts, 'ledger'>): IsScheduled {
  const anchors = new Map<Period['kind'], Promise<Anchors>>();
  return async (location, periodText) => {
    const ref = parseLocationPath(location);
    if (ref === undefined) return false;
    const period = parsePeriod(periodText);
    const known = anchors.get(period.kind) ?? readAnchors(parts, period.kind);
    anchors.set(period.kind, known);
    const [anchor] = (await known).get(locationId(ref)) ?? [];
    return anchor !== undefined && anchor.first <= period.first;
  };
}
