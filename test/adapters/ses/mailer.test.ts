import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { SentMail } from '../../../infra/local/aws-stand-in/ses/sent-mail.ts';
import { mimeBytes } from '../../../shared/adapters/mime/mime-bytes.ts';
import { createSesMailer, type SesMailerOptions } from '../../../shared/adapters/ses/mailer.ts';
import { noteInsteadOfAttachments } from '../../../shared/adapters/ses/note-instead.ts';
import { createSesClient } from '../../../shared/adapters/ses/ses-client.ts';
import type { Measurement } from '../../../shared/application/metrics.ts';
import type { OutgoingMail } from '../../../shared/application/ports.ts';
import { type AwsWorld, openAwsWorld, startAwsWorld } from '../../support/aws-world.ts';
import { aMail } from '../../support/mail-builder.ts';
import { describeMailer } from '../contracts/mailer.ts';

const TAGS = { mail: 'abcdefghij-1', report: 'klmnopqrst', kind: 'cycle', period: '2026-10-15_2026-11-14' };
const aTaggedMail = (parts: Parameters<typeof aMail>[0] = {}): OutgoingMail => ({ ...aMail(parts), tags: TAGS });

/** As plain as a MIME message can be: the subject, the text, and each attachment's bytes as they are. */
async function toMime({ content, attachments }: OutgoingMail): Promise<Uint8Array> {
  const head = Buffer.from(`Subject: ${content.subject}\r\n\r\n${content.text}\r\n`);
  return Buffer.concat([head, ...attachments.map(({ bytes }) => bytes)]);
}

function aMailer({ access, standIn }: AwsWorld, options: Partial<SesMailerOptions> = {}) {
  standIn.ses.createConfigurationSet('reports');
  const withoutAttachments = noteInsteadOfAttachments(({ name }) => `Too large; ask for archive/${name}`);
  const fixed = { client: createSesClient(access), configurationSet: 'reports', toMime, withoutAttachments };
  return createSesMailer({ ...fixed, ...options });
}

describeMailer('the SES mailer', async () => {
  const world = await openAwsWorld();
  const subjectOf = async ({ raw }: SentMail) => (await PostalMime.parse(raw)).subject ?? '';
  const delivered = () => Promise.all(world.standIn.ses.sent.map(subjectOf));
  return { mailer: aMailer(world, { toMime: mimeBytes }), delivered, dispose: world.dispose };
});

describe('a mail through SES', () => {
  it('names its envelope, its configuration set and its ids', async () => {
    const world = await startAwsWorld();

    const outcome = await aMailer(world).send(aTaggedMail({ to: 'Owner <owner@bücher.example>' }));

    const [sent] = world.standIn.ses.sent;
    expect(sent).toMatchObject({
      source: 'reports@example.com',
      destinations: ['owner@xn--bcher-kva.example'],
      configurationSet: 'reports',
      tags: TAGS,
    });
    expect(outcome).toEqual({ outcome: 'accepted', messageId: sent?.messageId });
  });

  it('arrives as the message that was written, attachments and all', async () => {
    const world = await startAwsWorld();

    await aMailer(world, { toMime: mimeBytes }).send(aTaggedMail());

    const [sent] = world.standIn.ses.sent;
    expect(Buffer.compare(sent?.raw ?? Buffer.of(), await mimeBytes(aTaggedMail()))).toBe(0);
    const { to, attachments } = await PostalMime.parse(sent?.raw ?? '');
    expect(to).toMatchObject([{ address: 'owner@example.com' }]);
    expect(attachments).toMatchObject([{ filename: 'report.csv' }]);
  });

  it.each([
    ['to', 'owner@example.com\r\nBcc: somebody@example.com'],
    ['to', 'owner'],
    ['from', 'reports at example.com'],
  ])('is not sent %s %j', async (role, address) => {
    const world = await startAwsWorld();

    const outcome = await aMailer(world).send({ ...aTaggedMail(), [role]: address });

    expect(outcome).toEqual({ outcome: 'refused', permanent: true, code: 'InvalidAddress' });
    expect(world.standIn.calls).toEqual([]);
  });

  it('is not sent with a tag that could be a name or an address', async () => {
    const world = await startAwsWorld();
    const mail = { ...aTaggedMail(), tags: { ...TAGS, report: 'owner@example.com' } };

    expect(await aMailer(world).send(mail)).toEqual({ outcome: 'refused', permanent: true, code: 'InvalidMailTag' });

    expect(world.standIn.calls).toEqual([]);
  });

  it('waits for its turn first', async () => {
    const world = await startAwsWorld();
    const events: string[] = [];
    const pace = { turn: async () => void events.push(`turn before ${world.standIn.calls.length} calls`) };

    await aMailer(world, { pace }).send(aTaggedMail());

    expect(events).toEqual(['turn before 0 calls']);
    expect(world.standIn.calls).toEqual(['ses SendRawEmail']);
  });
});

