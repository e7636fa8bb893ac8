import { locationId } from '../../../shared/application/keys.ts';
import { reportStatus } from '../../../shared/application/report-status.ts';
import { locationPath, parseLocationPath } from '../../../shared/domain/location.ts';
import type { Stage } from '../stage.ts';
import { countDoubts, type Doubts } from './doubts.ts';
import type { MailRecord, ReportRecord } from './report-record.ts';
import { DAY_MS, dueMs, spanAfter, spanOfKey } from './zone-clock.ts';

/** What came of everything that had fallen due. */
export interface Ending extends Doubts {
  readonly due: number;
  readonly finished: number;
  readonly held: number;
  readonly open: number;
  readonly mails: number;
  /** Mails that reached their readers more often than once. */
  readonly mailedTwice: number;
}

const HOUR_MS = 3_600_000;
/** Messages, retries and the doubt deadline take that long at most, once nothing goes wrong any more. */
const SETTLING_MS = 6 * HOUR_MS;

/**
 * Looks, after quiet hours, at every period that had fallen due since each location was first seen: each must be finished,
 * or held for a person, or still within the time that it may take; and each reader must have had what the policy promises.
 *
 * @param lastTickMs what fell due later was never asked for
 * @param settlingMs how long after its time a report may still be open
 */
export async function checkEnding(
  stage: Stage,
  lastTickMs = stage.world.nowMs,
  settlingMs = SETTLING_MS,
): Promise<Ending> {
  const { world, context } = stage;
  const { policy, places, reports } = context;
  const statuses = new Map(
    (await reportStatus({ ledger: stage.readOnlyLedger })).map((status) => [
      `${status.location} ${status.kind} ${status.period.replace('/', '_')}`,
      status.state,
    ]),
  );
  const byName = new Map([...reports.values()].map((report) => [nameOf(report), report]));
  const readersOf = countReaders(stage);
  const count = { due: 0, finished: 0, held: 0, open: 0 };
  for (const { location, kind, period, endMs, dueAtMs } of everythingDue(stage, lastTickMs)) {
    const watched = places.get(location);
    if (watched === undefined) continue;
    count.due += 1;
    const name = `${location} ${kind} ${period}`;
    const state = statuses.get(name);
    const waitMs = (of: string) => (settlingMs === 0 ? 0 : (policy.maxWaitHours[of] ?? 0) * HOUR_MS);
    const settledMs = Math.max(dueAtMs, endMs + waitMs(kind)) + settlingMs;
    if (state === 'finished') count.finished += 1;
    else if (state === 'held') count.held += 1;
    else if (settledMs > world.nowMs) count.open += 1;
    else world.violate('every due period is finished or held', `${name} is ${state ?? 'unknown'}`);
    const report = byName.get(name);
    if (state === 'finished' && report !== undefined) checkReaders(stage, report, readersOf(report));
  }
  for (const [report] of context.digests.unmailed) {
    if (!context.digests.told.has(report)) world.violate('operators are told of what came too late', report);
  }
  const mails = [...reports.values()].flatMap((report) => [...report.mails.values()]);
  return {
    ...count,
    mails: mails.filter(({ accepted }) => accepted > 0).length,
    mailedTwice: mails.filter(isTwice).length,
    ...countDoubts(mails, policy.doubtDeadlineMs),
  };
}

const nameOf = ({ location, kind, period }: ReportRecord) => `${location} ${kind} ${period}`;

function checkReaders({ world, context }: Stage, report: ReportRecord, readers: number): void {
  const mails = [...report.mails.values()];
  const isLate =
    (report.finishedAtMs ?? 0) - report.endMs > (context.policy.mailUpToDaysOld[report.kind] ?? 0) * DAY_MS;
  if (mails.length < readers && !isLate) world.violate('each reader has a mail', nameOf(report));
  for (const mail of mails) {
    if (mail.ending === undefined) world.violate('every mail of a finished report has ended', nameOf(report));
    if (mail.ending === 'mailed' && mail.accepted === 0) world.violate('nothing is lost silently', nameOf(report));
    if (isTwice(mail) && context.policy.whenInDoubt === 'hold') world.violate('one mail a recipient', nameOf(report));
  }
}

/** More often than once, apart from what the operator ordered. */
const isTwice = ({ accepted, resends }: MailRecord) => accepted > 1 + resends;

/** How many addresses the rules name for a report. */
function countReaders({ settings: { locations, rules } }: Stage): (report: ReportRecord) => number {
  const groups = new Map(locations.map(({ ref, fields }) => [locationPath(ref), fields['group']]));
  return ({ location, kind }) => {
    const group = groups.get(location);
    const matching = rules.filter(
      ({ match, kinds }) => match.fields['group'] === group && kinds.some((k) => k === kind),
    );
    return new Set(matching.flatMap(({ recipients }) => recipients)).size;
  };
}

interface DuePeriod {
  readonly location: string;
  readonly kind: string;
  readonly period: string;
  readonly endMs: number;
  readonly dueAtMs: number;
}

/** Every period from each location's anchor on that has fallen due by an instant, worked out apart from the product. */
function* everythingDue({ context }: Stage, untilMs: number): Generator<DuePeriod> {
  const { places, policy } = context;
  const pathsById = new Map<string, string>();
  for (const path of places.keys()) {
    const ref = parseLocationPath(path);
    if (ref !== undefined) pathsById.set(locationId(ref), path);
  }
  for (const { kind, location: id, period: first } of context.anchors.values()) {
    const location = pathsById.get(id) ?? '';
    const clock = places.get(location)?.clock;
    if (clock === undefined) continue;
    for (let span = spanOfKey(kind, first); ; span = spanAfter(kind, span)) {
      const dueAtMs = dueMs(clock, span, policy.sendAt);
      if (dueAtMs > untilMs) break;
      const endMs = clock.firstShowing(span.nextMs);
      if (endMs > clock.firstShowing(span.firstMs)) yield { location, kind, period: keyOf(kind, span), endMs, dueAtMs };
    }
  }
}

function keyOf(kind: string, { firstMs, nextMs }: { readonly firstMs: number; readonly nextMs: number }): string {
  const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  if (kind === 'daily') return date(firstMs);
  if (kind === 'monthly') return date(firstMs).slice(0, 7);
  if (kind === 'cycle') return `${date(firstMs)}_${date(nextMs - DAY_MS)}`;
  const thursday = new Date(firstMs + 3 * DAY_MS);
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
