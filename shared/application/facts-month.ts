import { type DayFacts, isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import { daysInMonth, type LocalDate, parseLocalDate } from '../domain/time/local-date.ts';
import { parsePeriod } from '../domain/time/period.ts';
import type { Pauses } from './create-once.ts';
import { datesOfBatch, keepPack, packKey, readPack } from './facts-pack.ts';
import { jsonOrNothing } from './json-or-nothing.ts';
import { changedFactsKey, factsPrefix, ledgerPrefix } from './keys.ts';
import { FIRST_SNAPSHOT } from './ledger.ts';
import type { ObjectStore } from './ports.ts';

/** The facts of one month of one location. */
export interface FactsMonth {
  readonly archive: ObjectStore;
  /** Where daily reports have their snapshots. */
  readonly ledger: ObjectStore;
  readonly pauses: Pauses;
  readonly ref: LocationRef;
  readonly prefix: string;
}

export type FactsStores = Pick<FactsMonth, 'archive' | 'ledger' | 'pauses'>;

export const factsMonth = (stores: FactsStores, ref: LocationRef, month: string): FactsMonth => ({
  ...stores,
  ref,
  prefix: factsPrefix(ref, month),
});

export const dayKey = ({ prefix }: FactsMonth, date: string, version: number) => `${prefix}${date}/f${version}.json`;

/** From so many days on, one request that tells whether any day has changed spares one for each. */
const WORTH_ASKING_FOR_CHANGES = 3;

/** Each day on its own: its latest facts in an object of their own, else those that its report was made of. */
export async function readDays(
  stores: FactsStores,
  ref: LocationRef,
  dates: readonly LocalDate[],
): Promise<DayFacts[]> {
  const asksForChanges = dates.length >= WORTH_ASKING_FOR_CHANGES;
  const [change, reported] = await Promise.all([
    asksForChanges ? stores.archive.get(changedFactsKey(ref)) : undefined,
    Promise.all(dates.map((date) => readReported({ ...stores, ref }, date))),
  ]);
  const hasChanges = !asksForChanges || change !== undefined || (await isUnmarked(stores, ref, reported));
  const read = async (date: LocalDate, inReport: DayFacts | undefined) =>
    inReport !== undefined && !hasChanges ? inReport : ((await readLatest(stores, ref, date)) ?? inReport ?? []);
  return (await Promise.all(dates.map((date, index) => read(date, reported[index])))).flat();
}

/** Before there was a mark, each day with a report had an object of its own as well; whether the first has one, tells. */
async function isUnmarked(stores: FactsStores, ref: LocationRef, reported: readonly (DayFacts | undefined)[]) {
  const [first] = reported.flatMap((facts) => facts?.date ?? []).sort();
  return first !== undefined && (await readOwn(factsMonth(stores, ref, first.slice(0, 7)), first, 1)) !== 'missing';
}

async function readLatest(stores: FactsStores, ref: LocationRef, date: LocalDate): Promise<DayFacts | undefined> {
  const month = factsMonth(stores, ref, date.slice(0, 7));
  let latest: DayFacts | undefined;
  for (let version = 1; ; version += 1) {
    const facts = await readOwn(month, date, version);
    if (facts === 'missing') return latest;
    latest = facts ?? latest;
  }
}

/** So many requests more, and what was read is worth an object that holds all of it. */
const REQUESTS_WORTH_A_PACK = 12;

/**
 * Many days at once. A day's own objects hold its latest facts; days without one may be in a pack, in a batch, or in the
 * snapshot of the day's report. Who reads many of them one by one packs them for those who come later.
 */
export async function readMonth(month: FactsMonth, wanted: readonly LocalDate[]): Promise<DayFacts[]> {
  const listed = await listMonth(month);
  const days = new Map<LocalDate, DayFacts>();
  const missing = () => wanted.filter((date) => !days.has(date));
  const add = (found: readonly DayFacts[], isOurs = (_: LocalDate) => true) => {
    for (const facts of found) if (!days.has(facts.date) && isOurs(facts.date)) days.set(facts.date, facts);
  };
  const name = String(listed.objects);
  const pack =
    listed.pack === undefined ? undefined : await readPack(month.archive, packKey(month.prefix, listed.pack));
  // An older pack knows nothing of what days came to later.
  add(pack ?? [], (date) => listed.pack === name || !listed.versions.has(date));

  const alone = missing().filter((date) => listed.versions.has(date));
  const batches = fewestFor(
    listed.batches,
    missing().filter((date) => !listed.versions.has(date)),
  );
  // Waited for at once: whatever fails while nobody waits for it would end the process.
  const [own, together] = await Promise.all([
    Promise.all(alone.map((date) => readOwn(month, date, listed.versions.get(date) ?? 1))),
    Promise.all(batches.map(({ key }) => readPack(month.archive, key))),
  ]);
  add(own.filter((facts) => facts !== undefined && facts !== 'missing'));
  add(
    together.flatMap((found) => found ?? []),
    (date) => !listed.versions.has(date),
  );
  const reported = await readManyReported(month, missing());
  add(reported);

  const requests = alone.length + batches.length + reported.length;
  if (requests > REQUESTS_WORTH_A_PACK && isWorthAPack(days, listed)) {
    await keepPack({ ...month, store: month.archive }, name, [...days.values()]);
  }
  return wanted.flatMap((date) => days.get(date) ?? []);
}

/** A pack has every day that the archive tells of, and all of the month's but for one, which may have no facts yet. */
function isWorthAPack(days: ReadonlyMap<string, DayFacts>, { versions, batches }: ListedMonth): boolean {
  const [date] = days.keys();
  const told = [...versions.keys(), ...batches.flatMap(({ dates }) => dates)];
  return date !== undefined && days.size >= daysInMonth(parseLocalDate(date)) - 1 && told.every((one) => days.has(one));
}

/** Of many days that have no report, two tell that none has. */
async function readManyReported(month: FactsMonth, dates: readonly LocalDate[]): Promise<DayFacts[]> {
  const ends = dates.filter((_, index) => index === 0 || index === dates.length - 1);
  const read = async (some: readonly LocalDate[]) =>
    (await Promise.all(some.map((date) => readReported(month, date)))).filter((facts) => facts !== undefined);
  const found = await read(ends);
  return found.length === 0 ? [] : [...found, ...(await read(dates.slice(1, -1)))];
}

/** What a day's report was first made of, where that was complete: facts of such a day are kept nowhere else. */
async function readReported(
  { ledger, ref }: Pick<FactsMonth, 'ledger' | 'ref'>,
  date: LocalDate,
): Promise<DayFacts | undefined> {
  const object = await ledger.get(ledgerPrefix(ref, parsePeriod(date)) + FIRST_SNAPSHOT);
  const [facts] = object === undefined ? [] : (parsed<{ days: readonly DayFacts[] }>(object.bytes)?.days ?? []);
  return facts?.schema === 1 && facts.date === date && isComplete(facts) ? facts : undefined;
}

/** Undefined for facts of another time, which nobody here can read. */
async function readOwn(month: FactsMonth, date: LocalDate, version: number): Promise<DayFacts | undefined | 'missing'> {
  const object = await month.archive.get(dayKey(month, date, version));
  if (object === undefined) return 'missing';
  const facts = parsed<DayFacts>(object.bytes);
  return facts?.schema === 1 ? facts : undefined;
}

const parsed = <T>(bytes: Uint8Array) => jsonOrNothing(Buffer.from(bytes).toString('utf8')) as T | undefined;

interface Batch {
  readonly key: string;
  readonly dates: readonly string[];
}

interface ListedMonth {
  /** The latest version of each day that has objects of its own. */
  readonly versions: ReadonlyMap<string, number>;
  readonly batches: readonly Batch[];
  /** The name of the latest pack. */
  readonly pack: string | undefined;
  /** How many there are, packs apart. */
  readonly objects: number;
}

/** The largest batches first, and none that brings nothing new. */
function fewestFor(batches: readonly Batch[], dates: readonly string[]): Batch[] {
  const missing = new Set(dates);
  return batches
    .toSorted((a, b) => b.dates.length - a.dates.length)
    .filter((batch) => {
      const isNeeded = batch.dates.some((date) => missing.has(date));
      for (const date of batch.dates) missing.delete(date);
      return isNeeded;
    });
}

async function listMonth({ archive, prefix }: FactsMonth): Promise<ListedMonth> {
  const versions = new Map<string, number>();
  const batches: Batch[] = [];
  let pack: string | undefined;
  let objects = 0;
  for await (const key of archive.list(prefix)) {
    const rest = key.slice(prefix.length);
    const [, date, version] = /^(\d{4}-\d\d-\d\d)\/f(\d+)\.json$/.exec(rest) ?? [];
    const packed = /^packs\/(\d+)\.json\.gz$/.exec(rest)?.[1];
    const dates = datesOfBatch(rest);
    if (packed === undefined) objects += 1;
    else if (Number(packed) > Number(pack ?? -1)) pack = packed;
    if (dates !== undefined) batches.push({ key, dates });
    if (date !== undefined) versions.set(date, Math.max(versions.get(date) ?? 0, Number(version)));
  }
  return { versions, batches, pack, objects };
}
