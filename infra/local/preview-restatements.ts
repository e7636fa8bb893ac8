import { openOnce } from '../../shared/application/fulfil-request.ts';
import { openLedger } from '../../shared/application/ledger.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type { Problem } from '../../shared/application/problem.ts';
import { previewRestatement } from '../../shared/application/restate-report.ts';
import { defaultSubscription, subscriptionsOf } from '../../shared/application/subscriptions.ts';
import { type LocationRef, locationPath } from '../../shared/domain/location.ts';
import type { FigureChange } from '../../shared/domain/report/changes.ts';
import type { Period } from '../../shared/domain/time/period.ts';
import { dueAt } from '../../shared/domain/time/send-time.ts';
import { problemOf } from './problems.ts';
import { runBounded } from './run-bounded.ts';

export interface Preview {
  readonly ref: LocationRef;
  readonly changes: readonly FigureChange[];
}

/** As many locations as are worked on at the same time anywhere else. */
const LOCATIONS_AT_ONCE = 4;

/** Reads the data of reports again and says what differs; nothing is written. One location's trouble never stops the others. */
export async function previewRestatements(
  parts: PlanParts,
  refs: readonly LocationRef[],
  period: Period,
): Promise<{ readonly previews: readonly Preview[]; readonly problems: readonly Problem[] }> {
  const openLocation = openOnce(parts.sources);
  const results = await runBounded(refs, LOCATIONS_AT_ONCE, async (ref): Promise<Preview> => {
    const reader = await openLocation(ref);
    const { configuration } = parts;
    const subscription =
      subscriptionsOf(configuration, { ref, fields: reader.fields }).get(period.kind) ??
      defaultSubscription(configuration, period.kind);
    const due = dueAt(period, subscription.settings.sendAt[period.kind], reader.location.timeZone);
    const ledger = await openLedger(parts, ref, period);
    const reading = { clock: parts.clock, sender: configuration.sender, timeZoneDatabase: '' };
    return { ref, changes: await previewRestatement(reading, ledger, { reader, period, subscription, due }) };
  });
  const previews = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const problems = results.flatMap((result, index) => {
    const ref = refs[index];
    if (result.status === 'fulfilled' || ref === undefined) return [];
    return [problemOf(`${locationPath(ref)} ${period.key}`, result.reason)];
  });
  return { previews, problems };
}
