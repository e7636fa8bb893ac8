import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { digestPrefix, recipientHash, suppressionKey } from '../../shared/application/keys.ts';
import { decodeEntry, encodeEntry } from '../../shared/application/ledger.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import { type MailEvent, recordMailEvent } from '../../shared/application/record-mail-event.ts';
import { locationPath } from '../../shared/domain/location.ts';
import { parseInstant } from '../../shared/domain/time/instant.ts';
import { aWorld } from '../support/report-world.ts';

const SCHEDULED = { trigger: 'scheduled', mail: true } as const;

/** A world in which one mail went out, and an event about it. */
async function aSentMail({ goesOut = true } = {}) {
  const home = aWorld();
  if (!goesOut) home.world.mailer.answers.push({ outcome: 'doubtful', code: 'ECONNRESET', goesOut: true });
  const [due] = (await planReports(home.plan)).due;
  if (due === undefined) throw new Error('nothing is due');
  const request = { location: locationPath(due.ref), period: due.period.key };
  const made = () => fulfilRequest(home.parts(), request, SCHEDULED);
  await made();
  const [mail] = home.world.mailer.sent;
  if (mail === undefined) throw new Error('no mail went out');
  const event: MailEvent = {
    type: 'send',
    tags: mail.tags,
    messageId: 'message-1',
    recipients: [mail.to],
    at: parseInstant('2026-11-20T12:00:05Z'),
    detail: null,
    endsDelivery: false,
  };
  const keys = () => [...home.store.objects.keys()].filter((key) => key.startsWith('ledger/')).sort();
  return { ...home, event, made, keys };
}

describe('an event about a mail of ours', () => {
  it('is put beside its claim, and a second delivery of it changes nothing', async () => {
    const { plan, event, keys } = await aSentMail({ goesOut: false });
    const before = keys();

    expect(await recordMailEvent(plan, event)).toBe('recorded');
    const [added] = keys().filter((key) => !before.includes(key));
    expect(added).toMatch(/\/mail\/[a-z2-7]{26}\/event-1$/);
    expect(await recordMailEvent(plan, event)).toBe('known');
    expect(keys().length).toBe(before.length + 1);
  });

  it('adds nothing when it says what the reply to the send said', async () => {
    const { plan, event, keys } = await aSentMail();
    const before = keys();

    expect(await recordMailEvent(plan, event)).toBe('known');
    expect(keys()).toEqual(before);
  });

  it('clears up a send in doubt, so that it is not sent again', async () => {
    const { plan, event, made, world } = await aSentMail({ goesOut: false });
    expect((await made()).outcome).toBe('mail-later');

    await recordMailEvent(plan, event);

    expect((await made()).outcome).toBe('already-mailed');
    expect(world.mailer.sent).toHaveLength(1);
  });

  it.each([
    ['of the same attempt under another message id', 1],
    ['of another attempt', 2],
  ])('proves that a mail went out twice: %s', async (_, attempt) => {
    const { plan, event, store } = await aSentMail();
    await recordMailEvent(plan, event);
    const [claim] = [...store.objects.keys()].filter((key) => key.endsWith('/claim-1'));
    const claimed = await store.get(claim ?? '');
    await store.putNew(
      (claim ?? '').replace('claim-1', 'claim-2'),
      claimed?.bytes ?? new Uint8Array(),
      'application/json',
    );
    const mail = event.tags.mail.replace(/1$/, String(attempt));

    const second = { ...event, messageId: 'message-2', tags: { ...event.tags, mail } };
    expect(await recordMailEvent(plan, second)).toBe('sent-twice');
  });

  it.each(['delivery', 'delivery-delay', 'bounce', 'complaint', 'reject'] as const)(
    'keeps a %s as an outcome',
    async (type) => {
      const { plan, event, store, keys } = await aSentMail();

      await recordMailEvent(plan, { ...event, type, detail: 'Transient/MailboxFull' });

      const key = keys().find((each) => each.endsWith(`/outcome/${event.tags.mail}/${type}`));
      const kept = decodeEntry((await store.get(key ?? ''))?.bytes ?? new Uint8Array());
      expect(kept).toMatchObject({
        type,
        messageId: 'message-1',
        detail: 'Transient/MailboxFull',
        at: '2026-11-20T12:00:05Z',
      });
      expect(JSON.stringify(kept)).not.toContain('@');
    },
  );

  it('takes every event but a rejection as the proof that the mail was sent', async () => {
    const { plan, event, keys } = await aSentMail({ goesOut: false });

    await recordMailEvent(plan, { ...event, type: 'reject' });
    expect(keys().some((key) => key.includes('/event-'))).toBe(false);
    await recordMailEvent(plan, { ...event, type: 'delivery' });
    expect(keys().some((key) => key.endsWith('/event-1'))).toBe(true);
  });

  it('keeps further mails from an address that cannot be reached', async () => {
    const { plan, event, keys, at, parts } = await aSentMail();

    await recordMailEvent(plan, { ...event, type: 'bounce', endsDelivery: true });

    expect(keys()).toContain(suppressionKey(recipientHash('owner@example.com')));
    at('2026-11-21T12:00:00Z');
    const made = await fulfilRequest(parts(), { location: 'fleet/demo/a', period: '2026-11-20' }, SCHEDULED);
    expect(made.delivery?.counts).toMatchObject({ suppressed: 1, mailed: 0 });
  });
});

describe('an event about a digest', () => {
  it('finds its claim by the date and the number of the digest', async () => {
    const { plan, store, event } = await aSentMail();
    const intent = 'b'.repeat(26);
    const folder = `${digestPrefix('2026-11-20', 2)}mail/${intent}/`;
    const claim = encodeEntry({ recipient: recipientHash('operator@example.com') });
    await store.putNew(`${folder}claim-1`, claim, 'application/json');
    const tags = { mail: `${intent}-1`, kind: 'digest', period: '2026-11-20', report: '2' };

    const about = { ...event, tags, recipients: ['operator@example.com'] };

    expect(await recordMailEvent(plan, about)).toBe('recorded');
    expect(store.objects.has(`${folder}event-1`)).toBe(true);
    expect(await recordMailEvent(plan, { ...about, tags: { ...tags, report: '3' } })).toBe('ignored');
  });
});

describe('an event that is not about a mail of ours', () => {
  const other = (change: (event: MailEvent) => MailEvent) => change;

  it.each([
    ['a mail that was never claimed', other((e) => ({ ...e, tags: { ...e.tags, mail: `${'a'.repeat(26)}-1` } }))],
    [
      'an attempt that was never made',
      other((e) => ({ ...e, tags: { ...e.tags, mail: e.tags.mail.replace(/1$/, '2') } })),
    ],
    ['another report', other((e) => ({ ...e, tags: { ...e.tags, report: 'a'.repeat(26) } }))],
    ['another recipient', other((e) => ({ ...e, recipients: ['stranger@example.com'] }))],
    ['nobody', other((e) => ({ ...e, recipients: [] }))],
    ['a path out of the report', other((e) => ({ ...e, tags: { ...e.tags, period: '../../../suppressed' } }))],
    ['a kind that there is not', other((e) => ({ ...e, tags: { ...e.tags, kind: 'daily/x' } }))],
    ['a mail id with a path in it', other((e) => ({ ...e, tags: { ...e.tags, mail: `../${e.tags.mail}` } }))],
  ])('is ignored when it names %s', async (_, change) => {
    const { plan, event, keys } = await aSentMail();
    const before = keys();

    expect(await recordMailEvent(plan, change({ ...event, type: 'bounce', endsDelivery: true }))).toBe('ignored');
    expect(keys()).toEqual(before);
  });
});
