import { locationPath } from '../../shared/domain/location.ts';
import { isoUtc } from '../../shared/domain/time/instant.ts';
import type { ReportSummary } from './report-summary.ts';
import { renderTable } from './table.ts';
import { type JobResult, jobName } from './work-off.ts';

/** A report for programs, as `tick`, `backfill` and `report` tell of it. */
export function reportData(result: JobResult) {
  const { job, made } = result;
  const report = made?.report;
  return {
    location: locationPath(job.ref),
    kind: job.period.kind,
    period: job.period.key,
    outcome: outcomeOf(result),
    ...(job.asking.recheckDay === undefined ? {} : { recheckDay: job.asking.recheckDay }),
    revision: report?.revision ?? null,
    provisional: report?.provisional ?? null,
    due: report === undefined ? null : isoUtc(report.dueAt),
    keys: made?.keys ?? [],
    mails: made?.delivery?.counts ?? null,
    ...(made?.delivery?.unreachable === undefined ? {} : { unreachableCustomers: made.delivery.unreachable }),
    notes: report?.notes ?? [],
  };
}

/** `queued`: handed on to the workers of a deployment. */
function outcomeOf({ made, problem }: JobResult): string {
  return made?.outcome ?? (problem === undefined ? 'queued' : 'failed');
}

/** A report in a line of a table: its place and period, what was consumed, how much of the data was there, what became of it. */
export function reportsTable(results: readonly JobResult[]): string {
  const rows = results.map((result) => {
    const { job, made } = result;
    const report = made?.report;
    return [
      report?.label ?? job.ref.id,
      job.period.key,
      report?.consumption ?? '',
      coverageText(report),
      outcomeOf(result),
    ];
  });
  return renderTable(rows, [
    { title: 'place' },
    { title: 'period' },
    { title: 'consumption', align: 'right' },
    { title: 'data', align: 'right' },
    { title: 'outcome' },
  ]);
}

/** A line for each report whose location has customers that nobody can write to: how many, never who. */
export function leftOutLines(results: readonly JobResult[]): string[] {
  return results.flatMap(({ job, made }) => {
    const { withoutAddress = 0, invalidAddress = 0 } = made?.delivery?.unreachable ?? {};
    if (withoutAddress + invalidAddress === 0) return [];
    const reasons = `${withoutAddress} without an address, ${invalidAddress} with one that no mail can be sent to`;
    return [`Customers left out of ${jobName(job)}: ${reasons}.`];
  });
}

/** Rounded down, so that only complete data reads 100 %; empty where nothing is known of it. */
export function coverageText(report: Pick<ReportSummary, 'coverage'> | undefined): string {
  const coverage = report?.coverage ?? null;
  return coverage === null ? '' : `${(Math.floor(coverage * 1000) / 10).toFixed(1)} %`;
}
