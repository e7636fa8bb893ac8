import type { MadeReport } from '../../shared/application/make-report.ts';
import type { Metrics } from '../../shared/application/metrics.ts';
import type { MeterpostError } from '../../shared/errors.ts';
import { reasonOfError } from '../metric-reasons.ts';

/** Counts what came of a report; one that was found finished counts for nothing. */
export function countReport(metrics: Metrics, { outcome, report, delivery }: MadeReport): void {
  if (outcome === 'waiting-for-data') metrics({ name: 'ReportsWaiting', value: 1 });
  if (outcome === 'mail-later') metrics({ name: 'ReportsWaiting', value: 1, stage: 'mail' });
  if (report === undefined || delivery === undefined || outcome === 'already-mailed') return;
  metrics({ name: 'ReportsArchived', value: 1 });
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

/** What became of the mails, as a log line may say it. */
export function mailCounts({ delivery }: MadeReport): Readonly<Record<string, number>> {
  if (delivery === undefined) return {};
  const { mailed, held, tooOld, suppressed, later } = delivery.counts;
  return { mailed, held, skipped: tooOld + suppressed, open: later };
}
