import { compareWith, measureOf } from './comparison.ts';
import { summarisePeriod } from './period-summary.ts';
import type { Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';
import { typicalDayOf } from './typical-day.ts';

/** Sets a snapshot's period beside what the snapshot holds of others. */
export function comparisonsOf({ days, comparisons, location }: Snapshot): Pick<Report, 'comparisons' | 'typicalDay'> {
  if (comparisons === undefined) return { comparisons: null, typicalDay: null };
  const now = summarisePeriod(days);
  const { periods, typicalDay } = comparisons;
  return {
    comparisons: periods.map((other) => compareWith(now, other, measureOf(days))),
    typicalDay: typicalDay === null ? null : typicalDayOf(typicalDay, now, location.timeZone),
  };
}
