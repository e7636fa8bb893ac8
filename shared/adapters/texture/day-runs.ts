import type { DayReadings } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';

type ReadDay = (day: LocalDay) => Promise<DayReadings>;

interface Wanted {
  readonly day: LocalDay;
  readonly resolve: (readings: DayReadings) => void;
  readonly reject: (reason: unknown) => void;
}

const LONGEST_DAYS = 31;

/**
 * Reads days that were asked for at the same time as runs of days that follow each other, one run after the other: a
 * month's requests all at once would be in each other's way, and run out of time waiting for their places. Those who wait
 * behind a failure fail with it, as what they need would not be had either; who asks after that is tried again.
 */
export function createDayRuns(openRun: (run: readonly LocalDay[]) => ReadDay): ReadDay {
  const wanted = new Set<Wanted>();
  let isAtWork = false;
  const work = async () => {
    try {
      while (wanted.size > 0) {
        const run = firstRun(wanted);
        const readDay = openRun(run.map(({ day }) => day));
        for (const one of run) {
          one.resolve(await readDay(one.day));
          wanted.delete(one);
        }
      }
    } catch (error) {
      for (const { reject } of wanted) reject(error);
      wanted.clear();
    }
    isAtWork = false;
  };
  return (day) =>
    new Promise((resolve, reject) => {
      wanted.add({ day, resolve, reject });
      // Whoever wants a month asks for its days one by one, all of them before anything else happens.
      if (!isAtWork) setImmediate(work);
      isAtWork = true;
    });
}

/** The earliest of the days, with as many as follow it without a gap. */
function firstRun(wanted: ReadonlySet<Wanted>): readonly Wanted[] {
  const inOrder = [...wanted].toSorted((a, b) => a.day.start - b.day.start);
  const gap = inOrder.findIndex(({ day }, index) => index > 0 && day.start !== inOrder[index - 1]?.day.end);
  return inOrder.slice(0, Math.min(LONGEST_DAYS, gap === -1 ? inOrder.length : gap));
}