describe('a mail that SES does not accept', () => {
  it.each([
    [400, 'Throttling', { outcome: 'refused', permanent: false, retryAfterMs: 10_000 }],
    [400, 'MessageRejected', { outcome: 'refused', permanent: true }],
    [400, 'MailFromDomainNotVerifiedException', { outcome: 'refused', permanent: true }],
    [400, 'AccountSendingPausedException', { outcome: 'refused', permanent: true }],
    [500, 'InternalFailure', { outcome: 'doubtful' }],
    [503, 'ServiceUnavailable', { outcome: 'doubtful' }],
  ])('is told apart after %i %s, in one call', async (status, code, expected) => {
    const world = await startAwsWorld();
    world.standIn.faults.add({ service: 'ses', kind: 'error', at: 'before', status, code });

    expect(await aMailer(world).send(aTaggedMail())).toEqual({ ...expected, code });

    expect(world.standIn.calls).toEqual(['ses SendRawEmail']);
  });

  it.each([
    ['broke before SES read it', { kind: 'reset', at: 'before' }, 0],
    ['broke after SES took it', { kind: 'reset', at: 'after' }, 1],
    ['broke in the middle of the answer', { kind: 'cut' }, 1],
    ['brought an error after SES took it', { kind: 'error', at: 'after', status: 500, code: 'InternalFailure' }, 1],
  ] as const)('is in doubt when the call %s, and goes out no second time', async (_, fault, sent) => {
    const world = await startAwsWorld();
    world.standIn.faults.add({ service: 'ses', ...fault });

    expect(await aMailer(world).send(aTaggedMail())).toMatchObject({ outcome: 'doubtful' });

    expect(world.standIn.calls).toEqual(['ses SendRawEmail']);
    expect(world.standIn.ses.sent).toHaveLength(sent);
  });

  it('is in doubt when no answer comes in time', async () => {
    const world = await startAwsWorld();
    world.standIn.faults.add({ service: 'ses', kind: 'delay', delayMs: 60_000 });
    const client = createSesClient(world.access, { requestTimeoutMs: 400 });

    expect(await aMailer(world, { client }).send(aTaggedMail())).toEqual({ outcome: 'doubtful', code: 'ETIMEDOUT' });
  });

  it('is refused by an account whose rate or day is used up', async () => {
    const world = await startAwsWorld();
    const measured: Measurement[] = [];
    const mailer = aMailer(world, { metrics: (one) => void measured.push(one) });
    world.standIn.ses.quota.maxSendRate = 1;
    world.standIn.ses.quota.max24HourSend = 2;

    const outcomes = [await mailer.send(aTaggedMail()), await mailer.send(aTaggedMail())];
    world.clock.advance(1000);
    outcomes.push(await mailer.send(aTaggedMail()), await mailer.send(aTaggedMail()));

    expect(outcomes).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', code: 'Throttling', retryAfterMs: 10_000 },
      { outcome: 'accepted' },
      { outcome: 'refused', code: 'Throttling', retryAfterMs: 3_600_000 },
    ]);
    expect(measured).toEqual([1, 2].map(() => ({ name: 'SesThrottled', value: 1 })));
  });
});

describe('a mail that is too large', () => {
  const large = (bytes: number): OutgoingMail => ({
    ...aTaggedMail(),
    attachments: [{ fileName: 'report.csv', contentType: 'text/csv', bytes: new Uint8Array(bytes).fill(120) }],
  });

  it('goes out without its files, and says where they are', async () => {
    const world = await startAwsWorld();

    expect(await aMailer(world).send(large(10_485_760))).toMatchObject({ outcome: 'accepted' });

    expect(world.standIn.calls).toHaveLength(1);
    const raw = world.standIn.ses.sent[0]?.raw.toString() ?? '';
    expect(raw).toContain('Too large; ask for archive/mail');
    expect(raw.length).toBeLessThan(1000);
  });

  it('keeps its files up to the last byte that SES takes', async () => {
    const world = await startAwsWorld();
    const around = (await toMime(large(0))).length;

    expect(await aMailer(world).send(large(10_485_760 - around))).toMatchObject({ outcome: 'accepted' });

    expect(world.standIn.ses.sent[0]?.raw.length).toBe(10_485_760);
  });

  it.each([
    ['its text alone is too large', large(1)],
    ['it has no files to leave off', { ...aTaggedMail(), attachments: [] }],
  ])('is refused for good when %s', async (_, mail) => {
    const world = await startAwsWorld();

    const outcome = await aMailer(world, { sizeLimitBytes: 20 }).send(mail);

    expect(outcome).toEqual({ outcome: 'refused', permanent: true, code: 'MessageTooLarge' });
    expect(world.standIn.calls).toEqual([]);
  });
});
