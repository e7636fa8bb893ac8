import { type LocationRef, parseLocationPath } from '../domain/location.ts';
import { type Period, periodKeyForPath } from '../domain/time/period.ts';
import { isArchived } from './archive-report.ts';
import type { Configuration, ReportRule } from './configuration.ts';
import { type LedgerParts, openLedger } from './ledger.ts';
import { listReports, REPORTS_ROOT } from './list-reports.ts';
import { readSubject } from './report-subject.ts';

/**
 * The locations whose report of a period is in the archive, and which a rule names for the kind of report. The fields of a
 * rule are the source's to know, so that they leave out nobody.
 */
export async function restatableReports(
  parts: Pick<LedgerParts, 'ledger'>,
  { reports: rules }: Pick<Configuration, 'reports'>,
  period: Period,
): Promise<LocationRef[]> {
  const within = `${REPORTS_ROOT}${period.kind}/${periodKeyForPath(period)}/`;
  const refs: LocationRef[] = [];
  for await (const { prefix, entries } of listReports(parts, within)) {
    if (!isArchived(entries)) continue;
    const subject = await readSubject(parts, prefix);
    const ref = subject === undefined ? undefined : parseLocationPath(subject.location);
    if (ref !== undefined && isNamed(rules, ref, period)) refs.push(ref);
  }
  return refs;
}

/** Whether a location's report of a period is in the archive. */
export async function isRestatable(parts: LedgerParts, ref: LocationRef, period: Period): Promise<boolean> {
  return isArchived([...(await openLedger(parts, ref, period)).entries]);
}

function isNamed(rules: readonly ReportRule[], { source, fleet, id }: LocationRef, { kind }: Period): boolean {
  return rules.some(
    ({ match, kinds }) =>
      match.source === source &&
      match.fleet === fleet &&
      (match.locations === '*' || match.locations.includes(id)) &&
      kinds.includes(kind),
  );
}
