import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Column, renderTable } from '../../infra/local/table.ts';
import { type Goal, goalsTable } from './measure/goals.ts';
import { writeResult } from './measure/result-file.ts';
import { sharesOf } from './tick/profile-shares.ts';

/**
 * The whole job on one machine: a tick of the command line makes and mails the daily reports of so many locations, which a
 * simulator in another process tells of. Sizes as arguments; 100, 300 and 1,000 unless given.
 */
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100, 300, 1_000];

interface Run {
  readonly locations: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMB: number;
}

/** @param flags further ones of Node.js */
async function run(locations: number, flags: readonly string[] = []): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-tick-'));
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'tick/fleet-child.ts'), String(locations)]);
  try {
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const { origin, tokenUrl } = JSON.parse(line) as { origin: string; tokenUrl: string };
    writeFileSync(path.join(folder, 'meterpost.config.json'), JSON.stringify(configuration(origin, tokenUrl)));
    const usage = path.join(folder, 'usage.json');
    const project = path.resolve(import.meta.dirname, '../..');
    const tellsUsage = ['--import', path.join(import.meta.dirname, 'tick/usage-child.ts')];
    const startedMs = performance.now();
    await promisify(execFile)(
      process.execPath,
      [...flags, ...tellsUsage, path.join(project, 'infra/local/cli.ts'), 'tick', '--json'],
      {
        cwd: folder,
        maxBuffer: 1e8,
        env: {
          TZ: 'UTC',
          BENCH_USAGE: usage,
          METERPOST_CURB_CLIENT_ID: 'client',
          METERPOST_CURB_CLIENT_SECRET: 'secret',
        },
      },
    );
    const seconds = (performance.now() - startedMs) / 1000;
    const mails = readdirSync(path.join(folder, 'outbox')).length;
    if (mails !== locations) throw new Error(`${mails} mails of ${locations}`);
    const told = JSON.parse(readFileSync(usage, 'utf8')) as { cpuSeconds: number; peakMB: number };
    return { locations, seconds, ...told };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the time of a run is for; the profiler itself takes time and memory, and so the run counts for nothing else. */
async function profiledShares(locations: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-tick-profile-'));
  try {
    await run(locations, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    const [profile = ''] = readdirSync(folder);
    return Object.fromEntries(sharesOf(path.join(folder, profile)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const configuration = (apiOrigin: string, tokenUrl: string) => ({
  version: 1,
  sources: {
    curb: {
      kind: 'curb-fleet',
      apiOrigin,
      tokenUrl,
      audience: 'fleet.prod.energycurb.com',
      fleets: ['curb'],
      maxConcurrentRequests: 16,
    },
  },
  sender: { from: 'Reports <reports@example.com>', organization: 'Example Energy' },
  reports: [
    { match: { source: 'curb', fleet: 'curb', locations: '*' }, kinds: ['daily'], recipients: ['owner@example.com'] },
  ],
});

const COLUMNS: readonly Column[] = [
  { title: 'locations', align: 'right' },
  { title: 's', align: 'right' },
  { title: 'CPU s', align: 'right' },
  { title: 'CPU ms each', align: 'right' },
  { title: 'peak MB', align: 'right' },
];

const runs: Run[] = [];
for (const locations of sizes) runs.push(await run(locations));
const rows = runs.map(({ locations, seconds, cpuSeconds, peakMB }) => [
  String(locations),
  seconds.toFixed(1),
  cpuSeconds.toFixed(1),
  ((cpuSeconds * 1000) / locations).toFixed(1),
  peakMB.toFixed(0),
]);
const [first, last] = [runs[0], runs.at(-1)];
if (first === undefined || last === undefined) throw new Error('Give at least one size.');
const shares = await profiledShares(last.locations);
const useful = ['render', 'deflate', 'JSON'].reduce((sum, purpose) => sum + (shares[purpose] ?? 0), 0);
/** What each location more takes: a process that has just begun has its program to load. */
const eachMore = (fewer: Run, more: Run) => (more.cpuSeconds - fewer.cpuSeconds) / (more.locations - fewer.locations);
const middle = runs[1] ?? last;
const goals: readonly Goal[] = [
  { what: 'render, deflate and JSON, share', bound: 'at least', goal: 0.6, measured: useful },
  {
    what: 'CPU of a report more: many × few locations',
    bound: 'at most',
    goal: 1.1,
    measured: eachMore(middle, last) / eachMore(first, middle),
  },
  { what: 'memory, most × fewest locations', bound: 'at most', goal: 1.1, measured: last.peakMB / first.peakMB },
];
const shareRows = Object.entries(shares).map(([purpose, share]) => [purpose, `${(share * 100).toFixed(1)} %`]);
const report = [
  renderTable(rows, COLUMNS),
  renderTable(shareRows, [{ title: `CPU time of ${last.locations} locations` }, { title: '', align: 'right' }]),
  goalsTable(goals),
];
process.stdout.write(`${report.join('\n\n')}\n${writeResult('tick', { runs, shares, goals })}\n`);
