import { gunzipSync, gzipSync } from 'node:zlib';
import type { TimeZone } from '../../domain/time/time-zone.ts';
import { sha256Hex } from '../keys.ts';

/** What planning needs of a location, and nothing that tells who lives there. */
export interface SheetRow {
  readonly id: string;
  readonly zone: TimeZone;
  /** Which of the configuration's rules match it, by their places. */
  readonly rules: RuleSet;
}

export type RuleSet = readonly number[];

/** Locations of one fleet that are planned together; `name` stays while the fleet changes a little. */
export interface Sheet {
  readonly name: string;
  readonly source: string;
  readonly fleet: string;
  /** In the order of their zones and ids: what is due is due by zone, and so is known of rows that stand together. */
  readonly rows: readonly SheetRow[];
}

export interface FleetRows {
  readonly source: string;
  readonly fleet: string;
  readonly rows: readonly SheetRow[];
}

/** A zone with fewer locations shares its sheets with others. */
const OWN_SHEET_ROWS = 1_000;

/** So many rows are read, planned and forgotten together: what a planner holds at a time. */
const MOST_ROWS = 20_000;

/**
 * Cuts a fleet into sheets: by zone, since what a tick finds due is due by zone, and large zones by the locations' ids, so
 * that one location more changes one sheet.
 */
export function cutIntoSheets({ source, fleet, rows }: FleetRows): Sheet[] {
  const sizes = new Map<TimeZone, number>();
  for (const { zone } of rows) sizes.set(zone, (sizes.get(zone) ?? 0) + 1);
  const isLarge = (zone: TimeZone) => (sizes.get(zone) ?? 0) >= OWN_SHEET_ROWS;
  const byZone = Map.groupBy(rows, ({ zone }) => (isLarge(zone) ? zone : 'other zones'));
  const sheets: Sheet[] = [];
  for (const [zone, ofZone] of byZone) {
    const parts = 2 ** Math.max(0, Math.ceil(Math.log2(ofZone.length / MOST_ROWS)));
    for (const [part, own] of Map.groupBy(ofZone, ({ id }) => spread(id) % parts)) {
      own.sort(byZoneAndId);
      sheets.push({ name: `${source}/${fleet} ${zone} ${part + 1} of ${parts}`, source, fleet, rows: own });
    }
  }
  return sheets;
}

function byZoneAndId(a: SheetRow, b: SheetRow): number {
  if (a.zone !== b.zone) return a.zone < b.zone ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** FNV-1a: ids that follow a pattern are spread evenly all the same. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export interface EncodedSheet {
  /** Of the content, whatever the compression makes of it. */
  readonly sha256: string;
  readonly text: string;
  readonly zones: readonly TimeZone[];
  /** Of each zone, its first row: the others follow it. */
  readonly zoneStarts: readonly number[];
  readonly ruleSets: readonly RuleSet[];
}

export function encodeSheet({ source, fleet, rows }: Sheet): EncodedSheet {
  const zones = new Map<TimeZone, number>();
  const ruleSets = new Map<string, number>();
  const numberIn = <K>(known: Map<K, number>, key: K) => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const zoneStarts: number[] = [];
  const zoneOf = rows.map(({ zone }, row) => {
    const number = numberIn(zones, zone);
    zoneStarts[number] ??= row;
    return number;
  });
  const text = JSON.stringify({
    source,
    fleet,
    ids: rows.map(({ id }) => id),
    zoneOf,
    rulesOf: rows.map(({ rules }) => numberIn(ruleSets, rules.join(','))),
    zones: [...zones.keys()],
    ruleSets: [...ruleSets.keys()].map(ruleSetOf),
  });
  return {
    sha256: sha256Hex(text),
    text,
    zones: [...zones.keys()],
    zoneStarts,
    ruleSets: [...ruleSets.keys()].map(ruleSetOf),
  };
}

const ruleSetOf = (text: string): RuleSet => (text === '' ? [] : text.split(',').map(Number));

interface SheetText {
  readonly ids: readonly string[];
  readonly zoneOf: readonly number[];
  readonly rulesOf: readonly number[];
  readonly zones: readonly TimeZone[];
  readonly ruleSets: readonly RuleSet[];
}

export const packSheet = (text: string): Uint8Array => gzipSync(text, { level: 1 });

/** Undefined for an object that is not what its name says: what is lost with it is known from the ledger, too. */
export function unpackSheet(bytes: Uint8Array, sha256: string): SheetRow[] | undefined {
  const text = textOf(bytes);
  return text === undefined || sha256Hex(text) !== sha256 ? undefined : rowsOfText(text);
}

/** @param text as `encodeSheet` gives it */
export function rowsOfText(text: string): SheetRow[] {
  const { ids, zoneOf, rulesOf, zones, ruleSets } = JSON.parse(text) as SheetText;
  return ids.map((id, row) => ({
    id,
    zone: zones[zoneOf[row] ?? 0] as TimeZone,
    rules: ruleSets[rulesOf[row] ?? 0] ?? [],
  }));
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return undefined;
  }
}
