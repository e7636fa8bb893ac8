import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkbench } from './workbench.ts';

const NOW = ['--now', '2026-11-20T13:00:00Z'];

describe('demo', () => {
  test('leaves a daily and a monthly report of every place, and changes nothing the second time', {
    timeout: 60_000,
  }, async () => {
    const bench = await createWorkbench({ environment: {} });

    const { status, data, problems } = await bench.runJson('demo', ...NOW);

    expect([status, problems]).toEqual([0, []]);
    expect(data.reports).toHaveLength(18);
    expect(bench.filesIn('outbox')).toHaveLength(18);
    // A tick leaves word of what it has looked at; that is no part of any report.
    const lasting = () => bench.filesIn('archive').filter((file) => !file.startsWith('ledger/v1/control/planning/'));
    const files = lasting();
    for (const { keys } of data.reports) expect(files).toEqual(expect.arrayContaining(keys));
    expect((await stat(path.join(bench.folder, data.lookFirst))).size).toBeGreaterThan(10_000);

    const second = await bench.run('demo', ...NOW);
    expect(second.status).toBe(0);
    expect(second.stdout).toContain('Everything was there already');
    expect(second.stdout).toContain(`Look first at ${data.lookFirst}\n`);
    expect(lasting()).toEqual(files);
    expect(bench.filesIn('outbox')).toHaveLength(18);
  });
});

describe('simulate', () => {
  test('prints a configuration and an environment that fit together', async () => {
    const bench = await createWorkbench();

    const { status, data } = await bench.runJson('simulate');
    await writeFile(path.join(bench.folder, 'simulated.json'), JSON.stringify(data.configuration));
    const check = await bench.runJson('check-config', '--config', 'simulated.json');

    expect(status).toBe(0);
    expect(check.data).toMatchObject({ valid: true });
    expect(check.data.secrets.map(({ variable }: { variable: string }) => variable)).toEqual(
      Object.keys(data.environment),
    );
    expect(data.tokenUrl).toBe(`${data.origin}/oauth/token`);
  });

  test.each(['-1', '65536', 'http', '1.5'])('refuses the port %s', async (port) => {
    const bench = await createWorkbench();

    expect(await bench.run('simulate', `--port=${port}`)).toMatchObject({ status: 2, stdout: '' });
  });

  test('says why a folder has no homes to serve', async () => {
    const bench = await createWorkbench();

    const { status, stderr } = await bench.run('simulate', '--data', 'nowhere');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^meterpost: .*nowhere/);
    expect(await readFile(path.join(bench.folder, 'meterpost.config.json'), 'utf8')).toContain('curb-fleet');
  });
});
