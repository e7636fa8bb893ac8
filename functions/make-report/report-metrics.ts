import type { MadeReport } from '../../shared/application/make-report.ts';
import type { Metrics } from '../../shared/application/metrics.ts';
import type { Log } from '../../shared/application/ports.ts';
import type { MeterpostError } from '../../shared/errors.ts';
import { reasonOfError } from '../metric-reasons.ts';

/** Counts what came of a report; one that was found finished counts for nothing. */
export function countReport(metrics: Metrics, { outcome, report, delivery }: MadeReport): void {
  if (outcome === 'waiting-for-data') metrics({ name: 'ReportsWaiting', value: 1 });
  if (outcome === 'mail-later') metrics({ name: 'ReportsWaiting', value: 1, stage: 'mail' });
  if (report === undefined || delivery === undefined || outcome === 'already-mailed') return;
  metrics({ name: 'ReportsArchived', value: 1 });
  if (report.coverage !== null) metrics({ name: 'CoveragePercent', value: 100 * report.coverage });
  if (report.provisional) metrics({ name: 'ReportsProvisional', value: 1 });
  if (report.revision > 1) metrics({ name: 'ReportsRestated', value: 1 });
  if (delivery.counts.mailed > 0) metrics({ name: 'ReportsMailed', value: delivery.counts.mailed });
  if (delivery.counts.held > 0) metrics({ name: 'ReportsHeld', value: delivery.counts.held });
}

/** Counts what kept a report from being made: altogether, and by its reason. */
export function countFailure(metrics: Metrics, error: MeterpostError): void {
  metrics({ name: 'ReportsFailed', value: 1 });
  metrics({ name: 'ReportsFailed', value: 1, reason: reasonOfError(error.name) });
  if (error.name === 'ArchiveConflictError') metrics({ name: 'LedgerTamper', value: 1 });
  if (error.name === 'OutOfTimeError') metrics({ name: 'BudgetRefused', value: 1 });
}

/** Logs how many customers of the location nobody can write to, by the reason; never who they are. */
export function logUnreachable(log: Log, ids: Readonly<Record<string, string>>, { delivery }: MadeReport): void {
  const { withoutAddress = 0, invalidAddress = 0 } = delivery?.unreachable ?? {};
  for (const [reason, count] of [
    ['no_address', withoutAddress],
    ['invalid_address', invalidAddress],
  ] as const) {
    if (count > 0) log({ level: 'warn', event: 'customers_left_out', ...ids, reason, count });
  }
}

/** What became of the mails, as a log line may say it. */
export function mailCounts({ delivery }: MadeReport): Readonly<Record<string, number>> {
  if (delivery === undefined) return {};
  const { mailed, held, tooOld, suppressed, later } = delivery.counts;
  return { mailed, held, skipped: tooOld + suppressed, open: later };
}
