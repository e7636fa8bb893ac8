import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderGreenButton } from '../../../../infra/local/green-button-file.ts';
import { readCsvRecords } from '../../../support/csv-reader.ts';
import { type FileContents, writeFiles } from '../../../support/interval-files.ts';
import { createWorkbench } from './workbench.ts';

const NOW = ['--now', '2026-11-20T12:00:00Z'];
const OCTOBER = Date.parse('2026-09-30T22:00:00Z') / 1000;
const HOURS = 51 * 24 + 1;

const hours = (energyWh: (hour: number) => number) =>
  Array.from({ length: HOURS }, (_, hour) => ({ startSeconds: OCTOBER + hour * 3600, energyWh: energyWh(hour) }));

/** A flat with a smart meter's file, and a house with a logger's. */
const HOMES: FileContents = {
  'data/homes/flat/location.json': { label: 'The flat', timeZone: 'Europe/Berlin' },
  'data/homes/flat/meter.xml': renderGreenButton({
    usagePointId: '4711',
    tzOffsetSeconds: 3600,
    series: [
      { flowDirection: 1, intervalSeconds: 3600, readings: hours(() => 500) },
      { flowDirection: 19, intervalSeconds: 3600, readings: hours((hour) => (hour % 24 === 12 ? 700 : 0)) },
    ],
  }),
  'data/homes/house/location.json': {
    label: 'The house',
    timeZone: 'Europe/Berlin',
    city: 'Konstanz',
    intervalSeconds: 3600,
    registers: [
      { id: 'grid', label: 'Grid', role: 'main' },
      { id: 'pv', label: 'Solar', role: 'production', side: 'breaker', flip: true },
      { id: 'hp', label: 'Heat pump', role: 'circuit' },
    ],
  },
  'data/homes/house/logger.csv': [
    'start;grid_kwh;pv_kwh;hp_w',
    ...hours(() => 0).map(({ startSeconds }) => `${startSeconds};0,5;0,25;300`),
  ].join('\r\n'),
};

/** No secret is in the environment: files need none. */
async function aFilesBench(files: FileContents = HOMES, location = 'data') {
  const bench = await createWorkbench({ environment: {} });
  await writeFiles(bench.folder, files);
  await bench.configure({
    ...bench.configuration,
    sources: { meters: { kind: 'files', location, fleets: ['homes'] } },
    reports: [
      {
        match: { source: 'meters', fleet: 'homes', locations: '*' },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
      },
    ],
  });
  const reportOf = (location: string, kind: string, period: string) =>
    path.join(bench.folder, 'archive/reports/meters/homes', location, kind, period, 'r1');
  return { ...bench, reportOf };
}

