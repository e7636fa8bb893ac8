import { describe, expect, it } from 'vitest';
import { explainReport } from '../../shared/application/explain-report.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { recipientHash } from '../../shared/application/keys.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { planReports } from '../../shared/application/plan-reports.ts';
import type { ReportRequest } from '../../shared/application/ports.ts';
import { recordMailEvent } from '../../shared/application/record-mail-event.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { suppressedReaders } from '../../shared/application/suppressed-readers.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aWorld } from '../support/report-world.ts';

const LOCATION = 'fleet/demo/a';
const OWNER = recipientHash('owner@example.com');

type World = ReturnType<typeof aWorld>;

const ask = ({ parts }: World, period: string, asking: Omit<ReportRequest, 'location' | 'period'> = {}) => {
  const request = { location: LOCATION, period, ...asking };
  return fulfilRequest(parts(), request, optionsFor(request));
};
const states = async ({ parts }: World, openOnly = false) =>
  (await reportStatus(parts(), { openOnly })).map(({ period, state }) => `${period} ${state}`);
const next = async ({ plan }: World, period: string) => (await explainReport(plan, `${LOCATION} ${period}`)).next;

const refused = { outcome: 'refused', permanent: true, code: 'MessageRejected' } as const;
const throttled = { outcome: 'refused', permanent: false, code: 'Throttling' } as const;

/** One report of each state, by its day. */
async function everyState(): Promise<World> {
  const it = aWorld();
  await planReports(it.plan);
  await ask(it, '2026-11-19');
  it.at('2026-11-21T13:00:00Z');
  it.world.mailer.answers.push(throttled);
  await ask(it, '2026-11-20');
  it.at('2026-11-24T13:00:00Z');
  it.world.mailer.answers.push(refused);
  await ask(it, '2026-11-22', { mail: true });
  it.world.script = () => [{ register: aRegister('m', 'main'), powerW: (slot) => (slot > 5 ? null : 1) }];
  await ask(it, '2026-11-23');
  it.world.script = () => [{ register: aRegister('m', 'main'), powerW: 1000 }];
  await ask(it, '2026-11-12', { mail: false });
  await ask(it, '2026-11-13', { mail: true });
  const stopped = { ...it.parts(), renderer: { render: () => Promise.reject(new Error('stopped')) } };
  const request = { location: LOCATION, period: '2026-11-21' };
  await expect(fulfilRequest(stopped, request, optionsFor(request))).rejects.toThrow('stopped');
  return it;
}

describe('status', () => {
  it('tells every state from the ledger alone, oldest first', async () => {
    const it = await everyState();

    expect(await states(it)).toEqual([
      '2026-11-12 archived',
      '2026-11-13 finished',
      '2026-11-19 finished',
      '2026-11-20 mailing',
      '2026-11-21 archiving',
      '2026-11-22 held',
      '2026-11-23 planned',
    ]);
  });

  it('shows as open what somebody or some tick has still to do with', async () => {
    const it = await everyState();

    expect(await states(it, true)).toEqual([
      '2026-11-20 mailing',
      '2026-11-21 archiving',
      '2026-11-22 held',
      '2026-11-23 planned',
    ]);
  });

  it('asks the ledger for nothing about reports that are finished, when only open ones are wanted', async () => {
    const it = aWorld();
    await ask(it, '2026-11-19');
    const { ledger } = it.parts();
    const asked: string[] = [];
    const get: typeof ledger.get = (key) => {
      asked.push(key);
      return ledger.get(key);
    };

    expect(await reportStatus({ ledger: { ...ledger, get } }, { openOnly: true })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('names the mails that did not simply go out, by hashes and codes', async () => {
    const it = await everyState();
    const [delivered] = it.world.mailer.sent;
    if (delivered === undefined) throw new Error('The first mail went out');
    const bounce = { type: 'bounce', messageId: 'm', at: it.world.now, detail: 'Permanent/General' } as const;
    await recordMailEvent(it.parts(), {
      ...bounce,
      tags: delivered.tags,
      recipients: [delivered.to],
      endsDelivery: true,
    });
    await ask(it, '2026-11-14', { mail: true });

    const statuses = await reportStatus(it.parts());

    const mails = statuses.flatMap(({ period, mails: own }) => own.map((mail) => ({ period, ...mail })));
    expect(mails).toMatchObject([
      { period: '2026-11-14', state: 'suppressed', returned: null, recipient: OWNER },
      { period: '2026-11-19', state: 'mailed', returned: 'bounced', recipient: OWNER, code: 'Permanent/General' },
      { period: '2026-11-22', state: 'held', returned: null, recipient: OWNER, code: 'MessageRejected' },
    ]);
    expect(JSON.stringify(statuses)).not.toContain('@');
    expect(await suppressedReaders(it.parts())).toEqual([
      { recipient: OWNER, because: 'bounced', code: 'Permanent/General', since: it.world.now },
    ]);
  });
});

describe('why', () => {
  it('says for every state what happens next, and what can be done', async () => {
    const it = await everyState();

    expect(await next(it, '2026-11-12')).toMatch(
      /without mail.*`report --location fleet\/demo\/a --period 2026-11-12`/,
    );
    expect(await next(it, '2026-11-19')).toMatch(/^Nothing more/);
    expect(await next(it, '2026-11-20')).toMatch(/^The next tick sends/);
    expect(await next(it, '2026-11-21')).toMatch(/^The next tick makes the files/);
    expect(await next(it, '2026-11-22')).toMatch(/`resolve`/);
    expect(await next(it, '2026-11-23')).toMatch(/^The next tick tries again/);
  });

  it('does not promise a tick where none comes', async () => {
    const it = aWorld();
    await ask(it, '2026-11-18');
    it.world.mailer.answers.push(throttled);
    await ask(it, '2026-11-18', { mail: true, resend: 2 });
    it.world.script = () => new Error('a defect of the source');
    await ask(it, '2026-11-17', { mail: true }).catch(() => {});

    expect(await next(it, '2026-11-18')).toMatch(/^Nothing by itself.*`redrive`/);
    expect(await next(it, '2026-11-17')).toMatch(/^Nothing by itself.*`redrive`/);
  });

  it('puts attempts, decisions and what came of them into their order', async () => {
    const it = aWorld();
    it.world.mailer.answers.push(throttled, refused);
    await ask(it, '2026-11-19');
    await ask(it, '2026-11-19');

    const { lines } = await explainReport(it.plan, `${LOCATION} 2026-11-19`);

    expect(lines.map(({ entry }) => entry.replace(/^mail\/[^/]+\//, ''))).toEqual([
      'r1/snapshot',
      'claim-1',
      'refused-1',
      'claim-2',
      'refused-2',
      'done-1',
      'finished',
    ]);
  });
});
