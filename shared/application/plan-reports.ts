import { type LocationRef, locationPath } from '../domain/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Period, ReportKind } from '../domain/time/period.ts';
import { dueAt } from '../domain/time/send-time.ts';
import { readAnchors, setAnchor } from './anchors.ts';
import type { Configuration } from './configuration.ts';
import { createDuePeriods } from './due-periods.ts';
import { locationId, reportId } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { createPeriodListings } from './period-listings.ts';
import type { Clock, EnergySource, ListedLocation } from './ports.ts';
import type { Problem } from './problem.ts';
import { recheckDayAt } from './rechecks.ts';
import { readRoster } from './roster.ts';
import { type Subscription, subscriptionsOf } from './subscriptions.ts';

/** A report whose local send time has come and which the ledger does not call finished, or one to look at once more. */
export interface DueReport {
  readonly ref: LocationRef;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly listed: ListedLocation;
  readonly subscription: Subscription;
  /** Set for a finished report whose data is to be read once more, so many days after the period's end. */
  readonly recheckDay: number | undefined;
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
  const listings = createPeriodListings(parts);
  const subscribed = roster.locations.map((listed) => ({ listed, by: subscriptionsOf(parts.configuration, listed) }));
  for (const { listed } of subscribed) {
    if (!('problem' in listed.location)) continue;
    problems.push({ about: locationPath(listed.ref), message: listed.location.problem, retryable: false });
  }
  const now = parts.clock.now();
  for (const kind of KINDS) {
    if (!subscribed.some(({ by }) => by.has(kind))) continue;
    const anchors = await readAnchors(parts, kind);
    const periods = createDuePeriods(kind, now, PERIODS_LOOKED_BACK[kind]);
    for (const { listed, by } of subscribed) {
      const subscription = by.get(kind);
      if (subscription === undefined || 'problem' in listed.location) continue;
      const { settings } = subscription;
      const zone = listed.location.timeZone;
      let anchor = anchors.get(locationId(listed.ref));
      if (anchor === undefined) {
        anchor = periods.latest(zone, settings);
        if (!dryRun) await setAnchor(parts, listed.ref, anchor);
      }
      for (const { period, end } of periods.since(anchor, zone, settings)) {
        const known = listings(period);
        const listing = known instanceof Promise ? await known : known;
        const id = reportId(listed.ref, period);
        let recheckDay: number | undefined;
        if (listing.finished.has(id)) {
          recheckDay = recheckDayAt(end, now, settings.recheckDays);
          if (recheckDay === undefined) continue;
          const rechecks = listing.rechecks();
          const made = rechecks instanceof Promise ? await rechecks : rechecks;
          if ((made.get(id) ?? 0) >= recheckDay) continue;
        }
        due.push({
          ref: listed.ref,
          period,
          dueAt: dueAt(period, settings.sendAt[kind], zone),
          listed,
          subscription,
          recheckDay,
        });
      }
    }
  }
  due.sort((a, b) => a.dueAt - b.dueAt);
  return { due, problems };
}
