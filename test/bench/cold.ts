import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { assetOf } from '../bundle/asset.ts';
import { simulatedHouse } from '../infra/local/simulator/simulated-house.ts';
import { type AwsHost, openAwsHost } from '../support/aws-host.ts';
import type { LambdaHost } from '../support/lambda-host.ts';
import { type SynthesisedStack, synthesise } from '../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../support/temporary-folder.ts';

/**
 * How long a fresh process of each function takes until it asks for its first event, and until it has answered it; the
 * bundles are those that a deployment would upload. Times are medians, in milliseconds, of processes that are alone.
 */
const RUNS = Number(process.argv[2] ?? 5);

const HOUSE = simulatedHouse();
const LOCATION = `curb/curb/${HOUSE.location.id}`;

interface Candidate {
  readonly title: string;
  readonly resource: string;
  /** The event of a run, and what has to be there before it. */
  readonly event: (host: AwsHost, run: number) => Promise<unknown>;
}

const CANDIDATES: readonly Candidate[] = [
  {
    title: 'plan-reports, a tick',
    resource: 'PlanReports',
    event: async () => ({ scheduledTime: new Date().toISOString() }),
  },
  {
    title: 'make-report, a day by mail',
    resource: 'MakeReport',
    event: async (_, run) => ({ location: LOCATION, period: `2026-08-${String(run + 1).padStart(2, '0')}` }),
  },
  {
    title: 'make-report, a month by mail',
    resource: 'MakeReport',
    event: async (_, run) => ({ location: LOCATION, period: `2025-${String(run + 1).padStart(2, '0')}` }),
  },
  {
    title: 'record-mail-event, one event',
    resource: 'RecordMailEvent',
    async event({ deployed, make }, run) {
      await make.invoke({ location: LOCATION, period: `2026-07-${String(run + 1).padStart(2, '0')}` });
      const events = deployed.standIn.sqs.named(deployed.nameOf('MailEventsQueue')).receive(10);
      return { Records: events.slice(-1).map(({ message }) => ({ messageId: message.id, body: message.body })) };
    },
  },
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

interface Measured {
  readonly readyMs: number;
  readonly firstMs: number;
  /** The most memory that the process ever had, where the system tells. */
  readonly peakMB: number;
}

async function measure(host: AwsHost, { resource, event }: Candidate): Promise<Measured> {
  const ready: number[] = [];
  const peak: number[] = [];
  const first: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const what = await event(host, run);
    const fresh: LambdaHost = await host.deployed.start(resource);
    const startedMs = performance.now();
    const { error } = await fresh.invoke(what);
    first.push(performance.now() - startedMs);
    ready.push(fresh.readyAfterMs() ?? Number.NaN);
    if (error !== undefined) throw new Error(`${resource}: ${error.errorMessage}`);
    peak.push(fresh.peakMemoryMB() ?? Number.NaN);
    await fresh.close();
  }
  return { readyMs: median(ready), firstMs: median(first), peakMB: Math.max(...peak) };
}

function sizesOf(asset: string): { code: number; zipped: number; fonts: number } {
  const bytes = readFileSync(path.join(asset, 'index.mjs'));
  const fonts = path.join(asset, 'fonts');
  const fontFiles = readdirSync(asset).includes('fonts') ? readdirSync(fonts) : [];
  const fontBytes = fontFiles.reduce((sum, file) => sum + statSync(path.join(fonts, file)).size, 0);
  return { code: bytes.length, zipped: gzipSync(bytes).length, fonts: fontBytes };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => line(row).join('  ')).join('\n');
}

async function run(stack: SynthesisedStack): Promise<string> {
  const host = await openAwsHost(stack, [{ id: 'curb', locations: [HOUSE] }]);
  const rows = [['fresh process', 'code, B', 'gzip, B', 'fonts, B', 'ready, ms', 'first answer, ms', 'peak, MB']];
  for (const candidate of CANDIDATES) {
    const { code, zipped, fonts } = sizesOf(assetOf(stack, candidate.resource));
    const { readyMs, firstMs, peakMB } = await measure(host, candidate);
    rows.push([
      candidate.title,
      ...[code, zipped, fonts, Math.round(readyMs), Math.round(firstMs), Math.round(peakMB)].map(String),
    ]);
  }
  await host.close();
  return table(rows);
}

const folder = await makeFolder();
try {
  const stack = await synthesise(path.join(folder, 'cdk.out'), { senderAddress: 'reports@example.com' });
  process.stdout.write(`${await run(stack)}\n`);
} finally {
  await removeFolder(folder);
}
