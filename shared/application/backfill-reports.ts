import type { LocationRef } from '../domain/location.ts';
import { locationPath } from '../domain/location.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import {
  nextPeriod,
  type Period,
  periodInterval,
  periodKeyForPath,
  periodOfDate,
  type ReportKind,
} from '../domain/time/period.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import { reportId } from './keys.ts';
import { listReports, REPORTS_ROOT } from './list-reports.ts';
import type { PlanParts } from './plan-reports.ts';
import type { Problem } from './problem.ts';
import { readRoster } from './roster.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';

/** `missing`: never archived · `failed`: planned once, but never archived · `all`: every report of the span. */
export type BackfillMode = 'missing' | 'failed' | 'all';

export interface BackfillReport {
  readonly ref: LocationRef;
  readonly period: Period;
  readonly subscription: Subscription;
}

/**
 * Finds the past reports of a span of dates: every period that lies in it wholly and has ended. Making them again is
 * always safe, so that `all` changes nothing that is there.
 */
export async function planBackfill(
  parts: PlanParts,
  span: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly kind: ReportKind | undefined;
    readonly mode: BackfillMode;
  },
): Promise<{ reports: BackfillReport[]; problems: Problem[] }> {
  const roster = await readRoster(parts.configuration, parts.sources);
  const problems = [...roster.problems];
  const reports: BackfillReport[] = [];
  const isWanted = createIsWanted(parts, span.mode);
  for (const listed of roster.locations) {
    if ('problem' in listed.location) {
      problems.push({ about: locationPath(listed.ref), message: listed.location.problem, retryable: false });
      continue;
    }
    for (const [kind, subscription] of subscriptionsOf(parts.configuration, listed)) {
      if (span.kind !== undefined && span.kind !== kind) continue;
      const { timeZone } = listed.location;
      for (const period of periodsWithin(kind, span.from, span.to, subscription.settings.cycleStartDay)) {
        if (!hasEnded(period, timeZone, parts.clock.now())) continue;
        if (await isWanted(listed.ref, period)) reports.push({ ref: listed.ref, period, subscription });
      }
    }
  }
  return { reports, problems };
}

/** The periods of a kind that begin and end within the span of dates, both included. */
export function periodsWithin(kind: ReportKind, from: LocalDate, to: LocalDate, cycleStartDay: number): Period[] {
  const periods: Period[] = [];
  let period = periodOfDate(kind, from, cycleStartDay);
  if (period.first < from) period = nextPeriod(period, cycleStartDay);
  for (; period.last <= to; period = nextPeriod(period, cycleStartDay)) periods.push(period);
  return periods;
}

function hasEnded(period: Period, zone: TimeZone, now: number): boolean {
  const { start, end } = periodInterval(period, zone);
  return end <= now && start < end;
}

type IsWanted = (ref: LocationRef, period: Period) => Promise<boolean>;

/** Lists the reports of each period once, when somebody asks about one of them. */
function createIsWanted(parts: PlanParts, mode: BackfillMode): IsWanted {
  const periods = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();
  return async (ref, period) => {
    if (mode === 'all') return true;
    const listing = periods.get(period.key) ?? entriesByReport(parts, period);
    periods.set(period.key, listing);
    const entries = (await listing).get(reportId(ref, period)) ?? [];
    const isArchived = entries.some((entry) => /^r\d+\/archived$/.test(entry));
    return !isArchived && (mode === 'missing' || entries.includes('plan'));
  };
}

async function entriesByReport(parts: PlanParts, period: Period): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const within = `${REPORTS_ROOT}${period.kind}/${periodKeyForPath(period)}/`;
  for await (const { reportId: id, entries } of listReports(parts, within)) found.set(id, entries);
  return found;
}
