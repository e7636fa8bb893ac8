import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHost } from '../../../../infra/local/host.ts';
import { loadConfiguration } from '../../../../infra/local/load-configuration.ts';
import { fulfilRequest } from '../../../../shared/application/fulfil-request.ts';
import { recipientHash } from '../../../../shared/application/keys.ts';
import type { Mailer } from '../../../../shared/application/ports.ts';
import { recordMailEvent } from '../../../../shared/application/record-mail-event.ts';
import { parseInstant } from '../../../../shared/domain/time/instant.ts';
import { capturedStream } from '../captured-stream.ts';
import { STEADY_W } from '../simulator/simulated-house.ts';
import { createWorkbench, HOUSE_A, HOUSE_B } from './workbench.ts';

const NOW = ['--now', '2026-11-20T13:00:00Z'];
const DAY = '2026-11-19';
const OWNER = recipientHash('owner@example.com');

type Bench = Awaited<ReturnType<typeof createWorkbench>>;

const REFUSING: Mailer = {
  send: async () => ({ outcome: 'refused', permanent: true, code: 'MessageRejected' }),
  lookUp: async () => 'not-sent',
  remembersNames: true,
};

/** An archive with a report of house a whose mail a mail service has refused. */
async function benchWithHeldMail() {
  const bench = await createWorkbench({ rule: { kinds: ['daily'] } });
  await withHost(bench, async (host) => {
    const request = { location: HOUSE_A, period: DAY };
    await fulfilRequest({ ...host.request, mailer: REFUSING }, request, { trigger: 'on-demand', mail: true });
  });
  return bench;
}

async function withHost({ folder, environment }: Bench, work: (host: ReturnType<typeof openHost>) => Promise<void>) {
  const { stream } = capturedStream();
  const surroundings = {
    ...{ workingFolder: folder, environment, stdout: stream, stderr: stream },
    untilInterrupted: async () => {},
  };
  const configuration = await loadConfiguration('meterpost.config.json', folder);
  const now = parseInstant('2026-11-20T13:00:00Z');
  const host = openHost(surroundings, { archiveFolder: 'archive', outboxFolder: 'outbox', configuration, now });
  await work(host);
  await host.close();
}

describe('a held mail', () => {
  test('is shown with its recipient by hash, with the age of the oldest open report and the mail policy', async () => {
    const bench = await benchWithHeldMail();

    const { stdout } = await bench.run('status', '--open', '--now', '2026-11-22T13:30:00Z');

    expect(stdout).toMatch(new RegExp(`\nheld +${HOUSE_A} ${DAY} +${OWNER} +MessageRejected +2026-11-20T13:00:00Z\n`));
    expect(stdout).toContain(`1 report is open; the oldest, ${HOUSE_A} ${DAY}, fell due 2 d 1 h ago.\n`);
    expect(stdout).toContain('The outbox can tell which mails it has');
  });

  test('goes out at once when it is to be resent', async () => {
    const bench = await benchWithHeldMail();

    const { status, stdout } = await bench.run('resolve', HOUSE_A, DAY, '--resend', ...NOW);

    expect([status, stdout]).toEqual([0, expect.stringMatching(/^House a +2026-11-19 .* mailed$/m)]);
    expect(bench.filesIn('outbox')).toHaveLength(1);
    expect((await bench.run('status', '--open')).stdout).toBe('Every report is finished.\n');
    expect((await bench.run('why', HOUSE_A, DAY)).stdout).toMatch(/: opened again, to resend +mail\//);
  });

  test('is left unsent when it is dropped', async () => {
    const bench = await benchWithHeldMail();

    const { status, stdout } = await bench.run('resolve', HOUSE_A, DAY, '--drop', ...NOW);

    expect([status, stdout]).toEqual([0, '1 mail will not be sent.\n']);
    expect((await bench.run('redrive', ...NOW)).stdout).toBe('Nothing is open that could be worked on.\n');
    expect(bench.filesIn('outbox')).toEqual([]);
  });

  test('stays as it is while the configuration has faults', async () => {
    const bench = await benchWithHeldMail();
    await bench.configure({ ...bench.configuration, version: 2 });

    expect((await bench.run('resolve', HOUSE_A, DAY, '--resend')).status).toBe(2);

    expect((await bench.run('status', '--open')).stdout).toMatch(/^held /m);
  });
});

describe('an address that bounced for good', () => {
  test('is shown as such, by its hash', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'] } });
    await withHost(bench, async ({ request: parts }) => {
      const request = { location: HOUSE_A, period: DAY };
      const mailed: Mailer = {
        ...REFUSING,
        async send(mail) {
          const bounce = { type: 'bounce', messageId: 'm', at: mail.date, detail: 'Permanent/General' } as const;
          await recordMailEvent(parts, { ...bounce, tags: mail.tags, recipients: [mail.to], endsDelivery: true });
          return { outcome: 'accepted', messageId: 'm' };
        },
      };
      await fulfilRequest({ ...parts, mailer: mailed }, request, { trigger: 'on-demand', mail: true });
    });

    const { stdout } = await bench.run('status');

    expect(stdout).toMatch(new RegExp(`\nbounced +${HOUSE_A} ${DAY} +${OWNER} +Permanent/General `));
    expect(stdout).toMatch(new RegExp(`\n${OWNER} +bounced for good +Permanent/General +2026-`));
  });
});

