import { type DayFacts, isComplete } from '../domain/energy/day-facts.ts';
import { withoutLaterRegisters } from '../domain/energy/later-registers.ts';
import { summariseDay } from '../domain/energy/summarise-day.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import type { FactsArchive } from './facts-archive.ts';
import type { Clock, LocationReader } from './ports.ts';

export interface GatherParts {
  readonly facts: FactsArchive;
  readonly clock: Clock;
  /** Called after each day, with how many of all are there. */
  readonly onDay?: (done: number, all: number) => void;
}

/**
 * The facts of all days, in order: from the archive where a complete day is kept there, else from the source.
 *
 * @param rereads the days that the source is asked about again, whatever the archive has
 * @param earlier the same days as an earlier revision has them
 */
export async function gatherFacts(
  parts: GatherParts,
  reader: LocationReader,
  days: readonly LocalDay[],
  rereads: (day: LocalDay) => boolean,
  earlier: readonly DayFacts[] = [],
): Promise<DayFacts[]> {
  const dates = days.filter((day) => !rereads(day)).map((day) => day.date);
  const kept = await parts.facts.read(reader.location, dates);
  const earlierOf = (day: LocalDay) => earlier.find((facts) => facts.date === day.date && sameBounds(facts, day));
  let done = 0;
  // The source's own limit on concurrent requests paces these.
  return await Promise.all(
    days.map(async (day) => {
      const known = kept.get(day.date);
      const facts =
        known !== undefined && sameBounds(known, day) ? known : await readDay(parts, reader, day, earlierOf(day));
      done += 1;
      parts.onDay?.(done, days.length);
      return facts;
    }),
  );
}

/** A location whose zone was changed has other days: its old facts are about other hours. */
export const sameBounds = (facts: DayFacts, day: LocalDay) => facts.start === day.start && facts.end === day.end;

/** Reads a day from the source, and keeps its facts when nothing is missing. */
export async function readDay(
  parts: GatherParts,
  reader: LocationReader,
  day: LocalDay,
  earlier?: DayFacts,
): Promise<DayFacts> {
  const readings = withoutLaterRegisters(await reader.readDay(day), earlier);
  const facts = summariseDay(readings, parts.clock.now());
  if (isComplete(facts)) await parts.facts.keep(reader.location, facts);
  return facts;
}
