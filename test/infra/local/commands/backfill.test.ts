import { describe, expect, test } from 'vitest';
import { createWorkbench } from './workbench.ts';

const SPAN = [
  'backfill',
  '--from',
  '2026-11-16',
  '--to',
  '2026-11-18',
  '--kind',
  'daily',
  '--now',
  '2026-11-20T13:00:00Z',
];
const NOW = ['--now', '2026-11-20T13:00:00Z'];

describe('backfill', () => {
  test('makes the past reports of a span, mails nothing, and makes none twice', async () => {
    const bench = await createWorkbench();

    const first = await bench.runJson(...SPAN);
    const second = await bench.runJson(...SPAN);

    expect(first.status).toBe(0);
    expect(first.data.reports).toHaveLength(6);
    expect(new Set(first.data.reports.map(({ outcome }: { outcome: string }) => outcome))).toEqual(
      new Set(['archived']),
    );
    expect(bench.filesIn('outbox')).toEqual([]);
    expect(second.data).toEqual({ dryRun: false, reports: [], problems: [] });
  });

  test('mails them where that is asked for', async () => {
    const bench = await createWorkbench();

    await bench.run(...SPAN, '--mail');

    expect(bench.filesIn('outbox')).toHaveLength(6);
  });

  test('mails what it had archived before and nobody had mailed, and that once', async () => {
    const bench = await createWorkbench();
    await bench.run(...SPAN);

    const mailed = await bench.runJson(...SPAN, '--mail');
    const again = await bench.runJson(...SPAN, '--mail');

    expect(mailed.data.reports.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(6).fill('mailed'));
    expect(bench.filesIn('outbox')).toHaveLength(6);
    expect(again.data.reports).toEqual([]);
  });

  test('only says which they are in a dry run', async () => {
    const bench = await createWorkbench();

    const { stdout } = await bench.run(...SPAN, '--dry-run');

    expect(stdout).toMatch(/curb\/curb\/house-a +daily +2026-11-16\n/);
    expect(stdout).toMatch(/6 reports would be made\.\n$/);
    expect(bench.filesIn('archive')).toEqual([]);
  });

  test('takes the reports that failed, or all of them', async () => {
    const bench = await createWorkbench({
      faults: [{ kind: 'html', path: 'aggregate', location: 'house-a', times: 3 }],
    });
    const failed = await bench.runJson('tick', ...NOW);
    expect(failed.status).toBe(1);
    const span = ['backfill', '--from', '2026-11-19', '--to', '2026-11-19', '--dry-run', ...NOW];

    const names = async (mode: string) =>
      (await bench.runJson(...span, '--mode', mode)).data.reports.map(
        ({ location, period }: Record<string, string>) => `${location} ${period}`,
      );

    expect(await names('all')).toEqual(['curb/curb/house-a 2026-11-19', 'curb/curb/house-b 2026-11-19']);
    expect(await names('failed')).toEqual(
      failed.data.problems
        .map(({ about }: { about: string }) => about)
        .filter((about: string) => about.endsWith('2026-11-19')),
    );
  });

  test('wants its dates in order', async () => {
    const bench = await createWorkbench();

    const { status, stderr } = await bench.run('backfill', '--from', '2026-11-18', '--to', '2026-11-16');

    expect(status).toBe(2);
    expect(stderr).toContain('--to: must not be before --from (2026-11-18)');
  });
});