describe('a source of files', () => {
  test('needs no secret, and check-config says so by naming none', async () => {
    const bench = await aFilesBench();

    const { status, data } = await bench.runJson('check-config');

    expect([status, data.valid, data.secrets]).toEqual([0, true, []]);
  });

  test.each([
    [{ kind: 'files', fleets: ['homes'] }, 'sources.meters.location', 'is missing'],
    [{ kind: 'files', fleets: ['homes'], location: '' }, 'sources.meters.location', 'is empty'],
    [
      { kind: 'files', fleets: ['homes'], location: 'gs://x/y' },
      'sources.meters.location',
      'must be a folder, relative to',
    ],
    [
      { kind: 'files', fleets: ['homes'], location: 's3://x/../y' },
      'sources.meters.location',
      'must be a folder, relative to',
    ],
    [
      { kind: 'files', fleets: ['homes'], folder: 'x', location: 'y' },
      'sources.meters.folder',
      'is not a setting of a files source',
    ],
  ])('is refused as %j', async (meters, place, problem) => {
    const bench = await aFilesBench();
    await bench.configure({ ...bench.configuration, sources: { meters }, reports: [] });

    const { status, data } = await bench.runJson('check-config');

    expect(status).toBe(2);
    expect(data.faults).toEqual([
      { path: `meterpost.config.json: ${place}`, problem: expect.stringContaining(problem) },
    ]);
  });

  test('is planned and worked like any other, its paths counted from the configuration', async () => {
    const bench = await aFilesBench();

    const plan = await bench.runJson('plan', '--dry-run', ...NOW);
    expect([plan.status, plan.problems]).toEqual([0, []]);
    expect(
      plan.data.reports.map(({ location, period }: { location: string; period: string }) => [location, period]),
    ).toEqual([
      ['meters/homes/flat', '2026-10'],
      ['meters/homes/house', '2026-10'],
      ['meters/homes/flat', '2026-11-19'],
      ['meters/homes/house', '2026-11-19'],
    ]);

    expect(await bench.run('tick', ...NOW)).toMatchObject({ status: 0 });
    expect(bench.filesIn('outbox')).toHaveLength(4);
    const csv = readFileSync(path.join(bench.reportOf('house', 'monthly', '2026-10'), 'report.csv'), 'utf8');
    const rows = readCsvRecords(csv.replace(/^\uFEFF/, ''));
    const sum = (role: string) =>
      rows.filter((row) => row['role'] === role).reduce((total, row) => total + Number(row['energy_kwh']), 0);
    // 745 hours: the clocks went back.
    expect(sum('consumption')).toBeCloseTo(745 * 0.75, 6);
    expect(sum('production')).toBeCloseTo(745 * 0.25, 6);
    expect(sum('other')).toBeCloseTo(745 * 0.45, 6);
    expect(new Set(rows.map((row) => row['quality']))).toEqual(new Set(['measured', 'not_applicable']));
  });

  test('makes one report on demand, with import and export by the hour', async () => {
    const bench = await aFilesBench();

    const run = await bench.run('report', '--location', 'meters/homes/flat', '--period', '2026-11-19', '--no-mail');

    expect(run.status).toBe(0);
    const report = JSON.parse(
      readFileSync(path.join(bench.reportOf('flat', 'daily', '2026-11-19'), 'report.json'), 'utf8'),
    );
    expect(report.totals.netGridKWh).toBeCloseTo(11.3, 9);
    expect(report.totals.gridImportKWh).toBeCloseTo(11.5, 9);
    expect(report.totals.gridExportKWh).toBeCloseTo(0.2, 9);
    expect(report.totals.otherKWh).toBeNull();
    expect(report.generatedFrom.resolutionSeconds).toBe(3600);
  });

  test('with a broken file says which, where and why; the others get their reports', async () => {
    const bench = await aFilesBench({
      ...HOMES,
      'data/homes/flat/more.csv': 'start,register_id,energy_kwh,interval_seconds\n2026-11-19 12:00,grid,1,3600\n',
      'data/homes/shed/location.json': '{ "label": ',
    });

    const { status, problems } = await bench.runJson('tick', ...NOW);

    expect(status).toBe(1);
    expect(problems.join('\n')).toContain(
      'homes/flat/more.csv: line 2: start is a local time without an offset from UTC: write it like',
    );
    expect(problems.join('\n')).toContain('homes/shed/location.json: line 1: is not JSON, or breaks off');
    expect(bench.filesIn('outbox').filter((name) => name.includes('_house_'))).toHaveLength(2);
    expect(bench.filesIn('outbox')).toHaveLength(2);

    await writeFile(
      path.join(bench.folder, 'data/homes/flat/more.csv'),
      'start,register_id,energy_kwh,interval_seconds\n',
    );
    await bench.run('tick', ...NOW);
    expect(bench.filesIn('outbox')).toHaveLength(4);
  });

  test('without its folder, or in a bucket, is told what to do', async () => {
    const missing = await aFilesBench(HOMES, 'elsewhere');
    await mkdir(path.join(missing.folder, 'elsewhere'));
    const away = await missing.run('plan', '--dry-run', ...NOW);
    expect(away.status).toBe(1);
    expect(away.stderr).toContain(
      'Source meters has no folder for the fleet homes: make it below sources.meters.location',
    );

    const bucket = await aFilesBench(HOMES, 's3://meters/exports');
    const far = await bucket.run('plan', '--dry-run', ...NOW);
    expect(far.status).toBe(1);
    expect(far.stderr).toContain('which only a deployment reads: copy them into a folder');
  });
});
