import { describe, expect, it } from 'vitest';
import { explainReport } from '../../shared/application/explain-report.ts';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { openLedger } from '../../shared/application/ledger.ts';
import { optionsFor } from '../../shared/application/make-options.ts';
import { previewRestatement } from '../../shared/application/restate-report.ts';
import { subscriptionsOf } from '../../shared/application/subscriptions.ts';
import { parsePeriod } from '../../shared/domain/time/period.ts';
import { dueAt } from '../../shared/domain/time/send-time.ts';
import { aRegister } from '../support/readings-builder.ts';
import { aWorld } from '../support/report-world.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const REASON = 'Clamp of circuit 4 was turned round';

type World = ReturnType<typeof aWorld>;

const ask = ({ parts }: World, asking: { mail?: boolean; reason?: string } = {}) =>
  fulfilRequest(parts(), request, optionsFor({ ...request, ...asking }));

const madeOnce = async () => {
  const it = aWorld();
  await ask(it);
  return it;
};

const changed = () => [{ register: aRegister('m', 'main'), powerW: 1500 }];
const mailNames = ({ world }: World) => world.mailer.sent.map(({ name }) => name.replace(/^.*_[a-z2-7]{12}/, ''));

describe('a restatement', () => {
  it('makes no revision of data that is what it was', async () => {
    const it = await madeOnce();

    expect(await ask(it, { mail: true, reason: REASON })).toMatchObject({ outcome: 'unchanged', report: undefined });
    expect(it.world.mailer.sent).toHaveLength(1);
  });

  it('makes a revision with the list of what changed, and mails it only when asked', async () => {
    const it = await madeOnce();
    it.world.script = changed;

    const { outcome, report } = await ask(it, { mail: false, reason: REASON });

    expect([outcome, report?.revision]).toEqual(['archived', 2]);
    expect(report?.changes.find(({ total }) => total === 'consumption')).toMatchObject({
      beforeKWh: 24,
      afterKWh: 36,
    });
    expect(mailNames(it)).toEqual(['']);
  });

  it('mails the revision once, however often it is asked for', async () => {
    const it = await madeOnce();
    it.world.script = changed;

    await ask(it, { mail: true, reason: REASON });

    expect((await ask(it, { mail: true, reason: REASON })).outcome).toBe('already-mailed');
    expect(mailNames(it)).toEqual(['', '-r2']);
    expect([...it.store.objects.keys()].filter((key) => /\/r3\//.test(key))).toEqual([]);
  });

  it('is ended by the next one where it stopped before its files were there', async () => {
    const it = await madeOnce();
    it.world.script = changed;
    const broken = { ...it.parts(), renderer: { render: () => Promise.reject(new Error('stopped')) } };
    await expect(fulfilRequest(broken, request, optionsFor({ ...request, reason: REASON }))).rejects.toThrow('stopped');

    const { outcome, report } = await ask(it, { reason: 'Another reason' });

    expect([outcome, report?.revision]).toEqual(['archived', 2]);
  });

  it('keeps its reason in the ledger, where `why` shows it, and in nothing that a reader sees', async () => {
    const it = await madeOnce();
    it.world.script = changed;
    const { report } = await ask(it, { mail: true, reason: REASON });

    const { lines } = await explainReport(it.plan, 'fleet/demo/a 2026-11-19');

    expect(lines.find(({ entry }) => entry === 'r2/snapshot')?.detail).toMatchObject({ reason: REASON, days: 1 });
    expect(JSON.stringify([report, it.world.mailer.sent])).not.toContain(REASON);
  });

  it('needs a report to begin with', async () => {
    await expect(ask(aWorld(), { reason: REASON })).rejects.toMatchObject({ name: 'UnknownReportError' });
  });

  it('can be looked at before, without leaving a trace', async () => {
    const it = await madeOnce();
    it.world.script = changed;
    const keys = [...it.store.objects.keys()];
    const period = parsePeriod(request.period);
    const parts = it.parts();
    const reader = await parts.openLocation({ source: 'fleet', fleet: 'demo', id: 'a' });
    const subscription = subscriptionsOf(parts.configuration, { ref: reader.location, fields: {} }).get('daily');
    if (subscription === undefined) throw new Error('The rule has dailies');
    const due = dueAt(period, '06:00', reader.location.timeZone);
    const ledger = await openLedger(parts, reader.location, period);

    const changes = await previewRestatement(parts, ledger, { reader, period, subscription, due });

    expect(changes.map(({ total }) => total)).toContain('consumption');
    expect([...it.store.objects.keys()]).toEqual(keys);
  });
});
