import type { DayFacts } from '../domain/energy/day-facts.ts';
import { withoutLaterRegisters } from '../domain/energy/later-registers.ts';
import { summariseDay } from '../domain/energy/summarise-day.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import { type FactsArchive, sameFacts } from './facts-archive.ts';
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
  const found = collectFacts(parts, reader);
  let done = 0;
  // The source's own limit on concurrent requests paces these.
  const gathering = days.map(async (day) => {
    const known = kept.get(day.date);
    const isKnown = known !== undefined && sameBounds(known, day);
    const facts = isKnown ? known : await readDay(parts, reader, day, earlierOf(day));
    if (!isKnown) await found.add(facts, known !== undefined || rereads(day));
    done += 1;
    parts.onDay?.(done, days.length);
    return facts;
  });
  try {
    return await Promise.all(gathering);
  } finally {
    // Days that were read before another failed are not read again.
    await found.end();
  }
}

/** Days that come in meanwhile are written down in one go; what is lost when a process dies is read again. */
const TOGETHER_FOR_MS = 20_000;

/** Keeps facts as they come in, together where the archive had none of the days. */
function collectFacts({ facts: archive, clock }: GatherParts, { location }: LocationReader) {
  const waiting: DayFacts[] = [];
  let keptAt = clock.now();
  let isOver = false;
  return {
    async add(facts: DayFacts, isKnown: boolean): Promise<void> {
      if (isKnown || isOver) {
        // Most days that are read again have not changed; to look costs less than to write in vain.
        const kept = (await archive.read(location, [facts.date])).get(facts.date);
        if (kept === undefined) await archive.keepTogether(location, [facts]);
        else if (!sameFacts(kept, facts)) await archive.keepChanged(location, facts);
        return;
      }
      waiting.push(facts);
      if (clock.now() - keptAt < TOGETHER_FOR_MS) return;
      keptAt = clock.now();
      await archive.keepTogether(location, waiting.splice(0));
    },
    async end(): Promise<void> {
      isOver = true;
      await archive.keepTogether(location, waiting.splice(0));
    },
  };
}

/** A location whose zone was changed has other days: its old facts are about other hours. */
export const sameBounds = (facts: DayFacts, day: LocalDay) => facts.start === day.start && facts.end === day.end;

/** Reads a day from the source; whoever asked for it sees to it that its facts are kept. */
export async function readDay(
  parts: GatherParts,
  reader: LocationReader,
  day: LocalDay,
  earlier?: DayFacts,
): Promise<DayFacts> {
  const readings = withoutLaterRegisters(await reader.readDay(day), earlier);
  return summariseDay(readings, parts.clock.now());
}
