import { type LocationRef, locationPath } from '../domain/location.ts';
import type { Report } from '../domain/report/report.ts';
import { type Instant, isoUtc } from '../domain/time/instant.ts';
import { type Period, periodInterval } from '../domain/time/period.ts';
import { dueAt } from '../domain/time/send-time.ts';
import { NoSuchDayError, PeriodNotOverError } from '../errors.ts';
import {
  ARTEFACT_FORMATS,
  type ArchivedReport,
  type ArchiveParts,
  archiveReport,
  commitUnlessClaimed,
} from './archive-report.ts';
import { createOnce } from './create-once.ts';
import { type Delivery, deliverReport } from './deliver-report.ts';
import { markUnmailed } from './digest.ts';
import type { StoredSnapshot } from './ensure-snapshot.ts';
import type { ExtraParts } from './extra-readings.ts';
import { packMonth } from './facts-archive.ts';
import { finishedKey } from './keys.ts';
import { encodeEntry, type LedgerParts, openLedger, openNewLedger, type ReportLedger } from './ledger.ts';
import type { MailParts } from './mail-report.ts';
import type { MakeOptions } from './make-options.ts';
import type { LocationReader } from './ports.ts';
import { recheckReport } from './recheck-report.ts';
import { markRechecked, recheckDayAt } from './rechecks.ts';
import { notePlan, subjectBody } from './report-subject.ts';
import { restateReport } from './restate-report.ts';
import { resumeMails } from './resume-mails.ts';
import { settleSnapshot } from './settle-snapshot.ts';
import type { Subscription } from './subscriptions.ts';

export interface MakeParts extends LedgerParts, ArchiveParts, ExtraParts, MailParts {
  /** Version of the time zone database that days are cut by. */
  readonly timeZoneDatabase: string;
}

export type MakeOutcome =
  | 'not-due'
  | 'waiting-for-data'
  | 'archived'
  | 'mailed'
  | 'already-mailed'
  | 'mail-later'
  | 'held'
  | 'no-data'
  | 'unchanged';

export interface MadeReport {
  readonly outcome: MakeOutcome;
  /** Keys of the report's files in the archive. */
  readonly keys: readonly string[];
  /** Absent when no report was made (not due, or still waiting). */
  readonly report: Report | undefined;
  readonly delivery: Delivery | undefined;
}

/**
 * Makes one report, or whatever of it is missing: snapshot, files, commit, mails. Every step is safe to repeat and
 * safe against somebody doing the same at the same time; a run that stopped anywhere is finished by the next.
 *
 * @throws MeterpostError what kept the report from being made
 */
export async function makeReport(
  parts: MakeParts,
  reader: LocationReader,
  period: Period,
  subscription: Subscription,
  options: MakeOptions,
): Promise<MadeReport> {
  const ref: LocationRef = reader.location;
  const due = dueAt(period, subscription.settings.sendAt[period.kind], reader.location.timeZone);
  const { start, end } = periodInterval(period, reader.location.timeZone);
  const now = parts.clock.now();
  if (options.trigger === 'scheduled' && now < due) return nothingYet('not-due');
  if (now < end)
    throw new PeriodNotOverError(`${locationPath(ref)} ${period.key} ends at ${isoUtc(end)}; ask again after that.`);
  if (start === end) {
    const { timeZone } = reader.location;
    throw new NoSuchDayError(
      `${locationPath(ref)} had no ${period.key}: the clocks of ${timeZone} left that date out.`,
    );
  }

  const about = { reader, period, subscription, due };
  const { recheckDay, restate: reason, resume, mail } = options;
  if (recheckDay !== undefined) return await recheckReport(parts, { ...about, day: recheckDay });
  const isBegun = reason !== undefined || resume === true;
  const ledger = await (isBegun ? openLedger : openNewLedger)(parts, ref, period);
  if (reason !== undefined) return await restateReport(parts, ledger, about, { reason, mail });
  if (resume === true) return await resumeMails(parts, ledger, about);
  const isNew = ledger.entries.size === 0;
  const stored = await planUnlessSettled(ledger, reader, period, due, () =>
    settleSnapshot(parts, ledger, reader, period, subscription, options, due),
  );
  if (stored === 'wait') return nothingYet('waiting-for-data');

  const archived = await archiveReport(parts, ledger, ref, period, stored, options.mail ? 'by-claim' : 'at-once');
  const delivery = await deliverReport(parts, ledger, archived, subscription, options);
  await commitUnlessClaimed(ledger, archived);
  if (delivery.settled) {
    if (delivery.counts.tooOld > 0) await markUnmailed(parts, ref, period);
    const { revision } = archived.report;
    const subject = subjectBody(ref, period, due);
    const body = encodeEntry({ owner: parts.newOwner(), revision, ...delivery.counts, ...subject });
    await createOnce(parts.ledger, finishedKey(ref, period), body, 'application/json', parts.pauses);
    // What was read late needs no second look for the days that had passed by then.
    const seen = recheckDayAt(end, stored.snapshot.readAt, subscription.settings.recheckDays);
    if (seen !== undefined) await markRechecked(parts, ref, period, seen);
    if (isNew && period.kind === 'daily') await packMonth(parts.facts, ref, period.first);
  }
  return made(archived, delivery);
}

export const nothingYet = (outcome: MakeOutcome): MadeReport => ({
  outcome,
  keys: [],
  report: undefined,
  delivery: undefined,
});

export function made(archived: ArchivedReport, delivery: Delivery): MadeReport {
  const { report, artefacts } = archived;
  const isEmpty = report.days.every((day) => day.quality === 'missing');
  const outcome = delivery.outcome === 'archived' && isEmpty ? 'no-data' : delivery.outcome;
  return { outcome, keys: ARTEFACT_FORMATS.map((format) => artefacts[format].key), report, delivery };
}

/** A report that is not made at once is written down, so that everybody sees that it is open, and since when. */
async function planUnlessSettled(
  ledger: ReportLedger,
  { location }: LocationReader,
  period: Period,
  due: Instant,
  settle: () => Promise<StoredSnapshot | 'wait'>,
): Promise<StoredSnapshot | 'wait'> {
  try {
    const stored = await settle();
    if (stored === 'wait') await notePlan(ledger, location, period, due);
    return stored;
  } catch (error) {
    // What kept the report from being made is what its caller has to hear of.
    await notePlan(ledger, location, period, due).catch(() => {});
    throw error;
  }
}
