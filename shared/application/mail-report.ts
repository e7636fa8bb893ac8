import type { Instant } from '../domain/time/instant.ts';
import type { ArchivedReport } from './archive-report.ts';
import { readArtefact } from './archive-report.ts';
import type { SenderSettings } from './configuration.ts';
import type { ReportLedger } from './ledger.ts';
import { type IntentName, mailIntentId, mailName } from './mail-intent.ts';
import type { Clock, MailAttachment, MailComposer, Mailer, ObjectStore, OutgoingMail, SendOutcome } from './ports.ts';
import type { Recipient } from './subscriptions.ts';

/** What became of one recipient's mail. `later`: not now, but without anybody's doing. */
export type MailResult = 'mailed' | 'already-mailed' | 'held' | 'later';

export interface MailParts {
  readonly archive: ObjectStore;
  readonly composer: MailComposer;
  readonly mailer: Mailer;
  readonly sender: SenderSettings;
  readonly clock: Clock;
  /** How long a doubtful send waits for the mail service's own word before the policy decides. */
  readonly doubtDeadlineMs: number;
  /** What happens to a doubtful send that nobody could clear up. */
  readonly whenInDoubt: 'resend' | 'hold';
}

/** A mail is tried so often; a further doubt or refusal holds it for the operator. */
export const MAX_ATTEMPTS = 3;

/**
 * Sends one recipient's mail of one intent, or finds out that it has gone: claim first, send, then record. A claim
 * without an ending is a doubt, and a doubt is never resolved by sending blindly.
 */
export async function mailReport(
  parts: MailParts,
  ledger: ReportLedger,
  archived: ArchivedReport,
  recipient: Recipient,
  intent: IntentName,
): Promise<MailResult> {
  const folder = `mail/${mailIntentId(archived.report, recipient, intent)}`;
  const finish = async (outcome: 'mailed' | 'held', detail: Record<string, unknown> = {}) => {
    await ledger.create(`${folder}/done`, { outcome, intent, recipient: recipient.hash, ...detail });
  };
  if (ledger.entries.has(`${folder}/done`)) {
    const done = await ledger.read(`${folder}/done`);
    return done?.body['outcome'] === 'held' ? 'held' : 'already-mailed';
  }
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const at = (entry: string) => `${folder}/${entry}-${attempt}`;
    if (ledger.entries.has(at('refused'))) {
      const refusal = await ledger.read(at('refused'));
      if (refusal?.body['permanent'] === true) {
        await finish('held', { code: refusal.body['code'] });
        return 'held';
      }
      continue;
    }
    if (ledger.entries.has(at('sent')) || ledger.entries.has(at('event'))) {
      await finish('mailed');
      return 'already-mailed';
    }
    const name = mailName(archived.report, recipient, intent);
    const claimed = ledger.entries.has(at('claim'))
      ? false
      : (await ledger.create(at('claim'), { intent, recipient: recipient.hash, revision: archived.report.revision }))
          .mine;
    if (!claimed) {
      const known = await parts.mailer.lookUp(name);
      if (known === 'sent') {
        await ledger.create(at('sent'), { foundInTransport: true });
        await finish('mailed');
        return 'already-mailed';
      }
      if (!parts.mailer.remembersNames) {
        const verdict = await doubtVerdict(parts, ledger, at('claim'));
        if (verdict === 'wait') return 'later';
        if (verdict === 'hold') {
          await finish('held', { code: 'in_doubt' });
          return 'held';
        }
        continue;
      }
    }
    const outcome = await parts.mailer.send(await outgoing(parts, archived, recipient, intent, attempt));
    const result = await record(ledger, at, outcome);
    if (result === 'mailed' || result === 'held')
      await finish(result, outcome.outcome === 'refused' ? { code: outcome.code } : {});
    return result;
  }
  await finish('held', { code: 'attempts_used_up' });
  return 'held';
}

async function record(ledger: ReportLedger, at: (entry: string) => string, sent: SendOutcome): Promise<MailResult> {
  switch (sent.outcome) {
    case 'accepted':
      await ledger.create(at('sent'), { messageId: sent.messageId });
      return 'mailed';
    case 'refused':
      await ledger.create(at('refused'), { code: sent.code, permanent: sent.permanent });
      return sent.permanent ? 'held' : 'later';
    case 'doubtful':
      return 'later';
  }
}

async function doubtVerdict(
  parts: MailParts,
  ledger: ReportLedger,
  claim: string,
): Promise<'wait' | 'resend' | 'hold'> {
  const stored = await ledger.read(claim);
  const ageMs = stored === undefined ? 0 : parts.clock.now() - stored.storedAt;
  if (ageMs < parts.doubtDeadlineMs) return 'wait';
  return parts.whenInDoubt;
}

async function outgoing(
  parts: MailParts,
  archived: ArchivedReport,
  recipient: Recipient,
  intent: IntentName,
  attempt: number,
): Promise<OutgoingMail> {
  const { report, artefacts } = archived;
  const attachments: MailAttachment[] = [];
  for (const format of recipient.formats) {
    attachments.push({
      fileName: parts.composer.attachmentName(report, format),
      contentType: { pdf: 'application/pdf', csv: 'text/csv', json: 'application/json' }[format],
      bytes: await readArtefact(parts.archive, artefacts[format]),
    });
  }
  return {
    id: `${mailIntentId(report, recipient, intent)}-${attempt}`,
    name: mailName(report, recipient, intent),
    from: parts.sender.from,
    replyTo: parts.sender.replyTo,
    to: recipient.address,
    date: mailDate(report.generatedFrom),
    content: parts.composer.compose(report, attachments),
    attachments,
  };
}

/** A mail bears the time at which its figures were read, or that at which it fell due, whichever is later. */
function mailDate({ readAt, dueAt }: { readAt: Instant; dueAt: Instant }): Instant {
  return readAt > dueAt ? readAt : dueAt;
}
