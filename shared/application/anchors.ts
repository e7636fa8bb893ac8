import type { LocationRef } from '../domain/location.ts';
import { type Period, parsePeriod, periodKeyForPath, type ReportKind } from '../domain/time/period.ts';
import { createOnce } from './create-once.ts';
import { anchorsPrefix, locationId } from './keys.ts';
import { decodeEntry, encodeEntry, type LedgerParts } from './ledger.ts';
import { listBelow } from './planning/list-below.ts';

/**
 * The first period that each location was due for, by the location's id in keys; kept for good, so that no outage is too long.
 * Of cycles, all that were set: another day to begin on sets another.
 */
export type Anchors = ReadonlyMap<string, readonly Period[]>;

type Reading = Pick<LedgerParts, 'ledger'>;

/** Where many locations that begin with the same period are written down in one object; no location's id is that short. */
const TOGETHER = 'together/';

/**
 * Reads the anchors of a kind; of two that were set at once, the earlier counts, unless they are cycles.
 *
 * @param expected about how many there may be; many are listed in several parts at once
 */
export async function readAnchors(
  parts: Reading,
  kind: ReportKind,
  expected = 0,
): Promise<Map<string, readonly Period[]>> {
  const anchors = new Map<string, readonly Period[]>();
  const setTogether: string[] = [];
  const noteRequest = () => {};
  const anchorOf = createAnchorReader();
  await listBelow(parts.ledger, anchorsPrefix(kind), expected, noteRequest, (rest) => {
    const [id, path] = rest.split('/');
    if (rest.startsWith(TOGETHER)) setTogether.push(rest);
    else if (id !== undefined && path !== undefined) keep(anchors, id, anchorOf(path));
  });
  for (const rest of setTogether) await readSetTogether(parts, anchorsPrefix(kind) + rest, anchors, () => true);
  return anchors;
}

/** The same for some locations alone, by their ids in keys. */
export async function anchorsOf(
  parts: Reading,
  kind: ReportKind,
  ids: readonly string[],
): Promise<Map<string, readonly Period[]>> {
  const wanted = new Set(ids);
  const anchors = new Map<string, readonly Period[]>();
  for await (const key of parts.ledger.list(anchorsPrefix(kind) + TOGETHER)) {
    await readSetTogether(parts, key, anchors, (id) => wanted.has(id));
  }
  const anchorOf = createAnchorReader();
  const readOne = async (id: string) => {
    const prefix = `${anchorsPrefix(kind)}${id}/`;
    for await (const key of parts.ledger.list(prefix)) keep(anchors, id, anchorOf(key.slice(prefix.length)));
  };
  await Promise.all(ids.map(readOne));
  return anchors;
}

export async function setAnchor(parts: LedgerParts, ref: LocationRef, period: Period): Promise<void> {
  const key = `${anchorsPrefix(period.kind)}${locationId(ref)}/${periodKeyForPath(period)}`;
  await createOnce(parts.ledger, key, encodeEntry({ owner: parts.newOwner() }), 'application/json', parts.pauses);
}

/** Sets the same anchor for many locations at once, in one object. */
export async function setAnchorsTogether(
  parts: LedgerParts,
  refs: readonly LocationRef[],
  period: Period,
): Promise<void> {
  const owner = parts.newOwner();
  const key = `${anchorsPrefix(period.kind)}${TOGETHER}${periodKeyForPath(period)}/${owner}`;
  const body = encodeEntry({ owner, locations: refs.map(locationId) });
  await createOnce(parts.ledger, key, body, 'application/json', parts.pauses);
}

/** @param key ends in the period's path and the writer */
async function readSetTogether(
  parts: Reading,
  key: string,
  anchors: Map<string, readonly Period[]>,
  isWanted: (id: string) => boolean,
): Promise<void> {
  const object = await parts.ledger.get(key);
  if (object === undefined) return;
  const anchor = createAnchorReader()(key.split('/').at(-2) ?? '');
  for (const id of decodeEntry(object.bytes)['locations'] as string[]) {
    if (isWanted(id)) keep(anchors, id, anchor);
  }
}

function keep(anchors: Map<string, readonly Period[]>, id: string, anchor: readonly [Period]): void {
  const known = anchors.get(id);
  const [{ kind, first }] = anchor;
  if (known === undefined) anchors.set(id, anchor);
  else if (kind === 'cycle') anchors.set(id, [...known, ...anchor].sort(byFirst));
  else if (known[0] === undefined || first < known[0].first) anchors.set(id, anchor);
}

const byFirst = (a: Period, b: Period) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);

/** Reads a period from its path once, however many locations begin with it: they all have the same list of one. */
function createAnchorReader(): (path: string) => readonly [Period] {
  const known = new Map<string, readonly [Period]>();
  return (path) => {
    const anchor = known.get(path) ?? ([parsePeriod(path.replace('_', '/'))] as const);
    known.set(path, anchor);
    return anchor;
  };
}
