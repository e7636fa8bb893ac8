import type { DayFacts } from '../domain/energy/day-facts.ts';
import { isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { datesOfBatch, type FactsPlace, isWhole, keepBatch, keepPack, packKey, readPack } from './facts-pack.ts';
import { factsPrefix } from './keys.ts';
import type { ObjectStore } from './ports.ts';

/** The archived facts of a location's days: only complete days, each version created once. */
export interface FactsArchive {
  /** The latest version of each of the dates that the archive has. */
  read(ref: LocationRef, dates: readonly LocalDate[]): Promise<Map<LocalDate, DayFacts>>;
  /** Keeps complete facts; facts like those that are there already are not written again. */
  keep(ref: LocationRef, facts: DayFacts): Promise<void>;
  /** Keeps the complete ones of days of which the archive had nothing, several in one object. */
  keepTogether(ref: LocationRef, days: readonly DayFacts[]): Promise<void>;
}

export function createFactsArchive(store: ObjectStore, pauses: Pauses): FactsArchive {
  return {
    async read(ref, dates) {
      const byMonth = Map.groupBy(new Set(dates), (date) => date.slice(0, 7));
      const readings = [...byMonth].map(async ([month, wanted]) => {
        const place = { store, prefix: factsPrefix(ref, month), pauses };
        return wanted.length > FEW_DAYS ? await readMonth(place, month, wanted) : await readFewDays(place, wanted);
      });
      return new Map((await Promise.all(readings)).flat().map((facts) => [facts.date, facts]));
    },
    keep,
    async keepTogether(ref, days) {
      const complete = days.filter(isComplete);
      for (const [month, own] of Map.groupBy(complete, ({ date }) => date.slice(0, 7))) {
        if (own.length > 1) await keepBatch({ store, prefix: factsPrefix(ref, month), pauses }, own);
        else for (const facts of own) await keep(ref, facts);
      }
    },
  };

  async function keep(ref: LocationRef, facts: DayFacts): Promise<void> {
    if (!isComplete(facts)) return;
    const prefix = factsPrefix(ref, facts.date.slice(0, 7));
    const bytes = Buffer.from(JSON.stringify(facts));
    for (let version = 1; ; version += 1) {
      const key = dayKey(prefix, facts.date, version);
      const created = await createOnce(store, key, bytes, 'application/json', pauses);
      if (created.mine || sameFacts(decode(created.bytes), facts)) return;
    }
  }
}

/** Asking for a day costs a bucket's owner a twelfth of what a list costs. */
const FEW_DAYS = 2;

async function readFewDays({ store, prefix }: FactsPlace, dates: readonly LocalDate[]): Promise<DayFacts[]> {
  const readLatest = async (date: LocalDate) => {
    let latest: DayFacts | undefined;
    for (let version = 1; ; version += 1) {
      const facts = await readFacts(store, dayKey(prefix, date, version));
      if (facts === 'missing') return latest ?? [];
      latest = facts ?? latest;
    }
  };
  return (await Promise.all(dates.map(readLatest))).flat();
}

/**
 * A day's own object holds its latest facts; days without one may be in a batch. Whoever reads a whole month this way packs it
 * for those who come later: to fold it again, or to set another beside it.
 */
async function readMonth(place: FactsPlace, month: string, wanted: readonly LocalDate[]): Promise<DayFacts[]> {
  const { store, prefix } = place;
  const { versions, batches, packs, objects } = await listMonth(store, prefix);
  const batched = new Set(batches.flatMap(({ dates }) => dates));
  const name = isWhole(new Set([...versions.keys(), ...batched]), month) ? String(objects) : undefined;
  const packed = name !== undefined && packs.has(name) ? await readPack(store, packKey(prefix, name)) : undefined;
  if (packed !== undefined) return packed.filter(({ date }) => wanted.includes(date));

  const alone = wanted.flatMap((date) => {
    const version = versions.get(date);
    return version === undefined ? [] : [readFacts(store, dayKey(prefix, date, version))];
  });
  const isMissing = (date: string) => !versions.has(date) && wanted.some((one) => one === date);
  const together = batches
    .filter(({ dates }) => dates.some(isMissing))
    .map(async ({ key }) => ((await readPack(store, key)) ?? []).filter(({ date }) => isMissing(date)));
  // Waited for at once: whatever fails while nobody waits for it would end the process.
  const [ownObjects, fromBatches] = await Promise.all([Promise.all(alone), Promise.all(together)]);
  const found = [...ownObjects, ...fromBatches.flat()];
  const days = new Map<LocalDate, DayFacts>();
  for (const facts of found) if (facts !== undefined && facts !== 'missing') days.set(facts.date, facts);
  if (name !== undefined && isWhole(new Set(days.keys()), month)) await keepPack(place, name, [...days.values()]);
  return [...days.values()];
}

async function listMonth(store: ObjectStore, prefix: string) {
  const versions = new Map<string, number>();
  const packs = new Set<string>();
  const batches: { readonly key: string; readonly dates: readonly string[] }[] = [];
  let objects = 0;
  for await (const key of store.list(prefix)) {
    const rest = key.slice(prefix.length);
    const [, date, version] = /^(\d{4}-\d\d-\d\d)\/f(\d+)\.json$/.exec(rest) ?? [];
    const pack = /^packs\/(\d+)\.json\.gz$/.exec(rest)?.[1];
    const dates = datesOfBatch(rest);
    if (pack !== undefined) packs.add(pack);
    else objects += 1;
    if (dates !== undefined) batches.push({ key, dates });
    if (date !== undefined) versions.set(date, Math.max(versions.get(date) ?? 0, Number(version)));
  }
  return { versions, batches, packs, objects };
}

const dayKey = (prefix: string, date: string, version: number) => `${prefix}${date}/f${version}.json`;

/** Undefined for facts of another time, which nobody here can read. */
async function readFacts(store: ObjectStore, key: string): Promise<DayFacts | undefined | 'missing'> {
  const object = await store.get(key);
  if (object === undefined) return 'missing';
  const facts = decode(object.bytes);
  return facts.schema === 1 ? facts : undefined;
}

const decode = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as DayFacts;

/** True when two readings of a day came to the same, whenever they were made. */
export function sameFacts(a: DayFacts, b: DayFacts): boolean {
  return JSON.stringify({ ...a, readAt: 0 }) === JSON.stringify({ ...b, readAt: 0 });
}
