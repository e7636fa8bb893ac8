import { type ArchivedReport, archiveReport } from './archive-report.ts';
import { type BegunMail, begunMails } from './begun-mails.ts';
import { COUNTED_AS, type Delivery, NO_MAILS, outcomeOf } from './deliver-report.ts';
import { readSnapshot } from './ensure-snapshot.ts';
import { latestRevision, type ReportLedger } from './ledger.ts';
import { mailIntentId } from './mail-intent.ts';
import { openMailLedger } from './mail-ledger.ts';
import { mailReport } from './mail-report.ts';
import { type MadeReport, type MakeParts, made, nothingYet } from './make-report.ts';
import type { ReportAbout } from './reread-report.ts';

/**
 * Ends the mails of a report that were begun, or reopened by an operator, and sends no others. A mail whose recipient is no
 * longer in the configuration is held: only its hash is known.
 */
export async function resumeMails(parts: MakeParts, ledger: ReportLedger, about: ReportAbout): Promise<MadeReport> {
  const latest = latestRevision(ledger);
  const archived = await archivedRevision(parts, ledger, about, latest);
  if (archived === undefined) return nothingYet('unchanged');
  const counts = { ...NO_MAILS };
  for (const begun of await openMails(ledger)) {
    const recipient = about.subscription.recipients.find(
      (reader) => mailIntentId(archived.report, reader, begun.intent) === begun.mail,
    );
    if (recipient === undefined) {
      const { intent } = begun;
      const detail = { intent, recipient: begun.recipient, code: 'not_a_recipient' };
      await openMailLedger(ledger, begun.mail).close('held', detail);
      counts.held += 1;
      continue;
    }
    const revision = Number(/^revision-(\d+)$/.exec(begun.intent)?.[1] ?? latest);
    const mailed = (await archivedRevision(parts, ledger, about, revision)) ?? archived;
    counts[COUNTED_AS[await mailReport(parts, ledger, mailed, recipient, begun.intent)]] += 1;
  }
  const delivery: Delivery = { outcome: outcomeOf(counts), counts, settled: counts.later === 0 };
  return made(archived, delivery);
}

async function openMails(ledger: ReportLedger): Promise<BegunMail[]> {
  const open: BegunMail[] = [];
  for (const begun of await begunMails(ledger)) {
    if ((await openMailLedger(ledger, begun.mail).ending()) === undefined) open.push(begun);
  }
  return open;
}

async function archivedRevision(
  parts: MakeParts,
  ledger: ReportLedger,
  { reader, period }: ReportAbout,
  revision: number,
): Promise<ArchivedReport | undefined> {
  const stored = await readSnapshot(ledger, revision);
  return stored === undefined ? undefined : await archiveReport(parts, ledger, reader.location, period, stored);
}
