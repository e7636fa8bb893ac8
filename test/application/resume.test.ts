import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { numberRequest } from '../../shared/application/number-request.ts';
import type { ReportRequest } from '../../shared/application/ports.ts';
import { recordMailEvent } from '../../shared/application/record-mail-event.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { resolveReport } from '../../shared/application/resolve-report.ts';
import { parsePeriod } from '../../shared/domain/time/period.ts';
import { aRule, aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const NAME = 'fleet/demo/a 2026-11-19';
const ref = { source: 'fleet', fleet: 'demo', id: 'a' };
const refused = { outcome: 'refused', permanent: true, code: 'MessageRejected' } as const;
const throttled = { outcome: 'refused', permanent: false, code: 'Throttling' } as const;

type World = ReturnType<typeof aWorld>;

const ask = ({ parts }: World, asking: Omit<ReportRequest, 'location' | 'period'> = {}) =>
  fulfilRequest(parts(), request, optionsFor({ ...request, ...asking }));
const numbered = ({ parts }: World, wish: { resend?: boolean; revise?: boolean }) =>
  numberRequest(parts(), ref, parsePeriod(request.period), { resend: false, revise: false, ...wish });
const mailed = ({ world }: World) => world.mailer.sent.length;
const stateOf = async ({ parts }: World) => (await reportStatus(parts()))[0];

describe('resuming', () => {
  it('sends what an operator reopened, whichever mail it was, and nothing else', async () => {
    const it = aWorld({ rules: [aRule({ recipients: ['a@example.com', 'b@example.com'] })] });
    await ask(it);
    it.world.mailer.answers.push(refused);
    await ask(it, { mail: true, resend: 2 });
    expect([mailed(it), (await stateOf(it))?.state]).toEqual([3, 'held']);

    await resolveReport(it.parts(), NAME, 'resend', 'operator-1');
    expect((await stateOf(it))?.state).toBe('mailing');

    expect((await ask(it, { resume: true })).outcome).toBe('mailed');
    expect((await ask(it, { resume: true })).outcome).toBe('archived');
    expect([mailed(it), (await stateOf(it))?.state]).toEqual([4, 'finished']);
  });

  it('tries mails again that were put off, at the revision that they are about', async () => {
    const it = aWorld();
    await ask(it);
    it.world.mailer.answers.push(throttled);
    expect((await ask(it, { mail: true, revise: 2 })).outcome).toBe('mail-later');

    await ask(it, { resume: true });

    expect(it.world.mailer.sent.at(-1)?.name).toMatch(/-r2$/);
    expect(it.world.mailer.sent.at(-1)?.tags.mail).toMatch(/-2$/);
  });

  it('holds what is for nobody in the configuration any more', async () => {
    const it = aWorld();
    it.world.mailer.answers.push(throttled);
    await ask(it);
    const former = aWorld({ rules: [aRule({ recipients: ['new@example.com'] })] });
    const parts = { ...it.parts(), configuration: former.parts().configuration };

    await fulfilRequest(parts, request, { trigger: 'on-demand', mail: true, resume: true });

    expect((await stateOf(it))?.mails).toMatchObject([{ state: 'held', code: 'not_a_recipient' }]);
    expect(mailed(it)).toBe(0);
  });

  it('sends nothing to an address that bounced since the first attempt', async () => {
    const it = aWorld();
    await ask(it);
    const [first] = it.world.mailer.sent;
    if (first === undefined) throw new Error('The first mail went out');
    it.world.mailer.answers.push(throttled);
    await ask(it, { mail: true, resend: 2 });
    const bounce = { type: 'bounce', messageId: 'm', at: it.world.now, detail: 'Permanent/General' } as const;
    await recordMailEvent(it.parts(), { ...bounce, tags: first.tags, recipients: [first.to], endsDelivery: true });

    await ask(it, { resume: true });

    expect(mailed(it)).toBe(1);
    expect((await stateOf(it))?.mails.map(({ state, returned }) => returned ?? state).sort()).toEqual([
      'bounced',
      'suppressed',
    ]);
  });
});

describe('a decision about a held mail', () => {
  it('sends no second copy of what had gone out after all', async () => {
    const it = aWorld();
    it.world.mailer.answers.push({ outcome: 'doubtful', code: 'ECONNRESET', goesOut: true });
    await ask(it);
    it.at('2026-11-20T14:00:00Z');
    const parts = { ...it.parts(), whenInDoubt: 'hold' as const };
    expect((await fulfilRequest(parts, request, optionsFor(request))).outcome).toBe('held');
    const [mail] = it.world.mailer.sent;
    if (mail === undefined) throw new Error('The mail went out');
    const event = { type: 'send', messageId: 'm', at: it.world.now, detail: null, endsDelivery: false } as const;
    await recordMailEvent(it.parts(), { ...event, tags: mail.tags, recipients: [mail.to] });
    expect((await stateOf(it))?.state).toBe('finished');

    expect(await resolveReport(it.parts(), NAME, 'resend', 'operator-1')).toMatchObject({ mails: 0, hadGoneOut: 1 });
    await ask(it, { resume: true });

    expect(mailed(it)).toBe(1);
  });
});

describe('a numbered request', () => {
  it('asks for the copy and the revision that come next', async () => {
    const it = aWorld();
    expect(await numbered(it, { resend: true, revise: true })).toEqual({ resend: 2, revise: 1 });
    await ask(it);
    await ask(it, { mail: true, resend: 2 });

    expect(await numbered(it, { resend: true, revise: true })).toEqual({ resend: 3, revise: 2 });
    expect(await numbered(it, {})).toEqual({});
  });

  it('is worked once, however often the queue brings it', async () => {
    const it = aWorld();
    await ask(it);

    for (const asking of [{ resend: 2 }, { resend: 2 }, { revise: 2 }, { revise: 2 }])
      await ask(it, { mail: true, ...asking });

    expect(it.world.mailer.sent.map(({ name }) => name.replace(/^.*_[a-z2-7]{12}/, ''))).toEqual(['', '-2', '-r2']);
    expect((await stateOf(it))?.revisions).toBe(2);
  });
});
