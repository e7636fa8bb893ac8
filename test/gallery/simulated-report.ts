import type { SimulatedLocation } from '../../infra/local/simulator/simulated-fleet.ts';
import type { DayFacts } from '../../shared/domain/energy/day-facts.ts';
import { summariseDay } from '../../shared/domain/energy/summarise-day.ts';
import { buildReport } from '../../shared/domain/report/build-report.ts';
import { periodsToCompare } from '../../shared/domain/report/compared-periods.ts';
import { summarisePeriod } from '../../shared/domain/report/period-summary.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { ComparisonData, Snapshot } from '../../shared/domain/report/snapshot.ts';
import { typicalDates, typicalDayData } from '../../shared/domain/report/typical-day-data.ts';
import { instantFromMs } from '../../shared/domain/time/instant.ts';
import { type LocalDay, localDay } from '../../shared/domain/time/local-day.ts';
import { type Period, parsePeriod, periodDays } from '../../shared/domain/time/period.ts';
import { parseTimeZone, type TimeZone } from '../../shared/domain/time/time-zone.ts';
import { simulatedReadings } from './simulated-readings.ts';

export interface SimulatedWishes
  extends Partial<Pick<Snapshot, 'tariff' | 'emissionFactor' | 'revision' | 'provisional'>> {
  readonly period: string;
  readonly locale: string;
  readonly organization?: string;
  /** Whether other periods stand beside it; unless said otherwise, they do. */
  readonly compares?: boolean;
}

/** The report of a simulated or measured place, as if its source had been read six hours after the period. */
export async function simulatedReport(place: SimulatedLocation, wishes: SimulatedWishes): Promise<Report> {
  await place.prepare?.();
  const { period: key, locale, organization = 'Example Energy', compares = true, ...rest } = wishes;
  const { id, label, city, state, country, timezone } = place.location;
  const timeZone = parseTimeZone(timezone);
  const period = parsePeriod(key);
  const days = periodDays(period, timeZone);
  const readAt = instantFromMs((days.at(-1)?.end ?? 0) + 6 * 3_600_000);
  const factsOf = (day: LocalDay) => summariseDay(simulatedReadings(place, day), readAt);
  const facts = days.map(factsOf);
  const snapshot: Snapshot = {
    schema: 1,
    location: { source: 'curb', fleet: 'curb', id, label, timeZone, city, state, country },
    kind: period.kind,
    period: period.key,
    revision: 1,
    provisional: false,
    days: facts,
    presentation: { locale, organization, contact: 'help@example.com' },
    readAt,
    dueAt: readAt,
    timeZoneDatabase: process.versions['tz'] ?? 'unknown',
    changes: [],
    ...(compares ? { comparisons: besides(period, timeZone, facts, factsOf) } : {}),
    ...rest,
  };
  return buildReport(snapshot, 'c0ffee5eed'.padEnd(64, '0'));
}

function besides(
  period: Period,
  timeZone: TimeZone,
  facts: readonly DayFacts[],
  factsOf: (day: LocalDay) => DayFacts,
): ComparisonData {
  const periods = periodsToCompare(period).map(({ comparedWith, period: other }) => ({
    comparedWith,
    period: other.key,
    firstDate: other.first,
    lastDate: other.last,
    summary: summarisePeriod(periodDays(other, timeZone).map(factsOf)),
  }));
  const [day] = facts;
  if (period.kind !== 'daily' || day === undefined) return { periods, typicalDay: null };
  return {
    periods,
    typicalDay: typicalDayData(
      day,
      typicalDates(day.date).map((date) => factsOf(localDay(date, timeZone))),
    ),
  };
}
