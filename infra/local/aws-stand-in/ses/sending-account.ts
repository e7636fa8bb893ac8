import { AwsError } from '../call.ts';
import type { NewId } from '../ids.ts';
import { asEventBridge, asSnsNotification, mailEvent } from './mail-event.ts';
import { createSendingQuota, type SendingQuota } from './sending-quota.ts';
import type { MailEventType, SentMail } from './sent-mail.ts';

/** A queue of the stand-in that gets a configuration set's events, in the form that EventBridge or SNS gives them. */
export interface EventDestination {
  readonly queue: string;
  readonly form: 'eventbridge' | 'sns';
}

/** What an operator has set up in SES; a test changes it in place. */
export interface SendingAccount {
  readonly sent: readonly SentMail[];
  readonly quota: SendingQuota;
  /** Every `Send` event goes out with the mail, unless they are held back. */
  holdEvents: boolean;
  sendingPaused: boolean;
  /** Addresses and domains that may send; undefined when all may. */
  verifiedIdentities: readonly string[] | undefined;
  createConfigurationSet(name: string, destinations?: readonly EventDestination[]): void;
  hasConfigurationSet(name: string): boolean;
  /** Records the mail and publishes its `Send` event. */
  take(mail: Omit<SentMail, 'messageId' | 'sentAtMs'>): SentMail;
  /** Publishes a later event about a mail, or the `Send` event again. */
  publish(type: MailEventType, mail: SentMail, details?: object): void;
  /** Publishes what was held back. */
  releaseEvents(): void;
}

export interface SendingAccountParts {
  readonly now: () => number;
  readonly newId: NewId;
  readonly region: string;
  /** Puts a body into a queue of the stand-in. */
  readonly deliver: (queue: string, body: string) => void;
}

export function createSendingAccount({ now, newId, region, deliver }: SendingAccountParts): SendingAccount {
  const sent: SentMail[] = [];
  const held: SentMail[] = [];
  const sets = new Map<string, readonly EventDestination[]>();
  const publish = (type: MailEventType, mail: SentMail, details?: object) => {
    const event = mailEvent(type, mail, region, details);
    for (const { queue, form } of sets.get(mail.configurationSet ?? '') ?? []) {
      const envelope = { id: newId(), atMs: now(), region };
      deliver(queue, form === 'sns' ? asSnsNotification(event, envelope) : asEventBridge(type, event, mail, envelope));
    }
  };
  const account: SendingAccount = {
    sent,
    quota: createSendingQuota(now, sent),
    holdEvents: false,
    sendingPaused: false,
    verifiedIdentities: undefined,
    createConfigurationSet: (name, destinations = []) => void sets.set(name, destinations),
    hasConfigurationSet: (name) => sets.has(name),
    take(mail) {
      const taken: SentMail = { ...mail, messageId: `0100000000000000-${newId()}-000000`, sentAtMs: now() };
      sent.push(taken);
      if (account.holdEvents) held.push(taken);
      else publish('Send', taken);
      return taken;
    },
    publish,
    releaseEvents() {
      for (const mail of held.splice(0)) publish('Send', mail);
    },
  };
  return account;
}

/** @throws AwsError MessageRejected when the sender's address and domain are both unverified */
export function checkIdentity(account: SendingAccount, source: string): void {
  const verified = account.verifiedIdentities;
  const domain = source.slice(source.lastIndexOf('@') + 1);
  if (verified === undefined || verified.includes(source) || verified.includes(domain)) return;
  throw new AwsError(
    400,
    'MessageRejected',
    `Email address is not verified. The following identities failed: ${source}`,
  );
}
