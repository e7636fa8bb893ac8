import { suppressionKey } from './keys.ts';
import type { LedgerBody } from './ledger.ts';
import { MAX_ATTEMPTS, MAX_DOUBTS, type MailLedger } from './mail-ledger.ts';
import type { Metrics } from './metrics.ts';
import type { Clock, Mailer, ObjectStore, OutgoingMail, SendOutcome } from './ports.ts';

/** What became of one recipient's mail. `later`: not now, but without anybody's doing. */
export type MailResult = 'mailed' | 'already-mailed' | 'held' | 'suppressed' | 'later';

export interface SendParts {
  readonly ledger: ObjectStore;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** How long a doubtful send waits for the mail service's own word before the policy decides. */
  readonly doubtDeadlineMs: number;
  /** What happens to a doubtful send that nobody could clear up, where the configuration says nothing of it. */
  readonly whenInDoubt: 'resend' | 'hold';
  /** False when too little time is left to see a send through to its record; there always is enough unless given. */
  readonly hasTimeToSend?: () => boolean;
  /** Hears of mails in doubt; nobody does unless given. */
  readonly metrics?: Metrics;
}

/** One mail to one recipient for one reason, whatever it is about. */
export interface OnceMail {
  readonly ledger: MailLedger;
  /** As the transport knows it. */
  readonly name: string;
  readonly recipientHash: string;
  /** What the claim and the ending say besides; ids and hashes only. */
  readonly detail: LedgerBody;
  /** What the claim alone says besides: the files that the mail is made of, where nothing else in the ledger names them. */
  readonly commit?: LedgerBody;
  compose(attempt: number): Promise<OutgoingMail>;
}

/**
 * Sends a mail, or finds out that it has gone: claim first, send, then record. A claim without an ending is a doubt, and a
 * doubt is never resolved by sending blindly.
 */
export async function sendOnce(parts: SendParts, once: OnceMail): Promise<MailResult> {
  const { ledger: mail, recipientHash, detail } = once;
  const close = async (ending: 'held' | 'suppressed', reason: LedgerBody = {}) => {
    await mail.close(ending, { ...detail, recipient: recipientHash, ...reason });
  };
  const ending = await mail.ending();
  if (ending !== undefined) return ending === 'mailed' || ending === 'dropped' ? 'already-mailed' : ending;
  let doubts = 0;
  for (let attempt = mail.firstAttempt; attempt < mail.firstAttempt + MAX_ATTEMPTS; attempt += 1) {
    const step = await standingOf(parts, mail, attempt, once.name);
    if (step === 'refused') continue;
    if (step === 'doubtful') {
      doubts += 1;
      if (doubts >= MAX_DOUBTS) break;
      continue;
    }
    if (step === 'wait') return 'later';
    if (step === 'gone') return 'already-mailed';
    if (typeof step === 'object') {
      await close('held', step);
      return 'held';
    }
    if (step === 'unclaimed' && (await parts.ledger.get(suppressionKey(recipientHash))) !== undefined) {
      await close('suppressed');
      return 'suppressed';
    }
    // Before the claim: a file that cannot be read then leaves no doubt behind.
    const composed = await once.compose(attempt);
    if (parts.hasTimeToSend?.() === false) return 'later';
    if (step === 'unclaimed') {
      const { mine } = await mail.create('claim', attempt, { ...detail, recipient: recipientHash, ...once.commit });
      // Somebody else claimed it a moment ago: it is theirs, unless the transport itself keeps the second copy back.
      if (!mine && !parts.mailer.remembersNames) return 'later';
      if (mine && doubts > 0) parts.metrics?.({ name: 'MailResent', value: 1 });
    }
    const sent = await parts.mailer.send(composed);
    if (sent.outcome === 'doubtful') parts.metrics?.({ name: 'MailAmbiguous', value: 1 });
    const result = await record(mail, attempt, sent);
    if (result === 'held' && sent.outcome === 'refused') await close('held', { code: sent.code });
    return result;
  }
  await close('held', { code: 'attempts_used_up' });
  return 'held';
}

/** Where an attempt stands; an object is the reason for which the mail is held. */
type Standing = 'unclaimed' | 'gone' | 'refused' | 'doubtful' | 'wait' | 'send-again' | { readonly code: unknown };

async function standingOf(parts: SendParts, mail: MailLedger, attempt: number, name: string): Promise<Standing> {
  if (mail.has('refused', attempt)) {
    const refusal = await mail.read('refused', attempt);
    return refusal?.body['permanent'] === true ? { code: refusal.body['code'] } : 'refused';
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
  // Word of the mail may have come since the ledger was listed.
  if ((await mail.read('event', attempt)) !== undefined || (await mail.read('sent', attempt)) !== undefined)
    return 'gone';
  return parts.whenInDoubt === 'hold' ? { code: 'in_doubt' } : 'doubtful';
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
