import type { DayFacts } from '../domain/energy/day-facts.ts';
import { periodsToCompare } from '../domain/report/compared-periods.ts';
import type { ComparisonData } from '../domain/report/snapshot.ts';
import { type TypicalDayData, typicalDates, typicalDayData } from '../domain/report/typical-day-data.ts';
import { localDay } from '../domain/time/local-day.ts';
import { type Period, periodDays } from '../domain/time/period.ts';
import { type ExtraParts, type ExtraReadings, openExtraReadings } from './extra-readings.ts';
import type { LocationReader } from './ports.ts';
import { readOtherPeriod } from './read-other-period.ts';
import type { Subscription } from './subscriptions.ts';

/**
 * Finds what a period is set beside: facts from the archive, and days that are not there from the source. Nothing here
 * keeps a report from being made: whatever fails or takes too long leaves a comparison that declines.
 *
 * @param ownDays the facts of the report's own period
 * @returns undefined where the subscription asks for nothing to compare with
 */
export async function gatherComparisons(
  parts: ExtraParts,
  reader: LocationReader,
  period: Period,
  ownDays: readonly DayFacts[],
  { settings: { comparisons: wanted } }: Subscription,
): Promise<ComparisonData | undefined> {
  if (!wanted.previous && !wanted.lastYear) return undefined;
  const { timeZone } = reader.location;
  const others = periodsToCompare(period)
    .filter(({ comparedWith }) => (comparedWith === 'last_year' ? wanted.lastYear : wanted.previous))
    .map((other) => ({ ...other, days: periodDays(other.period, timeZone) }));
  const usualDates = period.kind === 'daily' && wanted.previous ? typicalDates(period.first) : [];
  const dates = new Set([...others.flatMap(({ days }) => days.map((day) => day.date)), ...usualDates]);
  const readings = await openExtraReadings(parts, reader, [...dates]);
  const otherwise =
    <Value>(value: Value) =>
    (error: unknown) => {
      parts.whenNotCompared?.(error);
      return value;
    };
  const periods = [];
  for (const { comparedWith, period: other, days } of others) {
    const about = { comparedWith, period: other.key, firstDate: other.first, lastDate: other.last };
    const found = await readOtherPeriod(readings, ownDays, days).catch(otherwise({ declined: 'no_data' } as const));
    periods.push({ ...about, ...found });
  }
  await readings.end();
  const usualDays = usualDates.map((date) => localDay(date, timeZone));
  return { periods, typicalDay: await typicalDayOf(readings, ownDays, usualDays).catch(otherwise(null)) };
}

/** Made of what the archive has, and of the days just read; no day is read for it. */
async function typicalDayOf(
  readings: ExtraReadings,
  [ownDay]: readonly DayFacts[],
  usualDays: ReturnType<typeof localDay>[],
): Promise<TypicalDayData | null> {
  if (ownDay === undefined || usualDays.length === 0) return null;
  return typicalDayData(
    ownDay,
    usualDays.flatMap((day) => readings.known(day) ?? []),
  );
}
