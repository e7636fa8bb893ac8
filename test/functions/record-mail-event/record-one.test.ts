import { describe, expect, it } from 'vitest';
import { workMessage } from '../../../functions/make-report/work-message.ts';
import type { Container } from '../../../functions/record-mail-event/container.ts';
import { createHandler } from '../../../functions/record-mail-event/handler.ts';
import { EventError } from '../../../functions/validated.ts';
import { asSnsNotification, mailEvent } from '../../../infra/local/aws-stand-in/ses/mail-event.ts';
import type { MailEventType, SentMail } from '../../../infra/local/aws-stand-in/ses/sent-mail.ts';
import { StoreError } from '../../../shared/errors.ts';
import { aFunctionWorld, counted } from '../../support/function-world.ts';

const SET = 'meterpost-mail';

/** A mail that went out, and SES's own words about it. */
async function aSentMail() {
  const home = aFunctionWorld();
  const body = '{"location":"fleet/demo/a","period":"2026-11-19"}';
  await workMessage(home.make, { messageId: 'm', receiptHandle: 'r', receives: 1, body }, () => 300_000);
  const [mail] = home.world.mailer.sent;
  const sent: SentMail = {
    // As the mailer was answered.
    messageId: 'message-1',
    raw: Buffer.alloc(0),
    source: 'reports@example.com',
    destinations: [mail?.to ?? ''],
    tags: { ...mail?.tags },
    configurationSet: SET,
    sentAtMs: Date.parse('2026-11-20T12:00:01.250Z'),
  };
  const { ledger, newOwner, pauses } = home.tick;
  const { log, metrics } = home.make;
  const container: Container = { ledger, newOwner, pauses, configurationSet: SET, log, metrics };
  home.seen.logged.length = 0;
  home.seen.measured.length = 0;
  const keys = () => [...home.store.objects.keys()].filter((key) => key.startsWith('ledger/'));
  return { ...home, sent, container, keys };
}

const notification = (event: object) =>
  asSnsNotification(event, { id: 'notification', atMs: Date.parse('2026-11-20T12:00:02Z'), region: 'eu-central-1' });

const told = (type: MailEventType, mail: SentMail, details?: object) =>
  notification(mailEvent(type, mail, 'eu-central-1', details));

async function record(container: Container, ...bodies: string[]) {
  const Records = bodies.map((body, index) => ({ messageId: `record-${index}`, body, attributes: {} }));
  return await createHandler(async () => container)({ Records });
}

describe("SES's word about a mail", () => {
  it('is one line of ids, and nothing else where the reply said it already', async () => {
    const { sent, container, keys, seen } = await aSentMail();
    const before = keys();

    expect(await record(container, told('Send', sent))).toEqual({ batchItemFailures: [] });

    expect(keys()).toEqual(before);
    expect(seen.logged).toEqual([
      expect.objectContaining({
        level: 'info',
        event: 'mail_event',
        outcome: 'known',
        eventType: 'send',
        ...sent.tags,
      }),
    ]);
    expect(JSON.stringify(seen.logged)).not.toContain('@');
  });

  it.each([
    [
      'Bounce',
      {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'canary@example.com' }],
      },
      'Bounces',
      true,
    ],
    ['Bounce', { bounceType: 'Transient', bounceSubType: 'MailboxFull' }, 'Bounces', false],
    [
      'Complaint',
      { complaintFeedbackType: 'abuse', complainedRecipients: [{ emailAddress: 'canary@example.com' }] },
      'Complaints',
      true,
    ],
    ['DeliveryDelay', { delayType: 'MailboxFull' }, 'DeliveryDelay', false],
    ['Bounce', { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' }, 'Suppressed', true],
  ] as const)('is counted and kept: %s %j', async (type, details, metric, ends) => {
    const { sent, container, keys, seen, store } = await aSentMail();

    await record(container, told(type, sent, details));

    expect(counted(seen.measured, metric)).toBe(1);
    expect(keys().filter((key) => key.includes('/outcome/'))).toHaveLength(1);
    expect(keys().some((key) => key.includes('/suppressed/'))).toBe(ends);
    const stored = [...store.objects.values()].map(({ bytes }) => Buffer.from(bytes).toString()).join('\n');
    expect(stored).not.toContain('canary');
  });

  it('that proves a second mail is an error that somebody hears of', async () => {
    const { sent, container, seen } = await aSentMail();

    await record(container, told('Send', sent), told('Send', { ...sent, messageId: 'another' }));

    expect(counted(seen.measured, 'MailDuplicateProved')).toBe(1);
    expect(counted(seen.measured, 'MailResolvedByEvent')).toBe(0);
    expect(seen.logged).toContainEqual(expect.objectContaining({ level: 'error', event: 'mail_sent_twice' }));
  });

  it('comes again when the ledger cannot be reached, alone', async () => {
    const { sent, container } = await aSentMail();
    let puts = 0;
    const ledger: Container['ledger'] = {
      ...container.ledger,
      async putNew(...args) {
        puts += 1;
        if (puts <= 4) throw new StoreError('gone');
        return await container.ledger.putNew(...args);
      },
    };

    const answer = await record({ ...container, ledger }, told('Delivery', sent), told('Send', sent));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'record-0' }] });
  });
});

describe('what is none of our business', () => {
  it.each([
    [
      'a mail of another configuration set',
      (mail: SentMail) => told('Send', { ...mail, configurationSet: 'other' }),
      'refused',
    ],
    [
      'a mail that was never claimed',
      (mail: SentMail) => told('Send', { ...mail, tags: { ...mail.tags, mail: `${'a'.repeat(26)}-1` } }),
      'refused',
    ],
    [
      'a mail to somebody else',
      (mail: SentMail) => told('Bounce', { ...mail, destinations: ['x@example.com'] }, { bounceType: 'Permanent' }),
      'refused',
    ],
    ['a mail without tags', (mail: SentMail) => told('Send', { ...mail, tags: {} }), 'payload'],
    ['an event of a kind that we did not ask for', (mail: SentMail) => told('Rendering Failure', mail), 'payload'],
    [
      'an event that came past SNS',
      (mail: SentMail) => JSON.stringify(mailEvent('Send', mail, 'eu-central-1')),
      'payload',
    ],
    ['no event at all', () => 'canary@example.com', 'payload'],
    ['a notification about something else', () => notification({ hello: 'world' }), 'payload'],
  ] as const)('changes nothing, is counted and is done with: %s', async (_, bodyOf, reason) => {
    const { sent, container, keys, seen } = await aSentMail();
    const before = keys();

    expect(await record(container, bodyOf(sent))).toEqual({ batchItemFailures: [] });

    expect(keys()).toEqual(before);
    expect(counted(seen.measured, 'MailEventsIgnored')).toBe(1);
    expect(counted(seen.measured, 'MailEventsIgnored', reason)).toBe(1);
    expect(JSON.stringify(seen.logged)).not.toContain('@');
  });

  it('is the greeting with which SES tries the topic', async () => {
    const { container, seen } = await aSentMail();
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';

    await record(container, JSON.stringify({ Type: 'Notification', Message: greeting }));

    expect(seen.measured).toEqual([]);
  });

  it('is an invocation that is no batch', async () => {
    const { container } = await aSentMail();

    await expect(createHandler(async () => container)({ detail: {} })).rejects.toThrow(EventError);
  });
});
