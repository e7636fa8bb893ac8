import { fulfilRequest, type RequestParts } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import type { MadeReport } from '../../shared/application/make-report.ts';
import type { ReportRequest } from '../../shared/application/ports.ts';
import type { Problem } from '../../shared/application/problem.ts';
import { type LocationRef, locationPath } from '../../shared/domain/location.ts';
import type { Period } from '../../shared/domain/time/period.ts';
import { problemOf } from './problems.ts';
import type { Progress } from './progress.ts';
import { type MadeSummary, summaryOf } from './report-summary.ts';
import { runBounded } from './run-bounded.ts';

/** What is asked of a report; nothing is what a tick asks. */
export type Asking = Omit<ReportRequest, 'location' | 'period'>;

/** One report to be worked on. */
export interface Job {
  readonly ref: LocationRef;
  readonly period: Period;
  readonly asking: Asking;
}

/** What became of a job; without `made`, the problem says why, or without one it was handed on to the workers of a deployment. */
export interface JobResult {
  readonly job: Job;
  readonly made: MadeSummary | undefined;
  readonly problem: Problem | undefined;
}

/** More locations at the same time would only wait for the source, which has its own limit, and for the processor. */
const LOCATIONS_AT_ONCE = 4;

export const requestOf = ({ ref, period, asking }: Job): ReportRequest => ({
  location: locationPath(ref),
  period: period.key,
  ...asking,
});

export const jobName = ({ ref, period }: Pick<Job, 'ref' | 'period'>): string => `${locationPath(ref)} ${period.key}`;

/**
 * The queue in memory: works off all jobs, several locations at the same time and the reports of one behind each other,
 * as they share their days. One location's trouble never stops the others.
 *
 * @param turn waits until the next job may begin; none waits unless given
 */
export async function workOff(
  parts: RequestParts,
  jobs: readonly Job[],
  progress: Progress,
  turn: () => Promise<void> = async () => {},
): Promise<JobResult[]> {
  progress.begin(jobs.length, jobs.length === 1 ? 'report to make' : 'reports to make');
  const byLocation = [...Map.groupBy(jobs, ({ ref }) => locationPath(ref)).values()];
  const results = new Map<Job, JobResult>();
  await runBounded(byLocation, LOCATIONS_AT_ONCE, async (own) => {
    for (const job of own) {
      await turn();
      results.set(job, await workOn(parts, job, progress));
    }
  });
  progress.end();
  return jobs.flatMap((job) => results.get(job) ?? []);
}

async function workOn(parts: RequestParts, job: Job, progress: Progress): Promise<JobResult> {
  const name = jobName(job);
  const onDay = (done: number, all: number) => progress.part(name, done, all);
  try {
    const request = requestOf(job);
    const made = await fulfilRequest({ ...parts, onDay }, request, optionsFor(request));
    progress.finish(name, made.outcome);
    return { job, made: summaryOf(made), problem: shortfall(name, made) };
  } catch (error) {
    progress.finish(name, 'not made');
    return { job, made: undefined, problem: problemOf(name, error) };
  }
}

/** Why a report that was made is not where it should be; undefined when all that was asked for is done. */
function shortfall(about: string, { outcome, delivery }: MadeReport): Problem | undefined {
  if (outcome === 'held') {
    const mails = delivery?.counts.held === 1 ? 'a mail is' : `${delivery?.counts.held ?? 'some'} mails are`;
    const message = `${mails} held: \`why\` tells the reason, \`resolve\` decides. The report is in the archive.`;
    return { about, message, retryable: false };
  }
  if (outcome === 'mail-later') {
    const message = 'a mail could not be sent yet: the next tick tries again. The report is in the archive.';
    return { about, message, retryable: true };
  }
  return undefined;
}
