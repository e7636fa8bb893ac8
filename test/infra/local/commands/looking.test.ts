import { describe, expect, test } from 'vitest';
import { createWorkbench, HOUSE_A, HOUSE_B } from './workbench.ts';

const NOW = ['--now', '2026-11-20T13:00:00Z'];

describe('plan', () => {
  test('says what would be made, with bounds in both times, and to whom, and changes nothing', async () => {
    const bench = await createWorkbench();

    const { status, data } = await bench.runJson('plan', '--dry-run', ...NOW);

    expect(status).toBe(0);
    expect(data.reports).toHaveLength(4);
    expect(data.reports).toContainEqual({
      location: HOUSE_A,
      kind: 'monthly',
      period: '2026-10',
      timeZone: 'America/Chicago',
      start: { local: '2026-10-01T00:00:00-05:00', utc: '2026-10-01T05:00:00Z' },
      end: { local: '2026-11-01T00:00:00-05:00', utc: '2026-11-01T05:00:00Z' },
      due: { local: '2026-11-01T06:00:00-06:00', utc: '2026-11-01T12:00:00Z' },
      action: 'make',
      mailTo: ['owner@example.com'],
      readers: [{ address: 'owner@example.com', locale: 'en-US', origin: 'configuration', formats: ['pdf', 'csv'] }],
      tooOldToMail: false,
    });
    expect(bench.filesIn('archive')).toEqual([]);
    expect(bench.filesIn('outbox')).toEqual([]);
  });

  test('is what the tick then does', async () => {
    const bench = await createWorkbench();
    const planned = (await bench.runJson('plan', ...NOW)).data.reports;

    const made = (await bench.runJson('tick', ...NOW)).data.reports;

    const names = (reports: { location: string; period: string }[]) =>
      reports.map(({ location, period }) => `${location} ${period}`);
    expect(names(made)).toEqual(names(planned));
    expect((await bench.run('plan', ...NOW)).stdout).toBe('Nothing is due at 2026-11-20T13:00:00Z.\n');
  });

  test('reads well', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'], recipients: [] } });

    expect(
      (await bench.run('plan', ...NOW)).stdout.split('\n\n')[0],
    ).toBe(`${HOUSE_A} daily 2026-11-19 (America/Chicago)
  from  Thu 19 Nov 2026, 00:00 CST  2026-11-19T00:00:00-06:00  2026-11-19T06:00:00Z
  until Fri 20 Nov 2026, 00:00 CST  2026-11-20T00:00:00-06:00  2026-11-20T06:00:00Z
  due   Fri 20 Nov 2026, 06:00 CST  2026-11-20T06:00:00-06:00  2026-11-20T12:00:00Z
  nobody to mail it to: goes into the archive only`);
  });
});

describe('status', () => {
  test('shows every report of the archive, or only what is open', async () => {
    const bench = await createWorkbench({ faults: [{ kind: 'html', path: 'aggregate', location: 'house-a' }] });
    expect((await bench.run('status')).stdout).toBe('The archive has no report yet.\n');
    await bench.run('tick', ...NOW);

    const all = await bench.runJson('status');
    const open = await bench.runJson('status', '--open');

    const shown = ({ data }: typeof all) =>
      data.reports.map(({ location, period, state }: Record<string, string>) => `${location} ${period} ${state}`);
    expect(shown(all)).toEqual([
      `${HOUSE_A} 2026-10 planned`,
      `${HOUSE_B} 2026-10 finished`,
      `${HOUSE_A} 2026-11-19 planned`,
      `${HOUSE_B} 2026-11-19 finished`,
    ]);
    expect(shown(open)).toEqual([`${HOUSE_A} 2026-10 planned`, `${HOUSE_A} 2026-11-19 planned`]);
    expect(open.status).toBe(0);
  });

  test('needs no configuration', async () => {
    const bench = await createWorkbench({ environment: {} });

    expect((await bench.run('status', '--config', 'nowhere.json', '--open')).status).toBe(0);
  });
});

