import { describe, expect, test } from 'vitest';
import { createWorkbench, HOUSE_A } from './workbench.ts';

const NOW = ['--now', '2026-11-20T13:00:00Z'];
const DAY = ['report', '--location', HOUSE_A, '--period', '2026-11-19', ...NOW];

describe('report', () => {
  test('makes one report and mails it once, however often it is asked for', async () => {
    const bench = await createWorkbench();

    expect(await bench.runJson(...DAY)).toMatchObject({ status: 0, data: { outcome: 'mailed', revision: 1 } });
    expect(await bench.runJson(...DAY)).toMatchObject({ status: 0, data: { outcome: 'already-mailed', revision: 1 } });
    expect(bench.filesIn('outbox')).toHaveLength(1);
  });

  test('puts a report into the archive only, where no mail is wanted', async () => {
    const bench = await createWorkbench();

    const { data } = await bench.runJson(...DAY, '--no-mail');

    expect(data.outcome).toBe('archived');
    expect(data.keys).toEqual(
      ['pdf', 'csv', 'json'].map((format) => `reports/curb/curb/house-a/daily/2026-11-19/r1/report.${format}`),
    );
    expect(bench.filesIn('outbox')).toEqual([]);
  });

  test('sends a further copy under a name of its own', async () => {
    const bench = await createWorkbench();
    await bench.run(...DAY);
    await bench.run(...DAY, '--resend');

    const [first = '', second = ''] = bench.filesIn('outbox').toSorted((a, b) => a.length - b.length);
    expect(second).toBe(first.replace('.eml', '-2.eml'));
  });

  test.each(['2026-W46', '2026-10', '2026-10-15/2026-11-14'])('makes one of the period %s', async (period) => {
    const bench = await createWorkbench();

    const { status, data } = await bench.runJson('report', '--location', HOUSE_A, '--period', period, ...NOW);

    expect([status, data.period]).toEqual([0, period]);
  });

  test('waits for nothing, and says what the data lacks', async () => {
    const bench = await createWorkbench({ present: '2026-11-19T18:00:00Z' });

    const { status, stdout } = await bench.run(...DAY);

    expect(status).toBe(0);
    expect(stdout).toMatch(/House a +2026-11-19 +at least \d+\.\d kWh +50\.0 % +mailed/);
    expect(stdout).toContain('reports/curb/curb/house-a/daily/2026-11-19/r1/report.pdf\n');
  });

  test.each([
    [
      'a location that nobody knows',
      ['--location', 'curb/curb/nobody', '--period', '2026-11-19'],
      /curb\/curb\/nobody/,
    ],
    [
      'a source that nobody configured',
      ['--location', 'x/curb/house-a', '--period', '2026-11-19'],
      /no source named x; it has curb/,
    ],
    ['a period that is not over', ['--location', HOUSE_A, '--period', '2026-11'], /ends at 2026-12-01T06:00:00Z/],
  ])('says why there is no report of %s', async (_title, args, reason) => {
    const bench = await createWorkbench();

    const { status, data, problems } = await bench.runJson('report', ...args, ...NOW);

    expect([status, data.outcome]).toEqual([1, 'failed']);
    expect(problems).toEqual([expect.stringMatching(reason)]);
  });

  test('refuses options that contradict each other', async () => {
    const bench = await createWorkbench();

    expect((await bench.run(...DAY, '--no-mail', '--resend')).status).toBe(2);
  });
});
