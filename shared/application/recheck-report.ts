import { isComplete } from '../domain/energy/day-facts.ts';
import type { Instant } from '../domain/time/instant.ts';
import { type Period, periodDays } from '../domain/time/period.ts';
import { archiveReport } from './archive-report.ts';
import { deliverReport } from './deliver-report.ts';
import { differsNotably, readSnapshot, storeSnapshot } from './ensure-snapshot.ts';
import { gatherComparisons } from './gather-comparisons.ts';
import { gatherFacts } from './gather-facts.ts';
import { latestRevision, type ReportLedger } from './ledger.ts';
import { type MadeReport, type MakeParts, made, nothingYet } from './make-report.ts';
import type { LocationReader } from './ports.ts';
import { isStillSettling, markRechecked } from './rechecks.ts';
import type { Subscription } from './subscriptions.ts';

export interface Recheck {
  readonly reader: LocationReader;
  readonly period: Period;
  readonly subscription: Subscription;
  readonly due: Instant;
  /** Days after the period's end. */
  readonly day: number;
}

/**
 * Reads the data of a finished report once more. Only a notable change makes a new revision, beside the old one and with
 * the list of what changed; it is mailed where the operator wants that.
 */
export async function recheckReport(parts: MakeParts, ledger: ReportLedger, recheck: Recheck): Promise<MadeReport> {
  const { reader, period, subscription, due } = recheck;
  const { settings } = subscription;
  const latest = latestRevision(ledger);
  const before = await readSnapshot(ledger, latest);
  if (before === undefined) return nothingYet('not-due');

  const now = parts.clock.now();
  const days = periodDays(period, reader.location.timeZone);
  const facts = await gatherFacts(parts, reader, days, (day) => isStillSettling(day, now, settings.recheckDays));
  const input = {
    location: reader.location,
    period,
    revision: latest + 1,
    provisional: !facts.every(isComplete),
    days: facts,
    subscription,
    sender: parts.sender,
    dueAt: due,
    timeZoneDatabase: parts.timeZoneDatabase,
    before,
  };
  const differs = differsNotably(input);
  if (!differs && latest === 1) {
    await markRechecked(parts, reader.location, period, recheck.day);
    return nothingYet('unchanged');
  }
  // A revision that is there already may be the work of a run that stopped half way: its files and mails are made sure of.
  const compare = () => gatherComparisons(parts, reader, period, facts, subscription);
  const stored = differs ? await storeSnapshot(ledger, { ...input, comparisons: await compare() }) : before;
  const archived = await archiveReport(parts, ledger, reader.location, period, stored);
  const options = { trigger: 'scheduled', mail: settings.mailRevisions, revise: true } as const;
  const delivery = await deliverReport(parts, ledger, archived, subscription, options);
  if (delivery.settled || !settings.mailRevisions) await markRechecked(parts, reader.location, period, recheck.day);
  return made(archived, delivery);
}