describe('why and resolve', () => {
  test('tell what the ledger knows, and that there is nothing to decide', async () => {
    const bench = await createWorkbench({ rule: { kinds: ['daily'] } });
    await bench.run('tick', ...NOW);

    const { status, data } = await bench.runJson('why', HOUSE_A, '2026-11-19');
    expect([status, data.state]).toEqual([0, 'finished']);
    expect(data.lines.map(({ entry }: { entry: string }) => entry)).toEqual(
      expect.arrayContaining(['r1/snapshot', expect.stringMatching(/claim-1$/), expect.stringMatching(/sent-1$/)]),
    );
    expect((await bench.run('why', data.reportId)).stdout).toMatch(`${HOUSE_A} 2026-11-19: finished\n`);

    const held = await bench.run('resolve', HOUSE_A, '2026-11-19', '--drop');
    expect([held.status, held.stdout]).toEqual([1, '']);
    expect(held.stderr).toMatch(/^meterpost: No mail of .* is held/);
    expect((await bench.run('resolve', HOUSE_A, '2026-11-19')).status).toBe(2);
  });

  test('know nothing of a report that nobody planned', async () => {
    const bench = await createWorkbench();

    expect(await bench.run('why', HOUSE_A, '2026-11-19')).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('check-config', () => {
  test('says what a configuration means', async () => {
    const bench = await createWorkbench({ environment: { METERPOST_CURB_CLIENT_ID: 'client' } });

    const { status, stdout } = await bench.run('check-config');

    expect(status).toBe(0);
    expect(stdout).toBe(`Source curb (curb-fleet): fleet curb
  METERPOST_CURB_CLIENT_ID is set
  METERPOST_CURB_CLIENT_SECRET is not set
Mails come from Energy reports <reports@example.com>, answers go to the sender
Rule 0: all locations of curb/curb, in en-US, to owner@example.com with pdf and csv
  daily at 06:00 local time; waits up to 12 h for data; mailed up to 3 days late
  monthly at 06:00 local time; waits up to 48 h for data; mailed up to 45 days late
  compared with the period before and the same one of the year before
`);
    expect((await bench.runJson('check-config')).data).toMatchObject({
      valid: true,
      configuration: { defaults: { cycleStartDay: 1 } },
    });
  });

  test('says which rules have a mail policy of their own', async () => {
    const bench = await createWorkbench();
    const reports = ['atLeastOnce', 'atMostOnce'].map((mailPolicy) => ({
      match: { source: 'curb', fleet: 'curb' },
      kinds: ['daily'],
      recipients: ['owner@example.com'],
      mailPolicy,
    }));
    await bench.configure({ ...bench.configuration, reports });

    const { stdout } = await bench.run('check-config');

    expect(stdout.match(/a mail in doubt is .*/g)).toEqual([
      'a mail in doubt is sent again: it may come twice, none is lost',
      'a mail in doubt is held for a person: none comes twice',
    ]);
  });

  test('says everything that is wrong with one', async () => {
    const bench = await createWorkbench();
    await bench.configure({ ...bench.configuration, version: 2, sender: { from: 'x', organization: 'Example' } });

    const { status, data, problems } = await bench.runJson('check-config');

    expect(status).toBe(2);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toBe('meterpost: meterpost.config.json: version: must be 1');
    expect(data).toMatchObject({ valid: false, faults: [{ path: 'meterpost.config.json: version' }, {}] });
  });

  test.each([
    ['is not there', 'nowhere.json', /^meterpost: nowhere.json: is not there: write it/],
    ['is a folder', '.', /^meterpost: \.: is a folder/],
  ])('says so when the file %s', async (_title, file, expected) => {
    const bench = await createWorkbench();

    const { status, stdout, stderr } = await bench.run('check-config', '--config', file);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
  });
});
