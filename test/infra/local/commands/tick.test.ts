import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkbench, HOUSE_A, HOUSE_B } from './workbench.ts';

const NOW = ['--now', '2026-11-20T13:00:00Z'];

describe('tick', () => {
  test('makes and mails what is due, and says so in one JSON document', async () => {
    const bench = await createWorkbench();

    const { status, data, problems } = await bench.runJson('tick', ...NOW);

    expect([status, problems]).toEqual([0, []]);
    expect(data).toMatchObject({ now: '2026-11-20T13:00:00Z', problems: [] });
    const told = data.reports.map(({ location, kind, period, outcome, revision }: Record<string, unknown>) => [
      location,
      kind,
      period,
      outcome,
      revision,
    ]);
    expect(told.sort()).toEqual([
      [HOUSE_A, 'daily', '2026-11-19', 'mailed', 1],
      [HOUSE_A, 'monthly', '2026-10', 'mailed', 1],
      [HOUSE_B, 'daily', '2026-11-19', 'mailed', 1],
      [HOUSE_B, 'monthly', '2026-10', 'mailed', 1],
    ]);
    const keys = data.reports.flatMap((report: { keys: string[] }) => report.keys);
    expect(bench.filesIn('archive')).toEqual(expect.arrayContaining(keys));
    expect(keys).toHaveLength(12);
    expect(bench.filesIn('outbox').map((file) => file.split('_').slice(0, 4).join(' '))).toEqual([
      '20261101T120000Z monthly 2026-10 house-a',
      '20261101T120000Z monthly 2026-10 house-b',
      '20261120T120000Z daily 2026-11-19 house-a',
      '20261120T120000Z daily 2026-11-19 house-b',
    ]);
  });

  test('leaves nothing but mails in the outbox', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'] } });

    await bench.run('tick', ...NOW);

    const inOutbox = readdirSync(path.join(bench.folder, 'outbox'));
    expect(inOutbox).toHaveLength(2);
    expect(inOutbox.every((name) => name.endsWith('.eml'))).toBe(true);
  });

  test('has nothing to do the second time', async () => {
    const bench = await createWorkbench();
    await bench.run('tick', ...NOW);
    const [archive, outbox] = [bench.filesIn('archive'), bench.filesIn('outbox')];

    expect(await bench.run('tick', ...NOW)).toEqual({
      status: 0,
      stdout: 'Nothing is due at 2026-11-20T13:00:00Z.\n',
      stderr: '',
    });
    expect([bench.filesIn('archive'), bench.filesIn('outbox')]).toEqual([archive, outbox]);
  });

  test('says that it makes and mails as if a time to come had come, and silences no tick of the present', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'] } });

    const ahead = await bench.run('tick', '--now', '2026-12-24T13:00:00Z');
    const present = await bench.runJson('tick', ...NOW);

    expect(ahead.stderr.split('\n')[0]).toBe(
      'meterpost: --now: 2026-12-24T13:00:00Z has not come yet: reports are made and mailed as if it had. `plan --now` looks ahead and changes nothing',
    );
    const told = present.data.reports.map(({ period, outcome }: Record<string, unknown>) => [period, outcome]);
    expect(told).toEqual([
      ['2026-11-19', 'mailed'],
      ['2026-11-19', 'mailed'],
    ]);
    expect(present.problems).toEqual([]);
  });

  test('shows people a table, and its progress on stderr', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'] } });

    const { status, stdout, stderr } = await bench.run('tick', ...NOW);

    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^place +period +consumption +data +outcome$/);
    expect(stdout).toMatch(/^House a +2026-11-19 +\d+\.\d kWh +100\.0 % +mailed$/m);
    expect(stderr).toMatch(/^2 reports to make\n1\/2 curb\/curb\/house-[ab] 2026-11-19: mailed\n2\/2 .*\n$/);
  });

  test('lets the others go on when one location is in trouble, and ends with status 1', async () => {
    const bench = await createWorkbench({
      rule: { kinds: ['daily'] },
      faults: [{ kind: 'html', path: 'aggregate', location: 'house-a' }],
    });

    const { status, data, problems } = await bench.runJson('tick', ...NOW);

    expect(status).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/^meterpost: curb\/curb\/house-a 2026-11-19: ./)]);
    expect(data.problems).toEqual([expect.objectContaining({ about: `${HOUSE_A} 2026-11-19` })]);
    expect(data.reports).toEqual([
      expect.objectContaining({ location: HOUSE_A, outcome: 'failed', keys: [] }),
      expect.objectContaining({ location: HOUSE_B, outcome: 'mailed' }),
    ]);
  });

  test('asks for every secret that is missing before it does anything', async () => {
    const bench = await createWorkbench({ environment: {} });

    expect(await bench.run('tick')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'meterpost: METERPOST_CURB_CLIENT_ID: is not set in the environment\nmeterpost: METERPOST_CURB_CLIENT_SECRET: is not set in the environment\n',
    });
    expect(bench.filesIn('archive')).toEqual([]);
  });
});
