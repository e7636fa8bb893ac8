import type { DayFacts } from '../domain/energy/day-facts.ts';
import { isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import { datesBetween, dayOf, daysInMonth, type LocalDate, parseLocalDate } from '../domain/time/local-date.ts';
import { StoreError } from '../errors.ts';
import { createOnce } from './create-once.ts';
import { dayKey, type FactsStores, factsMonth, readDays, readMonth } from './facts-month.ts';
import { keepBatch } from './facts-pack.ts';

/** The archived facts of a location's days: only complete days, each version created once. */
export interface FactsArchive {
  /** The latest version of each of the dates that the archive has, or the ledger in the snapshot of the day's report. */
  read(ref: LocationRef, dates: readonly LocalDate[]): Promise<Map<LocalDate, DayFacts>>;
  /** Keeps complete facts; facts like those that are there already are not written again. */
  keep(ref: LocationRef, facts: DayFacts): Promise<void>;
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
      const byMonth = Map.groupBy(new Set(dates), (date) => date.slice(0, 7));
      const readings = [...byMonth].map(async ([month, wanted]) => {
        const place = factsMonth(stores, ref, month);
        const found = wanted.length > FEW_DAYS ? [] : await readDays(place, wanted);
        const missing = wanted.filter((date) => found.every((facts) => facts.date !== date));
        return missing.length < WORTH_A_LIST ? found : [...found, ...(await readMonth(place, missing))];
      });
      return new Map((await Promise.all(readings)).flat().map((facts) => [facts.date, facts]));
    },
    keep,
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
    if (!isComplete(facts)) return;
    const month = factsMonth(stores, ref, facts.date.slice(0, 7));
    const bytes = Buffer.from(JSON.stringify(facts));
    for (let version = 1; ; version += 1) {
      const created = await createOnce(archive, dayKey(month, facts.date, version), bytes, 'application/json', pauses);
      if (created.mine || sameFacts(decode(created.bytes), facts)) return;
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
