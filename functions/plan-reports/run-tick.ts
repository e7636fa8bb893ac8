import { UNMAILED_ROOT } from '../../shared/application/keys.ts';
import type { Metrics } from '../../shared/application/metrics.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type { DueReport } from '../../shared/application/planning/kind-tick.ts';
import { planTick } from '../../shared/application/planning/plan-tick.ts';
import type { Log, ReportQueue, ReportRequest } from '../../shared/application/ports.ts';
import type { Problem } from '../../shared/application/problem.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { type Instant, isoUtc } from '../../shared/domain/time/instant.ts';
import { periodInterval } from '../../shared/domain/time/period.ts';
import { reasonOfProblem } from '../metric-reasons.ts';
import type { AskForDigest } from './ask-for-digest.ts';
import type { Tick } from './event.ts';

export interface TickParts extends PlanParts {
  readonly queue: ReportQueue;
  readonly askForDigest: AskForDigest;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Records what was asked of the sources, at the end of a tick. */
  readonly tellUsage: () => void;
}

/** What a tick came to; the texts of the problems are for the person who had it run, and name ids only. */
export interface TickSummary {
  readonly now: string;
  readonly due: number;
  readonly rechecks: number;
  readonly problems: readonly Problem[];
}

const MS_PER_HOUR = 3_600_000;

/**
 * Asks for every report that is due, again for those that were asked for before: a request that is worked twice changes
 * nothing, and one that was lost comes back. What is found is asked for at once, and need not be kept.
 *
 * @throws ReportQueueError when requests did not get into the queue; StoreError
 */
export async function runTick(parts: TickParts, { scheduledTime }: Tick): Promise<TickSummary> {
  const { log, metrics } = parts;
  const now = parts.clock.now();
  const problems: Problem[] = [];
  let [due, rechecks, overdueMost] = [0, 0, 0];
  for await (const found of planTick(parts, false)) {
    problems.push(...found.problems);
    await parts.queue.send(found.due.map(requestFor));
    for (const report of found.due) {
      if (report.recheckDay === undefined) {
        due += 1;
        overdueMost = Math.max(overdueMost, overdueMs(report, now));
      } else rechecks += 1;
    }
  }
  if (isFirstOfItsHour(now) && (await hasUnmailedReports(parts))) await parts.askForDigest();
  const overdueSeconds = Math.round(overdueMost / 1000);
  metrics({ name: 'PlannerTick', value: 1 });
  metrics({ name: 'ReportsDue', value: due });
  metrics({ name: 'ReportsPlanned', value: due + rechecks });
  metrics({ name: 'OldestOpenReportAgeSeconds', value: overdueSeconds });
  for (const problem of problems) reportProblem(parts, problem);
  const counts = { due, queued: due + rechecks, problems: problems.length };
  const lateness = scheduledTime === undefined ? {} : { ageMs: now - scheduledTime };
  log({ level: 'info', event: 'tick', now: isoUtc(now), ...lateness, ...counts, oldestOpenAgeSeconds: overdueSeconds });
  return { now: isoUtc(now), due, rechecks, problems };
}

/** Often enough for an operator, and seldom enough that the reports of a long outage come in one digest or two. */
function isFirstOfItsHour(now: Instant): boolean {
  return now % MS_PER_HOUR < MS_PER_HOUR / 4;
}

async function hasUnmailedReports({ ledger, configuration }: TickParts): Promise<boolean> {
  if (configuration.operators.length === 0) return false;
  for await (const _key of ledger.list(UNMAILED_ROOT)) return true;
  return false;
}

function requestFor({ ref, period, recheckDay }: DueReport): ReportRequest {
  const request = { location: locationPath(ref), period: period.key };
  return recheckDay === undefined ? request : { ...request, recheckDay };
}

/** How long ago the report should have gone out at the latest: at its send time, or when it had waited for its data long enough. */
function overdueMs({ dueAt, timeZone, period, subscription }: DueReport, now: Instant): number {
  const { end } = periodInterval(period, timeZone);
  return now - Math.max(dueAt, end + subscription.settings.maxWaitHours[period.kind] * MS_PER_HOUR);
}

function reportProblem({ log, metrics }: TickParts, problem: Problem): void {
  const reason = reasonOfProblem(problem);
  metrics({ name: 'PlanProblems', value: 1 });
  metrics({ name: 'PlanProblems', value: 1, reason });
  const level = problem.retryable ? 'warn' : 'error';
  log({ level, event: 'not_planned', location: problem.about, reason, code: problem.code });
}
