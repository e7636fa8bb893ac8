import type { ArchivedReport } from './archive-report.ts';
import { composeMail } from './compose-mail.ts';
import type { SenderSettings } from './configuration.ts';
import { suppressionKey } from './keys.ts';
import type { ReportLedger } from './ledger.ts';
import { type IntentName, mailIntentId, mailName } from './mail-intent.ts';
import { MAX_ATTEMPTS, type MailLedger, openMailLedger } from './mail-ledger.ts';
import type { Clock, MailComposer, Mailer, ObjectStore, SendOutcome } from './ports.ts';
import type { Recipient } from './subscriptions.ts';

/** What became of one recipient's mail. `later`: not now, but without anybody's doing. */
export type MailResult = 'mailed' | 'already-mailed' | 'held' | 'suppressed' | 'later';

export interface MailParts {
  readonly archive: ObjectStore;
  readonly ledger: ObjectStore;
  readonly composer: MailComposer;
  readonly mailer: Mailer;
  readonly sender: SenderSettings;
  readonly clock: Clock;
  /** How long a doubtful send waits for the mail service's own word before the policy decides. */
  readonly doubtDeadlineMs: number;
  /** What happens to a doubtful send that nobody could clear up. */
  readonly whenInDoubt: 'resend' | 'hold';
  /** False when too little time is left to see a send through to its record; there always is enough unless given. */
  readonly hasTimeToSend?: () => boolean;
}

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
  const mail = openMailLedger(ledger, mailIntentId(archived.report, recipient, intent));
  const close = async (ending: 'mailed' | 'held' | 'suppressed', detail: Record<string, unknown> = {}) => {
    await mail.close(ending, { intent, recipient: recipient.hash, ...detail });
  };
  const ending = await mail.ending();
  if (ending !== undefined) return ending === 'mailed' || ending === 'dropped' ? 'already-mailed' : ending;
  if (!mail.has('claim', 1) && (await parts.ledger.get(suppressionKey(recipient.hash))) !== undefined) {
    await close('suppressed');
    return 'suppressed';
  }
  for (let attempt = mail.firstAttempt; attempt < mail.firstAttempt + MAX_ATTEMPTS; attempt += 1) {
    const step = await standingOf(parts, mail, attempt, mailName(archived.report, recipient, intent));
    if (step === 'next-attempt') continue;
    if (step === 'wait') return 'later';
    if (step === 'gone') {
      await close('mailed');
      return 'already-mailed';
    }
    if (typeof step === 'object') {
      await close('held', step);
      return 'held';
    }
    if (parts.hasTimeToSend?.() === false) return 'later';
    if (step === 'unclaimed') {
      const claim = { intent, recipient: recipient.hash, revision: archived.report.revision };
      const { mine } = await mail.create('claim', attempt, claim);
      // Somebody else claimed it a moment ago: it is theirs, unless the transport itself keeps the second copy back.
      if (!mine && !parts.mailer.remembersNames) return 'later';
    }
    const sent = await parts.mailer.send(await composeMail(parts, archived, recipient, intent, attempt));
    const result = await record(mail, attempt, sent);
    if (result === 'mailed') await close('mailed');
    if (result === 'held' && sent.outcome === 'refused') await close('held', { code: sent.code });
    return result;
  }
  await close('held', { code: 'attempts_used_up' });
  return 'held';
}

/** Where an attempt stands; an object is the reason for which the mail is held. */
type Standing = 'unclaimed' | 'gone' | 'next-attempt' | 'wait' | 'send-again' | { readonly code: unknown };

async function standingOf(parts: MailParts, mail: MailLedger, attempt: number, name: string): Promise<Standing> {
  if (mail.has('refused', attempt)) {
    const refusal = await mail.read('refused', attempt);
    return refusal?.body['permanent'] === true ? { code: refusal.body['code'] } : 'next-attempt';
  }
  if (mail.has('sent', attempt) || mail.has('event', attempt)) return 'gone';
  if (!mail.has('claim', attempt)) return 'unclaimed';
  const known = await parts.mailer.lookUp(name);
  if (known === 'sent') {
    await mail.create('sent', attempt, { foundInTransport: true });
    return 'gone';
  }
  if (parts.mailer.remembersNames) return 'send-again';
  const claim = await mail.read('claim', attempt);
  const ageMs = claim === undefined ? 0 : parts.clock.now() - claim.storedAt;
  if (ageMs < parts.doubtDeadlineMs) return 'wait';
  return parts.whenInDoubt === 'hold' ? { code: 'in_doubt' } : 'next-attempt';
}

async function record(mail: MailLedger, attempt: number, sent: SendOutcome): Promise<'mailed' | 'held' | 'later'> {
  switch (sent.outcome) {
    case 'accepted':
      await mail.create('sent', attempt, { messageId: sent.messageId });
      return 'mailed';
    case 'refused':
      await mail.create('refused', attempt, { code: sent.code, permanent: sent.permanent });
      return sent.permanent ? 'held' : 'later';
    case 'doubtful':
      return 'later';
  }
}
