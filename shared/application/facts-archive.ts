import type { DayFacts } from '../domain/energy/day-facts.ts';
import { isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import { datesBetween, dayOf, daysInMonth, type LocalDate, parseLocalDate } from '../domain/time/local-date.ts';
import { StoreError } from '../errors.ts';
import { createOnce } from './create-once.ts';
import { dayKey, type FactsStores, factsMonth, readDays, readMonth } from './facts-month.ts';
import { keepBatch } from './facts-pack.ts';
import { changedFactsKey } from './keys.ts';

/** The archived facts of a location's days: only complete days, each version created once. */
export interface FactsArchive {
  /** The latest version of each of the dates that the archive has, or the ledger in the snapshot of the day's report. */
  read(ref: LocationRef, dates: readonly LocalDate[]): Promise<Map<LocalDate, DayFacts>>;
  /** Keeps complete facts of a day that came to something else before. */
  keepChanged(ref: LocationRef, facts: DayFacts): Promise<void>;
  /** Keeps the complete ones of days of which the archive had nothing, several in one object. */
  keepTogether(ref: LocationRef, days: readonly DayFacts[]): Promise<void>;
}

/** To ask for a day costs two requests, each a twelfth of what a list costs. */
const FEW_DAYS = 5;

/** Days that only a list could find, in a batch, are worth one from so many on: the source would be asked for them again. */
const WORTH_A_LIST = 2;

export function createFactsArchive(stores: FactsStores): FactsArchive {
  const { archive, pauses } = stores;
  return {
    async read(ref, dates) {
      const months = [...Map.groupBy(new Set(dates), (date) => date.slice(0, 7))];
      const few = months.flatMap(([, wanted]) => (wanted.length > FEW_DAYS ? [] : wanted));
      const days = new Map((await readDays(stores, ref, few)).map((facts) => [facts.date, facts]));
      const readings = months.map(async ([month, wanted]) => {
        const missing = wanted.filter((date) => !days.has(date));
        return missing.length < WORTH_A_LIST ? [] : await readMonth(factsMonth(stores, ref, month), missing);
      });
      for (const facts of (await Promise.all(readings)).flat()) days.set(facts.date, facts);
      return days;
    },
    async keepChanged(ref, facts) {
      if (!isComplete(facts)) return;
      // First: who sees no mark need not look for changes.
      await createOnce(archive, changedFactsKey(ref), Buffer.from('{}'), 'application/json', pauses);
      await keep(ref, facts);
    },
    async keepTogether(ref, days) {
      const complete = days.filter(isComplete);
      for (const [month, own] of Map.groupBy(complete, ({ date }) => date.slice(0, 7))) {
        const { prefix } = factsMonth(stores, ref, month);
        if (own.length > 1) await keepBatch({ store: archive, prefix, pauses }, own);
        else for (const facts of own) await keep(ref, facts);
      }
    },
  };

  async function keep(ref: LocationRef, facts: DayFacts): Promise<void> {
    const month = factsMonth(stores, ref, facts.date.slice(0, 7));
    const bytes = Buffer.from(JSON.stringify(facts));
    for (let version = 1; ; version += 1) {
      const created = await createOnce(archive, dayKey(month, facts.date, version), bytes, 'application/json', pauses);
      if (created.mine) return;
      // A day may come to what it came to once before: only the latest version counts.
      const isLatest = async () => (await archive.get(dayKey(month, facts.date, version + 1))) === undefined;
      if (sameFacts(decode(created.bytes), facts) && (await isLatest())) return;
    }
  }
}

/** The same archive, for days that something else keeps. */
export const unkept = (facts: FactsArchive): FactsArchive => ({ ...facts, keepTogether: async () => {} });

/**
 * On the last day but one of a month, puts its days together: who folds the month reads them in a request or two. Nothing
 * depends on it, so that a store in trouble keeps nobody from a report.
 */
export async function packMonth(facts: FactsArchive, ref: LocationRef, date: LocalDate): Promise<void> {
  if (dayOf(date) !== daysInMonth(date) - 1) return;
  try {
    await facts.read(ref, datesBetween(parseLocalDate(`${date.slice(0, 7)}-01`), date));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

const decode = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as DayFacts;

/** True when two readings of a day came to the same, whenever they were made. */
export function sameFacts(a: DayFacts, b: DayFacts): boolean {
  return JSON.stringify({ ...a, readAt: 0 }) === JSON.stringify({ ...b, readAt: 0 });
}
