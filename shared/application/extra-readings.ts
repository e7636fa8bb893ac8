import type { DayFacts } from '../domain/energy/day-facts.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import { type GatherParts, readDay, sameBounds } from './gather-facts.ts';
import type { LocationReader } from './ports.ts';

export interface ExtraParts extends GatherParts {
  /** False when too little time is left to read what a report can do without; there always is enough unless given. */
  readonly hasTimeToCompare?: () => boolean;
  /** Told of what kept a comparison from being made; the report is made all the same. */
  readonly whenNotCompared?: (error: unknown) => void;
}

/** Facts that a report can do without: after the first trouble, or when they take too long, no more are read. */
export interface ExtraReadings {
  known(day: LocalDay): DayFacts | undefined;
  /** Reads days from the source, after which they are known; false when they could not be read, or nobody tried. */
  read(days: readonly LocalDay[]): Promise<boolean>;
  /** Has the archive keep what was read; nothing is read after that. */
  end(): Promise<void>;
}

/** What a report waits for them at most, from when the archive was asked. */
const PATIENCE_MS = 60_000;

/** Begins with those of the dates that the archive has. */
export async function openExtraReadings(
  parts: ExtraParts,
  reader: LocationReader,
  dates: readonly LocalDate[],
): Promise<ExtraReadings> {
  const startedAt = parts.clock.now();
  let isOver = false;
  const giveUp = (error: unknown) => {
    isOver = true;
    parts.whenNotCompared?.(error);
  };
  const facts = new Map<LocalDate, DayFacts>();
  try {
    for (const [date, kept] of await parts.facts.read(reader.location, dates)) facts.set(date, kept);
  } catch (error) {
    giveUp(error);
  }
  const unkept: DayFacts[] = [];
  const keep = async () => {
    try {
      await parts.facts.keepTogether(reader.location, unkept.splice(0));
    } catch (error) {
      giveUp(error);
    }
  };
  const hasTime = () => parts.clock.now() - startedAt < PATIENCE_MS && parts.hasTimeToCompare?.() !== false;
  return {
    known(day) {
      const known = facts.get(day.date);
      return known !== undefined && sameBounds(known, day) ? known : undefined;
    },
    async read(days) {
      if (isOver || !hasTime()) return false;
      // Waited for together, so that none goes on unheard when another fails.
      const results = await Promise.allSettled(days.map((day) => readDay(parts, reader, day)));
      const read = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      for (const one of read) facts.set(one.date, one);
      for (const result of results) if (result.status === 'rejected') giveUp(result.reason);
      unkept.push(...read);
      return !isOver;
    },
    end: keep,
  };
}
