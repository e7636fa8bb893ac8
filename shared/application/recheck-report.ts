import { archiveReport } from './archive-report.ts';
import { deliverReport } from './deliver-report.ts';
import { openLedger, openUnrevisedLedger } from './ledger.ts';
import { type MadeReport, type MakeParts, made, nothingYet } from './make-report.ts';
import { isRechecked, isStillSettling, markRechecked } from './rechecks.ts';
import { type ReportAbout, rereadReport, storeRevision } from './reread-report.ts';

export interface Recheck extends ReportAbout {
  /** Days after the period's end. */
  readonly day: number;
}

/**
 * Reads the data of a finished report once more. Only a notable change makes a new revision, beside the old one and with
 * the list of what changed; it is mailed where the operator wants that.
 */
export async function recheckReport(parts: MakeParts, recheck: Recheck): Promise<MadeReport> {
  const { reader, period, subscription } = recheck;
  const { settings } = subscription;
  // A request that comes once more must not bring a revision out of turn.
  if (await isRechecked(parts, reader.location, period, recheck.day, settings.recheckDays))
    return nothingYet('unchanged');
  const now = parts.clock.now();
  const known = await openUnrevisedLedger(parts, reader.location, period);
  const reread = await rereadReport(parts, known, recheck, (day) => isStillSettling(day, now, settings.recheckDays));
  if (reread === undefined) return nothingYet('not-due');
  const differs = reread.changes.length > 0;
  if (!differs && reread.latest === 1) {
    await markRechecked(parts, reader.location, period, recheck.day);
    return nothingYet('unchanged');
  }
  const ledger = await openLedger(parts, reader.location, period);
  // A revision that is there already may be the work of a run that stopped half way: its files and mails are made sure of.
  const stored = differs ? await storeRevision(parts, ledger, recheck, reread) : reread.before;
  const archived = await archiveReport(parts, ledger, reader.location, period, stored);
  const options = { trigger: 'scheduled', mail: settings.mailRevisions, revise: true } as const;
  const delivery = await deliverReport(parts, ledger, archived, subscription, options);
  if (delivery.settled || !settings.mailRevisions) await markRechecked(parts, reader.location, period, recheck.day);
  return made(archived, delivery);
}
