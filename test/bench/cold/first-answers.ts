import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { assetOf, codeFilesIn } from '../../bundle/asset.ts';
import { simulatedHouse } from '../../infra/local/simulator/simulated-house.ts';
import { type AwsHost, openAwsHost } from '../../support/aws-host.ts';
import type { LambdaHost } from '../../support/lambda-host.ts';
import { synthesise } from '../../support/synthesised-stack.ts';
import { makeFolder, removeFolder } from '../../support/temporary-folder.ts';
import { median } from '../measure/statistics.ts';
import { sizeOf } from './ready-times.ts';

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

interface Measured {
  readonly readyMs: number;
  readonly firstMs: number;
  /** The most memory that the process ever had, where the system tells. */
  readonly peakMB: number;
}

async function measure(host: AwsHost, { resource, event }: Candidate, runs: number): Promise<Measured> {
  const ready: number[] = [];
  const peak: number[] = [];
  const first: number[] = [];
  for (let run = 0; run < runs; run += 1) {
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

function sizesOf(asset: string) {
  const code = codeFilesIn(asset);
  const fonts = path.join(asset, 'fonts');
  const fontFiles = readdirSync(asset).includes('fonts') ? readdirSync(fonts) : [];
  const fontBytes = fontFiles.reduce((sum, file) => sum + statSync(path.join(fonts, file)).size, 0);
  const zippedBytes = code.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return { codeBytes: sizeOf(code), zippedBytes, fontBytes };
}

export interface FirstAnswer extends Measured {
  readonly title: string;
  readonly codeBytes: number;
  readonly zippedBytes: number;
  readonly fontBytes: number;
}

/**
 * How long a fresh process of each function takes until it asks for its first event, and until it has answered it, against
 * stand-ins on loopback; the bundles are those that a deployment would upload. Times are medians, on the clock.
 */
export async function firstAnswers(runs: number): Promise<FirstAnswer[]> {
  const folder = await makeFolder();
  try {
    const stack = await synthesise(path.join(folder, 'cdk.out'), { senderAddress: 'reports@example.com' });
    const host = await openAwsHost(stack, [{ id: 'curb', locations: [HOUSE] }]);
    const answers: FirstAnswer[] = [];
    for (const candidate of CANDIDATES) {
      const sizes = sizesOf(assetOf(stack, candidate.resource));
      answers.push({ title: candidate.title, ...sizes, ...(await measure(host, candidate, runs)) });
    }
    await host.close();
    return answers;
  } finally {
    await removeFolder(folder);
  }
}
