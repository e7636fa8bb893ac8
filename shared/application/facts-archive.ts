import type { DayFacts } from '../domain/energy/day-facts.ts';
import { isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { factsPrefix } from './keys.ts';
import type { ObjectStore } from './ports.ts';

/** The archived facts of a location's days: only complete days, each version created once. */
export interface FactsArchive {
  /** The latest version of each of the dates that the archive has. */
  read(ref: LocationRef, dates: readonly LocalDate[]): Promise<Map<LocalDate, DayFacts>>;
  /** Keeps complete facts; facts like those that are there already are not written again. */
  keep(ref: LocationRef, facts: DayFacts): Promise<void>;
}

export function createFactsArchive(store: ObjectStore, pauses: Pauses): FactsArchive {
  return {
    async read(ref, dates) {
      const wanted = new Set<string>(dates);
      const found = new Map<LocalDate, DayFacts>();
      for (const month of new Set(dates.map((date) => date.slice(0, 7)))) {
        for (const key of await latestKeys(store, ref, month, wanted)) {
          const facts = await readFacts(store, key);
          if (facts !== undefined) found.set(facts.date, facts);
        }
      }
      return found;
    },
    async keep(ref, facts) {
      if (!isComplete(facts)) return;
      const prefix = factsPrefix(ref, facts.date.slice(0, 7));
      const bytes = Buffer.from(JSON.stringify(facts));
      for (let version = 1; ; version += 1) {
        const created = await createOnce(
          store,
          `${prefix}${facts.date}/f${version}.json`,
          bytes,
          'application/json',
          pauses,
        );
        if (created.mine || sameFacts(decode(created.bytes), facts)) return;
      }
    },
  };
}

async function latestKeys(store: ObjectStore, ref: LocationRef, month: string, wanted: ReadonlySet<string>) {
  const prefix = factsPrefix(ref, month);
  const latest = new Map<string, { key: string; version: number }>();
  for await (const key of store.list(prefix)) {
    const [, date, version] = /^(\d{4}-\d\d-\d\d)\/f(\d+)\.json$/.exec(key.slice(prefix.length)) ?? [];
    if (date === undefined || version === undefined || !wanted.has(date)) continue;
    if (Number(version) > (latest.get(date)?.version ?? 0)) latest.set(date, { key, version: Number(version) });
  }
  return [...latest.values()].map((entry) => entry.key);
}

async function readFacts(store: ObjectStore, key: string): Promise<DayFacts | undefined> {
  const object = await store.get(key);
  if (object === undefined) return undefined;
  const facts = decode(object.bytes);
  return facts.schema === 1 ? facts : undefined;
}

const decode = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as DayFacts;

/** True when two readings of a day came to the same, whenever they were made. */
export function sameFacts(a: DayFacts, b: DayFacts): boolean {
  return JSON.stringify({ ...a, readAt: 0 }) === JSON.stringify({ ...b, readAt: 0 });
}
