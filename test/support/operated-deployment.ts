import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AwsStandIn, startAwsStandIn } from '../../infra/local/aws-stand-in/aws-stand-in.ts';
import { runCommandLine } from '../../infra/local/command-line/run-command-line.ts';
import { ALL_COMMANDS } from '../../infra/local/commands/all-commands.ts';
import type { SimulatedFleet } from '../../infra/local/simulator/simulated-fleet.ts';
import { type FleetSimulator, startFleetSimulator } from '../../infra/local/simulator/start-fleet-simulator.ts';
import { capturedStream } from '../infra/local/captured-stream.ts';
import { CLI, type Run, runProcess } from './command-line.ts';
import { configurationFor } from './fleet-on-loopback.ts';
import { layFunction } from './function-folder.ts';
import { type LambdaHost, startLambdaHost } from './lambda-host.ts';
import { SOURCE_CLIENT } from './source-client.ts';
import { makeFolder, removeFolder } from './temporary-folder.ts';

const NAMES = {
  configuration: 'configuration',
  archive: 'archive',
  ledger: 'ledger',
  set: 'mails',
  secret: 'source-curb',
};
const CONFIGURATION_KEY = 'meterpost.config.json';
const REGION = 'eu-central-1';

/** A deployment on loopback as an operator sees it: by the command line, and one worker in a process of its own. */
export interface OperatedDeployment {
  readonly standIn: AwsStandIn;
  readonly fleet: FleetSimulator;
  readonly folder: string;
  /** What `cdk deploy --outputs-file` would have written; a test may write it anew. */
  readonly outputsFile: string;
  readonly outputs: Readonly<Record<string, string>>;
  run(...args: string[]): Promise<Ended>;
  /** The same in a process of its own. */
  runProcess(...args: string[]): Promise<Ended>;
  /** The same with `--json`. */
  runJson(...args: string[]): Promise<{ readonly status: number | null; readonly data: ReturnType<typeof JSON.parse> }>;
  /** Bodies of the messages that wait for the worker. */
  waiting(): readonly unknown[];
  /** Has the worker work the queue until nothing of it is in sight. */
  work(): Promise<void>;
  /** Keys of the archive and of the ledger. */
  keys(): readonly string[];
  /** Everything that the command line, the worker and the queue have shown anybody. */
  shown(): string;
  close(): Promise<void>;
}

type Ended = Pick<Run, 'status' | 'stdout' | 'stderr'>;

