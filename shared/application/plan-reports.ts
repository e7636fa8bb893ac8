import { type LocationRef, locationPath } from '../domain/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import { type Period, periodKeyForPath, type ReportKind } from '../domain/time/period.ts';
import { dueAt, duePeriods, latestDuePeriod } from '../domain/time/send-time.ts';
import { readAnchors, setAnchor } from './anchors.ts';
import type { Configuration } from './configuration.ts';
import { finishedPrefix, locationId, reportId } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import type { Clock, EnergySource, ListedLocation } from './ports.ts';
import type { Problem } from './problem.ts';
import { readRoster } from './roster.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';

/** A report whose local send time has come and which the ledger does not call finished. */
export interface DueReport {
  readonly ref: LocationRef;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly listed: ListedLocation;
  readonly subscription: Subscription;
}

export interface Plan {
  /** Earliest due first. */
  readonly due: readonly DueReport[];
  readonly problems: readonly Problem[];
}

export interface PlanParts extends LedgerParts {
  readonly configuration: Configuration;
  readonly sources: ReadonlyMap<string, EnergySource>;
  readonly clock: Clock;
}

/** How many periods back a tick looks; whatever is still open behind that stays in the ledger's status. */
export const PERIODS_LOOKED_BACK: Readonly<Record<ReportKind, number>> = {
  daily: 92,
  weekly: 26,
  monthly: 24,
  cycle: 24,
};

const KINDS: readonly ReportKind[] = ['daily', 'weekly', 'monthly', 'cycle'];

/**
 * Finds every report that is due: periods that have ended since the location was first seen, whose local send time has
 * come, and which are not finished. What is due never depends on when the last tick ran, so a lost, doubled or late tick
 * changes nothing. A location that is seen for the first time begins with the latest report that has fallen due.
 *
 * @param dryRun true to leave no trace in the ledger
 */
export async function planReports(parts: PlanParts, dryRun = false): Promise<Plan> {
  const roster = await readRoster(parts.configuration, parts.sources);
  const problems: Problem[] = [...roster.problems];
  const due: DueReport[] = [];
  const finished = finishedLookUp(parts);
  const subscribed = roster.locations.map((listed) => ({ listed, by: subscriptionsOf(parts.configuration, listed) }));
  for (const { listed } of subscribed) {
    if (!('problem' in listed.location)) continue;
    problems.push({ about: locationPath(listed.ref), message: listed.location.problem, retryable: false });
  }
  for (const kind of KINDS) {
    if (!subscribed.some(({ by }) => by.has(kind))) continue;
    const anchors = await readAnchors(parts, kind);
    for (const { listed, by } of subscribed) {
      const subscription = by.get(kind);
      if (subscription === undefined || 'problem' in listed.location) continue;
      const { sendAt, cycleStartDay } = subscription.settings;
      const zone = listed.location.timeZone;
      const now = parts.clock.now();
      let anchor = anchors.get(locationId(listed.ref));
      if (anchor === undefined) {
        anchor = latestDuePeriod(kind, now, sendAt[kind], zone, cycleStartDay);
        if (!dryRun) await setAnchor(parts, listed.ref, anchor);
      }
      for (const period of duePeriods(anchor, now, sendAt[kind], zone, cycleStartDay).slice(
        -PERIODS_LOOKED_BACK[kind],
      )) {
        if (await finished(listed.ref, period)) continue;
        due.push({ ref: listed.ref, period, dueAt: dueAt(period, sendAt[kind], zone), listed, subscription });
      }
    }
  }
  due.sort((a, b) => a.dueAt - b.dueAt);
  return { due, problems };
}

/** Lists each period's finished reports once, and only when somebody asks about the period. */
function finishedLookUp(parts: Pick<LedgerParts, 'ledger'>): (ref: LocationRef, period: Period) => Promise<boolean> {
  const byPeriod = new Map<string, Set<string>>();
  return async (ref, period) => {
    const prefix = finishedPrefix(period.kind, periodKeyForPath(period));
    let ids = byPeriod.get(prefix);
    if (ids === undefined) {
      ids = new Set<string>();
      for await (const key of parts.ledger.list(prefix)) ids.add(key.slice(prefix.length));
      byPeriod.set(prefix, ids);
    }
    return ids.has(reportId(ref, period));
  };
}
