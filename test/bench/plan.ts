import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Column, renderTable } from '../../infra/local/table.ts';
import { writeResult } from './measure/result-file.ts';
import { startLedgerServer } from './plan/ledger-server.ts';

/**
 * What a planner's tick takes, each in a fresh process, with real S3 and SQS clients over a bucket in another process:
 * the first tick of a fleet, ticks that find nothing, a little and a great deal. Sizes as arguments; 10,000, 100,000 and
 * 1,000,000 locations unless given.
 */
const given = process.argv.slice(2).map(Number);
const SIZES = given.length > 0 ? given : [10_000, 100_000, 1_000_000];

interface Told {
  readonly due: number;
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly peakMB: number;
}

interface Tick {
  readonly title?: string;
  readonly now: string;
  readonly done: 'queue' | { readonly finishAllBut: number };
  readonly mayList?: boolean;
}

const ALL = { finishAllBut: 0 };

/**
 * What happens to a fleet, in order; ticks without a title prepare the next one. In its first two hours, a planner does not
 * yet go by what it knows of a location.
 */
const STORY: readonly Tick[] = [
  { title: 'first tick, without its requests', now: '2026-12-01T06:35:00Z', done: ALL, mayList: true },
  { now: '2026-12-01T07:40:00Z', done: ALL, mayList: true },
  { now: '2026-12-01T09:10:00Z', done: ALL, mayList: true },
  { now: '2026-12-01T09:12:00Z', done: ALL },
  { title: 'nothing due', now: '2026-12-01T09:22:00Z', done: 'queue' },
  { title: 'an ordinary hour', now: '2026-12-01T10:07:00Z', done: 'queue' },
  { now: '2026-12-01T10:10:00Z', done: ALL, mayList: true },
  { now: '2026-12-01T10:12:00Z', done: ALL },
  { title: 'worst: the 1st, 06:00, biggest zone', now: '2026-12-01T11:07:00Z', done: 'queue' },
  { now: '2026-12-01T11:10:00Z', done: { finishAllBut: 100 }, mayList: true },
  { title: 'one of 100 late there', now: '2026-12-01T11:22:00Z', done: 'queue' },
  { title: 'the same, and the fleet listed anew', now: '2026-12-01T12:52:00Z', done: 'queue', mayList: true },
];

/** With room for garbage, V8 takes it: this is what it may take where a function has 512 MB. */
const HEAP = '--max-old-space-size=300';

async function tick(endpoint: string, locations: number, { now, done, mayList = false }: Tick): Promise<Told> {
  const order = JSON.stringify({ endpoint, locations, now, done, mayList });
  const child = path.join(import.meta.dirname, 'plan/tick-child.ts');
  const run = promisify(execFile)(process.execPath, [HEAP, child, order], { maxBuffer: 1e7 });
  return JSON.parse((await run).stdout) as Told;
}

const COLUMNS: readonly Column[] = [
  { title: 'locations', align: 'right' },
  { title: 'tick' },
  { title: 'due', align: 'right' },
  { title: 'CPU s', align: 'right' },
  { title: 's', align: 'right' },
  { title: 'peak MB', align: 'right' },
  { title: 'S3', align: 'right' },
  { title: 'SQS', align: 'right' },
];

const rows: string[][] = [];
const results: object[] = [];
for (const locations of SIZES) {
  const server = await startLedgerServer();
  for (const step of STORY) {
    const told = await tick(server.endpoint, locations, step);
    const calls = server.takeCalls();
    if (step.title === undefined) continue;
    const sqs = calls['SQS SendMessageBatch'] ?? 0;
    const s3 = Object.values(calls).reduce((sum, count) => sum + count, 0) - sqs;
    const { due, cpuSeconds, seconds, peakMB } = told;
    results.push({ locations, tick: step.title, ...told, calls });
    const figures = [due, cpuSeconds.toFixed(1), seconds.toFixed(1), Math.round(peakMB), s3, sqs];
    rows.push([String(locations), step.title, ...figures.map(String)]);
    process.stderr.write(`${rows.at(-1)?.join('  ')}\n`);
  }
  await server.close();
}
process.stdout.write(`${renderTable(rows, COLUMNS)}\n${writeResult('plan', { results })}\n`);
