import { gunzipSync, gzipSync } from 'node:zlib';
import type { DayFacts } from '../domain/energy/day-facts.ts';
import { StoreError } from '../errors.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { sha256Hex } from './keys.ts';
import type { ObjectStore } from './ports.ts';

/** Where the facts of one month of one location are. */
export interface FactsPlace {
  readonly store: ObjectStore;
  readonly prefix: string;
  readonly pauses: Pauses;
}

/**
 * A pack is called after the number of objects that it was made of: it holds all days that they tell of. Objects are only
 * ever added, so that no two states of a month have the same number, and a pack that bears the present one holds the
 * present facts; an older one is right about the days that have no object of their own.
 */
export const packKey = (prefix: string, name: string) => `${prefix}packs/${name}.json.gz`;

/** The dates of a batch stand in its key, so that a listing tells which days it holds. */
const BATCH = /^batches\/(\d{4}-\d\d)-(\d\d(?:\.\d\d)*)\/[0-9a-f]{16}\.json\.gz$/;

/** Undefined for what is no batch. */
export function datesOfBatch(rest: string): readonly string[] | undefined {
  const [, month, days] = BATCH.exec(rest) ?? [];
  return days?.split('.').map((day) => `${month}-${day}`);
}

/** Keeps days of one month in one object. */
export async function keepBatch({ store, prefix, pauses }: FactsPlace, days: readonly DayFacts[]): Promise<void> {
  const inOrder = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const text = JSON.stringify(inOrder);
  const month = inOrder[0]?.date.slice(0, 7) ?? '';
  const dates = inOrder.map(({ date }) => date.slice(8)).join('.');
  const key = `${prefix}batches/${month}-${dates}/${sha256Hex(text).slice(0, 16)}.json.gz`;
  await createOnce(store, key, gzipSync(text, { level: 1 }), 'application/gzip', pauses);
}

/** Undefined for one that cannot be read: the days themselves are still there. */
export async function readPack(store: ObjectStore, key: string): Promise<DayFacts[] | undefined> {
  const object = await store.get(key);
  if (object === undefined) return undefined;
  try {
    const days = JSON.parse(gunzipSync(object.bytes).toString('utf8')) as DayFacts[];
    return days.every(({ schema }) => schema === 1) ? days : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing depends on a pack, so that a store that does not take it keeps nobody from a report. */
export async function keepPack({ store, prefix, pauses }: FactsPlace, name: string, days: readonly DayFacts[]) {
  const bytes = gzipSync(JSON.stringify(days), { level: 1 });
  try {
    await createOnce(store, packKey(prefix, name), bytes, 'application/gzip', pauses);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
