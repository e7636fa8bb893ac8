import { openOnce } from '../../shared/application/fulfil-request.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type { LocationReader } from '../../shared/application/ports.ts';
import { type Problem, problemFrom } from '../../shared/application/problem.ts';
import { listedAs } from '../../shared/application/roster.ts';
import { mayMailCustomersOf, type Subscription, subscriptionsOf } from '../../shared/application/subscriptions.ts';
import { type LocationRef, locationPath } from '../../shared/domain/location.ts';
import type { ReportKind } from '../../shared/domain/time/period.ts';

interface Planned {
  readonly ref: LocationRef;
  readonly period: { readonly kind: ReportKind };
  readonly subscription: Subscription;
}

/**
 * Looks up who would get planned reports where rules ask for a location's own customers: the plan itself knows nobody but
 * those of the configuration.
 */
export async function withCustomers<Report extends Planned>(
  { configuration, sources }: Pick<PlanParts, 'configuration' | 'sources'>,
  reports: readonly Report[],
): Promise<{ readonly reports: Report[]; readonly problems: Problem[] }> {
  const open = openOnce(sources);
  const readers = new Map<string, LocationReader | undefined>();
  const problems: Problem[] = [];
  const found: Report[] = [];
  for (const report of reports) {
    const { ref, period } = report;
    const path = locationPath(ref);
    if (mayMailCustomersOf(configuration, ref) && !readers.has(path)) {
      const reader = await open(ref).catch((error: unknown) => {
        problems.push(problemFrom(path, error));
        return undefined;
      });
      readers.set(path, reader);
    }
    const reader = readers.get(path);
    const subscription = reader && subscriptionsOf(configuration, listedAs(reader)).get(period.kind);
    found.push(subscription === undefined ? report : { ...report, subscription });
  }
  return { reports: found, problems };
}
