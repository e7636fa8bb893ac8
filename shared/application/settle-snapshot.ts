import { type DayFacts, isComplete } from '../domain/energy/day-facts.ts';
import type { LocationRef } from '../domain/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import { type Period, periodDays, periodInterval } from '../domain/time/period.ts';
import { readSnapshot, type StoredSnapshot, storeSnapshot } from './ensure-snapshot.ts';
import { sameFacts, unkept } from './facts-archive.ts';
import { gatherComparisons } from './gather-comparisons.ts';
import { gatherFacts } from './gather-facts.ts';
import { finishedKey } from './keys.ts';
import { type LedgerParts, latestRevision, type ReportLedger } from './ledger.ts';
import { keepLogo } from './logos.ts';
import { type MakeOptions, makesRevision } from './make-options.ts';
import type { MakeParts } from './make-report.ts';
import type { LocationReader } from './ports.ts';
import type { Subscription } from './subscriptions.ts';

const MS_PER_HOUR = 3_600_000;

/** So long after its end, a day's report is made by schedule, and hardly by anything else before it. */
const YOUNG_FOR_MS = 24 * MS_PER_HOUR;

/** The snapshot to render from: the stored one, or a new one of what the source says now; `wait` while data may still come. */
export async function settleSnapshot(
  parts: MakeParts,
  ledger: ReportLedger,
  reader: LocationReader,
  period: Period,
  subscription: Subscription,
  options: MakeOptions,
  due: Instant,
): Promise<StoredSnapshot | 'wait'> {
  const latest = latestRevision(ledger);
  const before = await readSnapshot(ledger, latest);
  const revises = makesRevision(options, latest);
  const isFinal =
    before !== undefined && !revises && !(await isStale(parts, ledger, before, reader.location, period, options));
  if (isFinal) return before;

  const days = periodDays(period, reader.location.timeZone);
  // What a day's first report is made of, its snapshot keeps. Of an older day, others may have kept something else before.
  const { end } = periodInterval(period, reader.location.timeZone);
  const isYoung = parts.clock.now() < end + YOUNG_FOR_MS;
  const isKeptThere = period.kind === 'daily' && latest === 0 && isYoung;
  const gathering = isKeptThere ? { ...parts, facts: unkept(parts.facts) } : parts;
  const facts = await gatherFacts(gathering, reader, days, () => revises, before?.snapshot.days);
  const provisional = !facts.every(isComplete);
  if (before !== undefined && !revises && sameDays(before.snapshot.days, facts)) return before;
  const waitMs = subscription.settings.maxWaitHours[period.kind] * MS_PER_HOUR;
  const mayStillCome = parts.clock.now() < end + waitMs;
  if (options.trigger === 'scheduled' && provisional && mayStillCome) return 'wait';
  await keepLogo(parts, subscription);
  return await storeSnapshot(ledger, {
    location: reader.location,
    period,
    revision: latest + 1,
    provisional,
    days: facts,
    comparisons: await gatherComparisons(parts, reader, period, facts, subscription),
    subscription,
    sender: parts.sender,
    dueAt: due,
    timeZoneDatabase: parts.timeZoneDatabase,
    before,
  });
}

/**
 * A provisional snapshot that nobody was sent yet is read again before its first mail: the data may have come since. A
 * finished report has no first mail to come, unless a person asks for one.
 */
async function isStale(
  parts: LedgerParts,
  ledger: ReportLedger,
  before: StoredSnapshot,
  ref: LocationRef,
  period: Period,
  { mail, trigger }: MakeOptions,
): Promise<boolean> {
  const isMailed = [...ledger.entries].some((entry) => entry.startsWith('mail/'));
  if (!before.snapshot.provisional || !mail || isMailed) return false;
  return trigger === 'on-demand' || (await parts.ledger.get(finishedKey(ref, period))) === undefined;
}

function sameDays(before: readonly DayFacts[], after: readonly DayFacts[]): boolean {
  return (
    before.length === after.length &&
    before.every((day, index) => after[index] !== undefined && sameFacts(day, after[index]))
  );
}
