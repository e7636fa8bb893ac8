import type { LocationRef } from '../domain/location.ts';
import { type Period, parsePeriod, periodKeyForPath, type ReportKind } from '../domain/time/period.ts';
import { createOnce } from './create-once.ts';
import { anchorsPrefix, locationId } from './keys.ts';
import { decodeEntry, encodeEntry, type LedgerParts } from './ledger.ts';
import { listBelow } from './planning/list-below.ts';

/** The first period that each location was due for, by the location's id in keys; kept for good, so that no outage is too long. */
export type Anchors = ReadonlyMap<string, Period>;

type Reading = Pick<LedgerParts, 'ledger'>;

/** Where many locations that begin with the same period are written down in one object; no location's id is that short. */
const TOGETHER = 'together/';

/**
 * Reads the anchors of a kind; of two that were set at once, the earlier counts.
 *
 * @param expected about how many there may be; many are listed in several parts at once
 */
export async function readAnchors(parts: Reading, kind: ReportKind, expected = 0): Promise<Map<string, Period>> {
  const anchors = new Map<string, Period>();
  const setTogether: string[] = [];
  const noteRequest = () => {};
  const periodOf = createPeriodReader();
  await listBelow(parts.ledger, anchorsPrefix(kind), expected, noteRequest, (rest) => {
    const [id, path] = rest.split('/');
    if (rest.startsWith(TOGETHER)) setTogether.push(rest);
    else if (id !== undefined && path !== undefined) keepEarliest(anchors, id, periodOf(path));
  });
  for (const rest of setTogether) await readSetTogether(parts, anchorsPrefix(kind) + rest, anchors, () => true);
  return anchors;
}

/** The same for some locations alone, by their ids in keys. */
export async function anchorsOf(
  parts: Reading,
  kind: ReportKind,
  ids: readonly string[],
): Promise<Map<string, Period>> {
  const wanted = new Set(ids);
  const anchors = new Map<string, Period>();
  for await (const key of parts.ledger.list(anchorsPrefix(kind) + TOGETHER)) {
    await readSetTogether(parts, key, anchors, (id) => wanted.has(id));
  }
  const periodOf = createPeriodReader();
  const readOne = async (id: string) => {
    const prefix = `${anchorsPrefix(kind)}${id}/`;
    for await (const key of parts.ledger.list(prefix)) keepEarliest(anchors, id, periodOf(key.slice(prefix.length)));
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
  anchors: Map<string, Period>,
  isWanted: (id: string) => boolean,
): Promise<void> {
  const object = await parts.ledger.get(key);
  if (object === undefined) return;
  const period = parsePeriod((key.split('/').at(-2) ?? '').replace('_', '/'));
  for (const id of decodeEntry(object.bytes)['locations'] as string[]) {
    if (isWanted(id)) keepEarliest(anchors, id, period);
  }
}

function keepEarliest(anchors: Map<string, Period>, id: string, period: Period): void {
  const known = anchors.get(id);
  if (known === undefined || period.first < known.first) anchors.set(id, period);
}

/** Reads a period from its path once, however many locations begin with it. */
function createPeriodReader(): (path: string) => Period {
  const known = new Map<string, Period>();
  return (path) => {
    const period = known.get(path) ?? parsePeriod(path.replace('_', '/'));
    known.set(path, period);
    return period;
  };
}
