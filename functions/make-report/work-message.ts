import { sendDigests } from '../../shared/application/digest.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { isAskedFor, optionsFor } from '../../shared/application/make-options.ts';
import type { ReportRequest } from '../../shared/application/ports.ts';
import { MeterpostError, SourceUnavailableError } from '../../shared/errors.ts';
import type { Container, ReportParts } from './container.ts';
import { parseMessage, type QueuedTask, type QueueRecord } from './event.ts';
import { type Failure, postponementSeconds } from './postponement.ts';
import { reportIds } from './report-ids.ts';
import { countFailure, countReport, logUnreachable, mailCounts } from './report-metrics.ts';
import { hasTimeFor, type RemainingMs, withinTime } from './time-left.ts';

/** `done` takes the message out of the queue; `again` leaves it there, to be received once more. */
export type Worked = 'done' | 'again';

/**
 * Works one message. Whatever the next tick will ask for again by itself is done with: a report that waits for its data, a
 * mail that is put off, trouble that only a person can end. A passing failure comes again after a pause. Only what no run
 * can work, a message that is none of ours or a defect, keeps coming until it is set aside.
 */
export async function workMessage(
  container: Container,
  record: QueueRecord,
  remainingMs: RemainingMs,
): Promise<Worked> {
  if (!hasTimeFor('open the location', remainingMs)) {
    container.metrics({ name: 'BudgetRefused', value: 1 });
    return 'again';
  }
  let task: QueuedTask | undefined;
  try {
    task = parseMessage(record.body);
    const parts = withinTime(await container.partsNow(), remainingMs);
    if (task.kind === 'report') return await makeOne(container, parts, record, task.request);
    await tellOperators(container, parts);
    return 'done';
  } catch (error) {
    return await afterFailure(container, record, task, error);
  }
}

async function makeOne(
  container: Container,
  parts: ReportParts,
  record: QueueRecord,
  request: ReportRequest,
): Promise<Worked> {
  const { log, metrics } = container;
  const made = await fulfilRequest(parts, request, optionsFor(request));
  countReport(metrics, made);
  log({ level: 'info', event: 'report', ...reportIds(request), outcome: made.outcome, ...mailCounts(made) });
  logUnreachable(log, reportIds(request), made);
  if (made.outcome !== 'mail-later' || !isAskedFor(request)) return 'done';
  // No tick asks for the mails of a report that a person asked for.
  await postpone(container, record, { isAskedFor: true, retryAfterMs: undefined });
  return 'again';
}

async function tellOperators({ log }: Container, parts: ReportParts): Promise<void> {
  const { operators, defaults } = parts.configuration;
  const results = await sendDigests({ ...parts, operators, locale: defaults.locale });
  const mailed = results.filter((result) => result === 'mailed').length;
  if (mailed > 0) log({ level: 'info', event: 'digest', mailed });
}

async function afterFailure(
  container: Container,
  record: QueueRecord,
  task: QueuedTask | undefined,
  error: unknown,
): Promise<Worked> {
  const { log, metrics } = container;
  const attempt = record.receives;
  if (task === undefined || !(error instanceof MeterpostError)) {
    const code = error instanceof Error ? error.name : 'unknown';
    const event = task === undefined ? 'message_not_understood' : 'defect';
    metrics({ name: 'ReportsFailed', value: 1 });
    metrics({ name: 'ReportsFailed', value: 1, reason: 'defect' });
    log({ level: 'error', event, ...idsOf(task), code, attempt });
    return 'again';
  }
  countFailure(metrics, error);
  const failure = { ...idsOf(task), code: error.name, retryable: error.retryable, attempt };
  if (!error.retryable) {
    log({ level: 'error', event: 'report_failed', ...failure });
    return 'done';
  }
  const retryAfterMs = error instanceof SourceUnavailableError ? error.retryAfterMs : undefined;
  const askedFor = task.kind === 'report' && isAskedFor(task.request);
  const seconds = await postpone(container, record, { isAskedFor: askedFor, retryAfterMs });
  if (seconds === undefined) {
    log({ level: 'warn', event: 'report_left_to_next_tick', ...failure });
    return 'done';
  }
  log({ level: 'warn', event: 'report_postponed', ...failure, retryAfterMs: seconds * 1000 });
  return 'again';
}

/** Keeps a message out of sight for a while; undefined when a tick asks for it sooner. */
async function postpone(
  { hideMessage, random }: Container,
  { receives, receiptHandle }: QueueRecord,
  failure: Omit<Failure, 'receives'>,
): Promise<number | undefined> {
  const seconds = postponementSeconds({ receives, ...failure }, random);
  if (seconds !== undefined) await hideMessage(receiptHandle, seconds);
  return seconds;
}

/** What a log line calls a report; its id is in the ledger's keys and in the tags of its mails too. */
function idsOf(task: QueuedTask | undefined): Readonly<Record<string, string>> {
  return task?.kind === 'report' ? reportIds(task.request) : {};
}
