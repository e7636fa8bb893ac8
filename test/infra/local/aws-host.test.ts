import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipientHash } from '../../../shared/application/keys.ts';
import { type OperatedDeployment, openOperatedDeployment } from '../../support/operated-deployment.ts';
import { SOURCE_CLIENT } from '../../support/source-client.ts';
import { STEADY_W, simulatedHouse } from './simulator/simulated-house.ts';

const HOUSE_A = 'curb/curb/house-a';
const HOUSE_B = 'curb/curb/house-b';
const OWNER = recipientHash('owner@example.com');

/** What house a metered is put right by a test. */
let ovenW = STEADY_W['oven'] ?? 0;
let it: OperatedDeployment;

beforeAll(async () => {
  const house = (id: string, wattsAt?: (register: string) => number) =>
    simulatedHouse({ id: `house-${id}`, label: 'Canary House', hubPrefix: id, ...(wattsAt ? { wattsAt } : {}) });
  const a = house('a', (register) => (register === 'oven' ? ovenW : (STEADY_W[register] ?? 0)));
  it = await openOperatedDeployment([{ id: 'curb', locations: [a, house('b')] }]);
}, 60_000);
afterAll(() => it.close());

const names = (reports: readonly Record<string, string>[]) =>
  reports.map(({ location, period }) => `${location} ${period}`).sort();

