import { GetSendQuotaCommand, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { createSesClient } from '../../../../shared/adapters/ses/ses-client.ts';
import { startAwsWorld } from '../../../support/aws-world.ts';

async function anAccount() {
  const world = await startAwsWorld();
  const { ses, sqs } = world.standIn;
  for (const name of ['bus', 'topic']) sqs.create({ name });
  ses.createConfigurationSet('reports', [
    { queue: 'bus', form: 'eventbridge' },
    { queue: 'topic', form: 'sns' },
  ]);
  const client = createSesClient(world.access);
  const send = (more: Partial<SendRawEmailCommandInput> = {}) =>
    client.send(
      new SendRawEmailCommand({
        Source: 'reports@example.com',
        Destinations: ['owner@example.com'],
        RawMessage: { Data: Buffer.from('Subject: ü+&=\r\n\r\nhello\r\n') },
        ConfigurationSetName: 'reports',
        Tags: [{ Name: 'mail', Value: 'abc-1' }],
        ...more,
      }),
    );
  const events = (queue: string): unknown[] =>
    sqs
      .named(queue)
      .bodies()
      .map((body) => JSON.parse(body));
  return { ...world, ses, client, send, events };
}

const refusal = (name: string) => ({ name, $metadata: { httpStatusCode: 400 } });

describe('the SES stand-in', () => {
  it('keeps a mail as it came, with its envelope', async () => {
    const { ses, send } = await anAccount();

    const { MessageId } = await send();

    expect(ses.sent).toMatchObject([
      {
        messageId: MessageId,
        source: 'reports@example.com',
        destinations: ['owner@example.com'],
        tags: { mail: 'abc-1' },
        configurationSet: 'reports',
      },
    ]);
    expect(ses.sent[0]?.raw.toString()).toBe('Subject: ü+&=\r\n\r\nhello\r\n');
  });

  it.each<[string, Partial<SendRawEmailCommandInput>]>([
    ['more than 10 MiB', { RawMessage: { Data: new Uint8Array(10_485_761) } }],
    ['nothing', { RawMessage: { Data: new Uint8Array() } }],
    ['a mail to nobody', { Destinations: [] }],
    ['a mail to 51', { Destinations: Array.from({ length: 51 }, (_, index) => `a${index}@example.com`) }],
    ['a mail to what is no address', { Destinations: ['owner'] }],
    ['a mail to a line break', { Destinations: ['a@example.com\r\nBcc: b@example.com'] }],
    ['a mail to a domain in other letters', { Destinations: ['owner@bücher.example'] }],
    ['a mail from nobody', { Source: '' }],
    ['a tag with a space', { Tags: [{ Name: 'mail', Value: 'Main House' }] }],
  ])('refuses %s', async (_, more) => {
    const { ses, send } = await anAccount();

    await expect(send(more)).rejects.toMatchObject(refusal('InvalidParameterValue'));

    expect(ses.sent).toEqual([]);
  });

  it('refuses what the account may not do', async () => {
    const { ses, send } = await anAccount();

    const strange = send({ ConfigurationSetName: 'strange' });
    await expect(strange).rejects.toMatchObject(refusal('ConfigurationSetDoesNotExistException'));
    ses.verifiedIdentities = ['example.org', 'reports@example.net'];
    await expect(send()).rejects.toMatchObject(refusal('MessageRejected'));
    await send({ Source: 'reports@example.net' });
    await send({ Source: 'anybody@example.org' });
    ses.sendingPaused = true;
    const paused = send({ Source: 'anybody@example.org' });
    await expect(paused).rejects.toMatchObject(refusal('AccountSendingPausedException'));
  });

  it('counts recipients against its quotas, by the clock', async () => {
    const { ses, client, send, clock } = await anAccount();
    Object.assign(ses.quota, { maxSendRate: 2, max24HourSend: 3 });
    const two = { Destinations: ['a@example.com', 'b@example.com'] };

    await send(two);
    await expect(send()).rejects.toMatchObject({ message: 'Maximum sending rate exceeded.' });
    clock.advance(1000);
    await expect(send(two)).rejects.toMatchObject({ message: 'Daily message quota exceeded.' });
    await send();

    const quota = await client.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ MaxSendRate: 2, Max24HourSend: 3, SentLast24Hours: 3 });
    clock.advance(86_400_000);
    await send(two);
  });
});

describe('events about a mail', () => {
  const about = { tags: { mail: ['abc-1'], 'ses:configuration-set': ['reports'] }, destination: ['owner@example.com'] };

  it('reach each destination in its own form', async () => {
    const { send, events } = await anAccount();

    const { MessageId: messageId } = await send();

    const event = { eventType: 'Send', mail: { ...about, messageId, timestamp: '2026-11-20T12:00:00.250Z' }, send: {} };
    expect(events('bus')).toMatchObject([
      { 'detail-type': 'Email Sent', source: 'aws.ses', region: 'us-east-1', detail: event },
    ]);
    const [notification] = events('topic');
    expect(notification).toMatchObject({ Type: 'Notification', Message: expect.any(String) });
    const { Message: message } = notification as { readonly Message: string };
    expect(JSON.parse(message)).toMatchObject(event);
  });

  it('may come late, again, or never', async () => {
    const { ses, send, events } = await anAccount();
    ses.holdEvents = true;
    await send();
    expect(events('bus')).toEqual([]);

    ses.releaseEvents();
    ses.releaseEvents();
    expect(events('bus')).toHaveLength(1);

    for (const mail of ses.sent) ses.publish('Send', mail);
    expect(events('bus')).toHaveLength(2);
  });

  it('tell of bounces too', async () => {
    const { ses, send, events } = await anAccount();
    await send();
    const details = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'owner@example.com' }] };

    for (const mail of ses.sent) ses.publish('Bounce', mail, details);

    expect(events('bus')[1]).toMatchObject({
      'detail-type': 'Email Bounced',
      detail: { eventType: 'Bounce', bounce: details, mail: about },
    });
  });

  it('are none without a configuration set', async () => {
    const { send, events } = await anAccount();

    await send({ ConfigurationSetName: undefined });

    expect(events('bus')).toEqual([]);
  });
});