export async function openOperatedDeployment(fleets: readonly SimulatedFleet[]): Promise<OperatedDeployment> {
  const folder = await makeFolder();
  const standIn = await startAwsStandIn({ now: Date.now, region: REGION });
  const fleet = await startFleetSimulator({ fleets, credentials: SOURCE_CLIENT, clock: Date.now });
  const buckets = [NAMES.configuration, NAMES.archive, NAMES.ledger].map((name) =>
    standIn.s3.create(name, { createOnlyBelow: name === NAMES.configuration ? [] : [''] }),
  );
  const configuration = Buffer.from(JSON.stringify(configurationFor(fleet, ['curb'])));
  buckets[0]?.put(CONFIGURATION_KEY, { bytes: configuration, contentType: 'application/json', checksums: {} });
  const [dead, deadEvents] = ['report-dead', 'event-dead'].map((name) => standIn.sqs.create({ name }));
  const queue = standIn.sqs.create({
    name: 'reports',
    redrive: { deadLetterQueue: 'report-dead', maxReceiveCount: 10 },
  });
  standIn.sqs.create({ name: 'events', redrive: { deadLetterQueue: 'event-dead', maxReceiveCount: 10 } });
  standIn.ses.createConfigurationSet(NAMES.set);
  // The worker paces its mails by the rate that it is told of.
  standIn.ses.quota.maxSendRate = 1_000;
  standIn.secrets.put(NAMES.secret, JSON.stringify(SOURCE_CLIENT));

  const outputs = {
    Region: REGION,
    ConfigurationObject: `s3://${NAMES.configuration}/${CONFIGURATION_KEY}`,
    ArchiveBucket: NAMES.archive,
    LedgerBucket: NAMES.ledger,
    ReportQueue: queue.url,
    ReportDeadLetters: dead?.url ?? '',
    MailEventDeadLetters: deadEvents?.url ?? '',
    SourceSecrets: JSON.stringify({ curb: NAMES.secret }),
    WhenInDoubt: 'resend',
    DoubtDeadlineMinutes: '60',
  };
  const outputsFile = path.join(folder, 'outputs.json');
  writeFileSync(outputsFile, JSON.stringify({ other: { Region: REGION }, meterpost: outputs }));
  const environment = {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'canary-operator-secret',
    AWS_SESSION_TOKEN: 'canary-operator-token',
    AWS_ENDPOINT_URL: standIn.endpoint,
  };
  const worker = await startWorker(folder, standIn, queue.url);
  let shown = '';
  const show = (ended: Ended): Ended => {
    shown += `${ended.stdout}${ended.stderr}`;
    return ended;
  };
  const run = async (...args: string[]) => {
    const [stdout, stderr] = [capturedStream(), capturedStream()];
    const status = await runCommandLine([...args, '--aws', outputsFile], ALL_COMMANDS, {
      workingFolder: folder,
      environment,
      stdout: stdout.stream,
      stderr: stderr.stream,
      untilInterrupted: async () => {},
    });
    return show({ status, stdout: stdout.text(), stderr: stderr.text() });
  };
  return {
    standIn,
    fleet,
    folder,
    outputsFile,
    outputs,
    run,
    runProcess: async (...args) => show(await runProcess([CLI, ...args, '--aws', outputsFile], folder, environment)),
    async runJson(...args) {
      const { status, stdout } = await run(...args, '--json');
      return { status, data: JSON.parse(stdout) };
    },
    waiting() {
      shown += queue.bodies().join('\n');
      return queue.bodies().map((body): unknown => JSON.parse(body));
    },
    async work() {
      for (let received = queue.receive(1); received.length > 0; received = queue.receive(1)) {
        for (const { message, receiptHandle, receiveCount } of received) {
          const attributes = { ApproximateReceiveCount: String(receiveCount) };
          const record = { messageId: message.id, receiptHandle, body: message.body, attributes };
          const { answer, error } = await worker.invoke({ Records: [record] });
          if (error !== undefined) throw new Error(error.errorMessage);
          const { batchItemFailures } = answer as { readonly batchItemFailures: readonly unknown[] };
          if (batchItemFailures.length === 0) queue.delete(receiptHandle);
        }
      }
    },
    keys: () => buckets.slice(1).flatMap((bucket) => bucket.keys()),
    shown: () => shown + worker.output(),
    async close() {
      await worker.close();
      await fleet.close();
      await standIn.close();
      await removeFolder(folder);
    },
  };
}

/** The worker's sources as they are, in a process with Lambda's environment. */
async function startWorker(folder: string, { endpoint }: AwsStandIn, queueUrl: string): Promise<LambdaHost> {
  const environment = {
    METERPOST_VERSION: '0.0.0',
    CONFIGURATION_BUCKET: NAMES.configuration,
    CONFIGURATION_KEY,
    ARCHIVE_BUCKET: NAMES.archive,
    LEDGER_BUCKET: NAMES.ledger,
    REPORT_QUEUE_URL: queueUrl,
    SOURCE_SECRETS: JSON.stringify({ curb: NAMES.secret }),
    SENDER_ADDRESS: 'reports@example.com',
    CONFIGURATION_SET: NAMES.set,
    MAXIMUM_CONCURRENCY: '2',
    WHEN_IN_DOUBT: 'resend',
    DOUBT_DEADLINE_MINUTES: '60',
  };
  return await startLambdaHost(layFunction('make-report', folder, environment), { endpoint });
}
