import { type LocationRef, locationPath } from '../../domain/location.ts';
import type { Period, ReportKind } from '../../domain/time/period.ts';
import { type Anchors, anchorsOf, readAnchors, setAnchor, setAnchorsTogether } from '../anchors.ts';
import { locationId } from '../keys.ts';
import type { LedgerParts } from '../ledger.ts';

/** The first periods of locations that planners know nothing else of. */
export interface AnchorBook {
  /** By the location's path, in their order; a location that was never seen is not in it. */
  read(refs: readonly LocationRef[]): Promise<Map<string, readonly Period[]>>;
  set(anchors: readonly { readonly ref: LocationRef; readonly anchor: Period }[]): Promise<void>;
  /** How many requests reading has taken. */
  requests(): number;
}

/** More than so many that begin with the same period are written down together. */
const ALONE_AT_MOST = 64;

/** @param locations how many the fleets have in all */
export function createAnchorBook(parts: LedgerParts, kind: ReportKind, locations: number): AnchorBook {
  const pages = Math.ceil(locations / 1_000);
  let all: Promise<Anchors> | undefined;
  let requests = 0;
  return {
    requests: () => requests,
    async read(refs) {
      const found = new Map<string, readonly Period[]>();
      if (refs.length === 0) return found;
      const ids = refs.map(locationId);
      if (all === undefined && refs.length >= pages) {
        requests += Math.max(1, pages);
        all = readAnchors(parts, kind, locations);
      } else if (all === undefined) requests += refs.length + 1;
      const known = await (all ?? anchorsOf(parts, kind, ids));
      for (const [index, ref] of refs.entries()) {
        const anchors = known.get(ids[index] ?? '');
        if (anchors !== undefined) found.set(locationPath(ref), anchors);
      }
      return found;
    },
    async set(anchors) {
      for (const together of Map.groupBy(anchors, ({ anchor }) => anchor.key).values()) {
        const [first] = together;
        if (first === undefined) continue;
        if (together.length > ALONE_AT_MOST) {
          await setAnchorsTogether(
            parts,
            together.map(({ ref }) => ref),
            first.anchor,
          );
        } else {
          for (const { ref, anchor } of together) await setAnchor(parts, ref, anchor);
        }
      }
    },
  };
}