describe('an operator of a deployment', () => {
  test('sends a held mail again: found by status, explained by why, decided by resolve, sent by the worker', async () => {
    const name = [HOUSE_A, '2025-11-19'];
    it.standIn.ses.sendingPaused = true;
    const asked = await it.runJson('report', '--location', HOUSE_A, '--period', '2025-11-19');
    expect(asked).toMatchObject({ status: 0, data: { outcome: 'queued', kind: 'daily' } });
    await it.work();
    it.standIn.ses.sendingPaused = false;

    const { data: status } = await it.runJson('status', '--open');
    expect(status).toMatchObject({
      reports: [{ state: 'held', mails: [{ state: 'held', recipient: OWNER, code: 'AccountSendingPausedException' }] }],
      oldestOpen: { report: name.join(' ') },
      mailPolicy: { whenInDoubt: 'resend', afterMinutes: 60 },
      setAside: [
        { queue: 'reports', messages: 0 },
        { queue: 'mail events', messages: 0 },
      ],
    });
    const why = await it.runProcess('why', ...name);
    expect(why.stdout).toMatch(
      /attempt 1 was refused \(AccountSendingPausedException\), for good +mail\/[a-z2-7]{26}\/refused-1\n/,
    );
    expect(why.stdout).toMatch(/\n\nNext: Nothing, until somebody decides: `resolve` with --resend/);

    const resolved = await it.runProcess('resolve', ...name, '--resend', '--json');
    expect([resolved.status, resolved.stderr]).toEqual([0, '']);
    expect(JSON.parse(resolved.stdout)).toMatchObject({ decision: 'resend', mails: 1, report: { outcome: 'queued' } });
    expect(it.waiting()).toEqual([{ location: HOUSE_A, period: '2025-11-19', resume: true }]);
    await it.work();

    expect(it.standIn.ses.sent.map(({ destinations }) => destinations)).toEqual([['owner@example.com']]);
    expect((await it.runProcess('status', '--open')).stdout).toBe('Every report is finished.\n');
  }, 60_000);

  test('makes past reports that are missing, failed, or all, mails none, and has what failed worked on again', async () => {
    const mails = it.standIn.ses.sent.length;
    const [queue, dead] = [it.standIn.sqs.named('reports'), it.standIn.sqs.named('report-dead')];
    const span = ['backfill', '--from', '2025-11-10', '--to', '2025-11-11', '--kind', 'daily'];
    const found = async (...options: string[]) =>
      names((await it.runJson(...span, ...options, '--dry-run')).data.reports);
    const all = [HOUSE_A, HOUSE_B].flatMap((house) => [`${house} 2025-11-10`, `${house} 2025-11-11`]);
    const ofB = all.slice(2);
    expect(await found()).toEqual(all);
    expect(it.waiting()).toEqual([]);

    it.fleet.setFaults([{ kind: 'html', path: 'aggregate', location: 'house-b' }]);
    const asked = await it.runJson(...span, '--rate', '100');
    expect([asked.status, names(asked.data.reports)]).toEqual([0, all]);
    expect(it.waiting()).toContainEqual({ location: HOUSE_A, period: '2025-11-10', mail: false });
    await it.work();
    it.fleet.setFaults([]);
    queue.purge();
    expect(await found('--mode', 'failed')).toEqual(ofB);
    expect(await found('--mode', 'missing')).toEqual(ofB);
    expect(await found('--mode', 'all')).toEqual(all);

    queue.send({ body: JSON.stringify({ location: HOUSE_A, period: '2025-11-12', mail: false }) });
    for (let receives = 0; receives <= (queue.settings.redrive?.maxReceiveCount ?? 0); receives += 1)
      queue.receive(1, 0);
    expect(dead.bodies()).toHaveLength(1);
    const redriven = await it.runJson('redrive', '--rate', '100');
    expect([redriven.status, names(redriven.data.reports), redriven.data.givenBack]).toEqual([
      0,
      ofB,
      [
        { queue: 'reports', messages: 1 },
        { queue: 'mail events', messages: 0 },
      ],
    ]);
    expect(dead.bodies()).toEqual([]);
    await it.work();

    const { data: status } = await it.runJson('status');
    const states = status.reports.filter(({ period }: { period: string }) => /^2025-11-1[012]$/.test(period));
    expect(names(states)).toEqual([...all, `${HOUSE_A} 2025-11-12`].sort());
    expect(new Set(states.map(({ state }: { state: string }) => state))).toEqual(new Set(['archived']));
    expect(it.standIn.ses.sent).toHaveLength(mails);
  }, 60_000);

  test('restates what was wrong: a revision only of what changed, mailed to those who had it, with the reason in the ledger', async () => {
    const restatement = ['restate', '--period', '2025-11-05', '--reason', 'Canary reason 4711'];
    await it.run('backfill', '--from', '2025-11-05', '--to', '2025-11-05', '--kind', 'daily', '--mail');
    await it.work();
    const mails = it.standIn.ses.sent.length;
    ovenW = 900;
    const keys = it.keys();

    const preview = await it.run(...restatement, '--dry-run');
    expect(preview.stdout).toContain(`${HOUSE_A}:\n  `);
    expect(preview.stdout).toContain('Oven: 14.4 → 21.6 kWh');
    expect(preview.stdout).toContain(`${HOUSE_B}: nothing notable`);
    expect(it.keys()).toEqual(keys);

    await it.run(...restatement, '--mail');
    const message = { period: '2025-11-05', mail: true, reason: 'Canary reason 4711' };
    expect(it.waiting()).toHaveLength(2);
    expect(it.waiting()).toContainEqual({ location: HOUSE_A, ...message });
    await it.work();

    const revisions = it.keys().filter((key) => key.includes('2025-11-05') && key.endsWith('report.json'));
    expect(revisions.map((key) => key.split('/').slice(3).join(' '))).toEqual([
      'house-a daily 2025-11-05 r1 report.json',
      'house-a daily 2025-11-05 r2 report.json',
      'house-b daily 2025-11-05 r1 report.json',
    ]);
    expect(it.standIn.ses.sent).toHaveLength(mails + 1);
    expect((await it.run('why', HOUSE_A, '2025-11-05')).stdout).toContain('read again because: Canary reason 4711');
    expect(it.standIn.ses.sent.map(({ raw }) => raw.toString()).join()).not.toContain('4711');
  }, 60_000);

  test('looks at what would be made, and at the configuration where the deployment has it', async () => {
    const keys = it.keys();

    const { status, data } = await it.runJson('plan', '--now', '2025-12-05T13:00:00Z');
    expect(status).toBe(0);
    expect(names(data.reports)).toEqual(
      [HOUSE_A, HOUSE_B].flatMap((house) => [`${house} 2025-11`, `${house} 2025-12-04`]),
    );
    const checked = await it.run('check-config');
    expect(checked.stdout).toContain('  source-curb is set\n');
    expect(it.keys()).toEqual(keys);
  }, 60_000);

  test('hears why a command is none for a deployment', async () => {
    const tick = await it.run('tick');
    expect([tick.status, tick.stdout]).toEqual([2, '']);
    expect(tick.stderr).toContain('--aws: is not for tick: its schedule ticks every 15 minutes');
    const now = await it.run(
      'report',
      '--location',
      HOUSE_A,
      '--period',
      '2025-11-19',
      '--now',
      '2025-11-20T13:00:00Z',
    );
    expect([now.status, now.stderr]).toEqual([2, expect.stringMatching(/^meterpost: --now: is not for the workers/)]);
    const archive = await it.run('status', '--archive', 'archive');
    expect([archive.status, archive.stderr]).toEqual([2, expect.stringMatching(/^meterpost: --archive: does not go/)]);
  }, 60_000);

  test('sees neither secrets nor names nor addresses, and neither do the logs and the queue', async () => {
    const report = [HOUSE_B, '2025-10-03'];
    const commands = [
      ['report', '--location', HOUSE_B, '--period', '2025-10-03'],
      ['status'],
      ['why', ...report],
      ['restate', '--period', '2025-10-03', '--reason', 'Meter read again'],
      ['redrive'],
      ['resolve', ...report, '--drop'],
    ];
    const shown: string[] = [];
    for (const command of commands) {
      const { stdout, stderr } = await it.run(...command);
      shown.push(stdout, stderr, JSON.stringify(it.waiting()));
      await it.work();
    }

    expect(shown.join()).toContain(OWNER.slice(0, 12));
    expect(shown.join()).not.toContain('@');
    for (const canary of [
      SOURCE_CLIENT.clientSecret,
      'canary-operator',
      'canary-lambda',
      'canary-session',
      'Canary House',
      'Example Lane',
      '78704',
    ])
      expect(it.shown()).not.toContain(canary);
  }, 60_000);
});
