import type { StoredEnergyKWh } from '../../domain/energy/day-readings.ts';
import { instantFromMs } from '../../domain/time/instant.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { BUCKET_SECONDS, type ReadBuckets } from './metric.ts';

const BUCKET_MS = BUCKET_SECONDS * 1000;

/**
 * What batteries held at the two midnights of a day; undefined where the API tells nothing of it. A bucket holds its latest
 * level, so that midnight's is that of the quarter hour before: what a day ends with is what the next begins with. Levels
 * are never added, neither in time nor those of several series.
 */
export async function readStoredEnergy(read: ReadBuckets, day: LocalDay): Promise<StoredEnergyKWh | undefined> {
  const interval = { start: instantFromMs(day.start - BUCKET_MS), end: day.end };
  const levels = (await read('storage', interval))?.amountByStart;
  if (levels === undefined || levels.size === 0) return undefined;
  const levelAt = (midnightMs: number) => {
    const levelWh = levels.get(midnightMs - BUCKET_MS) ?? null;
    return levelWh === null || levelWh < 0 ? null : levelWh / 1000;
  };
  return { atStart: levelAt(day.start), atEnd: levelAt(day.end) };
}
