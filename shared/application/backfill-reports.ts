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
import { isArchived } from './archive-report.ts';
import { finishedPrefix, reportId } from './keys.ts';
import { listReports, REPORTS_ROOT } from './list-reports.ts';
import type { PlanParts } from './plan-reports.ts';
import type { Problem } from './problem.ts';
import { readRoster } from './roster.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';

/**
 * `missing`: never archived, or asked to be mailed and not mailed yet · `failed`: begun once, but never archived ·
 * `all`: every report of the span.
 */
export type BackfillMode = 'missing' | 'failed' | 'all';

export interface BackfillSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly kind: ReportKind | undefined;
  readonly mode: BackfillMode;
  /** Whether they are to be mailed too. */
  readonly mail?: boolean;
}

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
  span: BackfillSpan,
): Promise<{ reports: BackfillReport[]; problems: Problem[] }> {
  const roster = await readRoster(parts.configuration, parts.sources);
  const problems = [...roster.problems];
  const reports: BackfillReport[] = [];
  const isWanted = createIsWanted(parts, span);
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
function createIsWanted(parts: PlanParts, { mode, mail = false }: Pick<BackfillSpan, 'mode' | 'mail'>): IsWanted {
  const periods = new Map<string, Promise<PeriodListing>>();
  return async (ref, period) => {
    if (mode === 'all') return true;
    const listing = periods.get(period.key) ?? listPeriod(parts, period);
    periods.set(period.key, listing);
    const { entriesById, finishedIds } = await listing;
    const id = reportId(ref, period);
    const entries = entriesById.get(id) ?? [];
    if (mode === 'failed') return !isArchived(entries) && entries.length > 0;
    // A run that was stopped between the archive and the mail has left a report that nobody else will mail.
    return !isArchived(entries) || (mail && !finishedIds.has(id));
  };
}

interface PeriodListing {
  readonly entriesById: ReadonlyMap<string, readonly string[]>;
  readonly finishedIds: ReadonlySet<string>;
}

async function listPeriod({ ledger }: PlanParts, period: Period): Promise<PeriodListing> {
  const path = periodKeyForPath(period);
  const entriesById = new Map<string, readonly string[]>();
  for await (const { reportId: id, entries } of listReports({ ledger }, `${REPORTS_ROOT}${period.kind}/${path}/`)) {
    entriesById.set(id, entries);
  }
  const finishedIds = new Set<string>();
  const prefix = finishedPrefix(period.kind, path);
  for await (const key of ledger.list(prefix)) finishedIds.add(key.slice(prefix.length));
  return { entriesById, finishedIds };
}
