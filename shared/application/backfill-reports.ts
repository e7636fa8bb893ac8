import type { LocationRef } from '../domain/location.ts';
import { locationPath } from '../domain/location.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { nextPeriod, type Period, periodInterval, periodOfDate, type ReportKind } from '../domain/time/period.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import { latestRevision, openLedger } from './ledger.ts';
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
        if (await isWanted(parts, listed.ref, period, span.mode))
          reports.push({ ref: listed.ref, period, subscription });
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

async function isWanted(parts: PlanParts, ref: LocationRef, period: Period, mode: BackfillMode): Promise<boolean> {
  if (mode === 'all') return true;
  const ledger = await openLedger(parts, ref, period);
  const isArchived = ledger.entries.has(`r${latestRevision(ledger)}/archived`);
  return !isArchived && (mode === 'missing' || ledger.entries.has('plan'));
}