describe('redrive', () => {
  test('works on what is open, now, and has nothing to do the second time', async () => {
    const bench = await createWorkbench({
      rule: { kinds: ['daily'] },
      faults: [{ kind: 'html', path: 'aggregate', location: 'house-a' }],
    });
    await bench.run('tick', ...NOW);
    bench.simulator.setFaults([]);

    const { status, data } = await bench.runJson('redrive', '--rate', '50', ...NOW);

    expect([status, data.reports]).toEqual([0, [expect.objectContaining({ location: HOUSE_A, outcome: 'mailed' })]]);
    expect(bench.filesIn('outbox')).toHaveLength(2);
    expect((await bench.run('redrive', ...NOW)).stdout).toBe('Nothing is open that could be worked on.\n');
  });

  test.each(['0', '501', 'x', '1.5'])('takes no rate of %s', async (rate) => {
    const { status, stderr } = await (await createWorkbench()).run('redrive', '--rate', rate);

    expect([status, stderr]).toEqual([2, expect.stringContaining('--rate: must be a whole number, 1 to 500')]);
  });
});

describe('restate', () => {
  const RESTATE = ['restate', '--period', DAY, '--reason', 'Oven was scaled wrong', ...NOW];

  test('makes a revision only of what changed, says what, and mails it only when asked', async () => {
    let ovenW = STEADY_W['oven'] ?? 0;
    const bench = await createWorkbench({
      rule: { kinds: ['daily'] },
      wattsOfA: (register) => (register === 'oven' ? ovenW : (STEADY_W[register] ?? 0)),
    });
    await bench.run('tick', ...NOW);
    expect((await bench.run(...RESTATE)).stdout).toMatch(/ unchanged\n.* unchanged\n$/);
    ovenW = 900;
    const files = bench.filesIn('archive');

    const preview = await bench.runJson(...RESTATE, '--dry-run');
    const changed = preview.data.reports.filter(({ changes }: { changes: unknown[] }) => changes.length > 0);
    expect(changed.map(({ location }: { location: string }) => location)).toEqual([HOUSE_A]);
    expect(bench.filesIn('archive')).toEqual(files);

    const { status, stdout } = await bench.run(...RESTATE);
    expect([status, stdout]).toEqual([0, expect.stringContaining('  Oven: 14.4 → 21.6 kWh\n')]);
    expect(bench.filesIn('outbox')).toHaveLength(2);
    expect((await bench.runJson(...RESTATE, '--location', HOUSE_A, '--mail')).data.reports).toMatchObject([
      { location: HOUSE_A, outcome: 'mailed', revision: 2 },
    ]);
    const [mail = ''] = bench.filesIn('outbox').filter((file) => file.endsWith('-r2.eml'));
    expect(await readFile(path.join(bench.folder, 'outbox', mail), 'utf8')).not.toContain('scaled wrong');
  });

  test('knows no report that was never made', async () => {
    const bench = await createWorkbench();

    expect((await bench.run(...RESTATE)).stdout).toBe('The archive has no report of that period to restate.\n');
    expect(await bench.run(...RESTATE, '--location', HOUSE_B)).toMatchObject({
      status: 1,
      stderr: `meterpost: ${HOUSE_B} ${DAY} has no report yet that could be restated; \`report\` makes it.\n`,
    });
  });

  test('takes no reason with an address in it', async () => {
    const bench = await createWorkbench();

    const { status, stderr } = await bench.run('restate', '--period', DAY, '--reason', 'ask owner@example.com');

    expect([status, stderr]).toEqual([2, expect.stringContaining('--reason: must be a line of 1 to 200 letters')]);
    expect(stderr).not.toContain('@');
  });
});
