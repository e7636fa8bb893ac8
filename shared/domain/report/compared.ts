import { compareWith } from './comparison.ts';
import { summarisePeriod } from './period-summary.ts';
import type { Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';
import { typicalDayOf } from './typical-day.ts';

/** Sets a snapshot's period beside what the snapshot holds of others. */
export function comparisonsOf({ days, comparisons, location }: Snapshot): Pick<Report, 'comparisons' | 'typicalDay'> {
  if (comparisons === undefined) return { comparisons: null, typicalDay: null };
  const now = summarisePeriod(days);
  const hasMains = days.some((day) => day.registers.some((register) => register.role === 'main'));
  const { periods, typicalDay } = comparisons;
  return {
    comparisons: periods.map((other) => compareWith(now, other, hasMains ? 'consumption' : 'circuits')),
    typicalDay: typicalDay === null ? null : typicalDayOf(typicalDay, now, location.timeZone),
  };
}
