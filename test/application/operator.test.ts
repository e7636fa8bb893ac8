import { describe, expect, it } from 'vitest';
import { explainReport } from '../../shared/application/explain-report.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { reportStatus } from '../../shared/application/report-status.ts';
import { resolveReport } from '../../shared/application/resolve-report.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const scheduled = { trigger: 'scheduled', mail: true } as const;
const NAME = 'fleet/demo/a 2026-11-19';

async function heldWorld() {
  const it = aWorld();
  it.world.mailer.answers.push({ outcome: 'refused', permanent: true, code: 'MessageRejected' });
  await fulfilRequest(it.parts(), request, scheduled);
  return it;
}

describe('status', () => {
  it('tells what waits, what is held and what is finished', async () => {
    const it = await heldWorld();
    await fulfilRequest(it.parts(), { ...request, period: '2026-10' }, scheduled);
    it.world.script = () => [{ register: aRegister('m', 'main'), powerW: (slot) => (slot > 5 ? null : 1) }];
    it.at('2026-11-21T12:00:00Z');
    await fulfilRequest(it.parts(), { ...request, period: '2026-11-20' }, scheduled);

    const states = (await reportStatus(it.parts())).map(({ period, state }) => `${period} ${state}`);

    expect(states).toEqual(['2026-10 finished', '2026-11-19 held', '2026-11-20 planned']);
  });
});

describe('why', () => {
  it('shows the ledger in the order in which it came about, without figures or addresses', async () => {
    const it = await heldWorld();
    const explanation = await explainReport(it.parts(), NAME);

    expect(explanation.state).toBe('held');
    expect(explanation.next).toContain('resolve');
    expect(explanation.lines.map(({ entry }) => entry.replace(/mail\/[a-z2-7]+/, 'mail'))).toEqual([
      'r1/snapshot',
      'mail/claim-1',
      'mail/refused-1',
      'mail/done-1',
      'finished',
    ]);
    expect(JSON.stringify(explanation)).not.toContain('owner@example.com');
    expect(JSON.stringify(explanation)).not.toContain('Home a');
  });

  it('finds a report by its id too, and says when there is none', async () => {
    const it = await heldWorld();
    const { reportId } = await explainReport(it.parts(), NAME);

    expect((await explainReport(it.parts(), reportId)).location).toBe('fleet/demo/a');
    await expect(explainReport(it.parts(), 'nothing')).rejects.toMatchObject({ name: 'UnknownReportError' });
  });
});

describe('resolve', () => {
  it('drops a mail for good, even when it is stopped before the ending is written', async () => {
    const it = await heldWorld();
    const { ledger } = it.parts();
    const stopped = {
      ...it.parts(),
      ledger: {
        ...ledger,
        async putNew(...[key, bytes, contentType]: Parameters<typeof ledger.putNew>) {
          if (key.endsWith('/done-2')) throw new Error('stopped');
          return await ledger.putNew(key, bytes, contentType);
        },
      },
    };
    await expect(resolveReport(stopped, NAME, 'drop', 'operator-1')).rejects.toThrow('stopped');

    expect((await reportStatus(it.parts()))[0]).toMatchObject({ state: 'finished', mailsOpen: 0 });
    for (const options of [scheduled, { trigger: 'on-demand', mail: true, resume: true } as const]) {
      expect((await fulfilRequest(it.parts(), request, options)).outcome).not.toBe('mailed');
    }
    expect(it.world.mailer.sent).toEqual([]);
  });

  it('sends a held mail again, once', async () => {
    const it = await heldWorld();

    expect(await resolveReport(it.parts(), NAME, 'resend', 'operator-1')).toMatchObject({ mails: 1, hadGoneOut: 0 });
    expect((await fulfilRequest(it.parts(), request, scheduled)).outcome).toBe('mailed');
    expect((await fulfilRequest(it.parts(), request, scheduled)).outcome).toBe('already-mailed');
    expect(it.world.mailer.sent).toHaveLength(1);
    expect((await reportStatus(it.parts()))[0]?.state).toBe('finished');
  });

  it('leaves a dropped mail unsent for good', async () => {
    const it = await heldWorld();
    await resolveReport(it.parts(), NAME, 'drop', 'operator-1');

    expect((await fulfilRequest(it.parts(), request, scheduled)).outcome).toBe('already-mailed');
    expect(it.world.mailer.sent).toEqual([]);
    await expect(resolveReport(it.parts(), NAME, 'resend', 'operator-1')).rejects.toThrow('is held');
  });
});
