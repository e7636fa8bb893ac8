import { type AwsStandIn, startAwsStandIn } from '../../infra/local/aws-stand-in/aws-stand-in.ts';
import { type FunctionName, layFunction } from './function-folder.ts';
import { type Invoked, type LambdaHost, startLambdaHost } from './lambda-host.ts';
import { SOURCE_CLIENT } from './source-client.ts';
import { makeFolder, removeFolder } from './temporary-folder.ts';

const CONFIGURATION_KEY = 'meterpost.config.json';

const NAMES: readonly FunctionName[] = ['plan-reports', 'make-report', 'record-mail-event'];
/** The three functions as they stand in the tree, each in a process with Lambda's environment, over AWS on loopback. */
export interface FunctionsFromSource {
  readonly standIn: AwsStandIn;
  configure(configuration: object): void;
  /** A tick, what it asks for, and the mail events that come of it; failures stay in the queue, as on AWS. */
  tick(): Promise<void>;
  invoke(name: FunctionName, event: unknown): Promise<Invoked>;
  /** Puts a fresh process in a function's place, and has all of them forget which sources do not answer. */
  restart(name: FunctionName): Promise<void>;
  /** All that the processes printed and answered, the messages of all queues, and the keys of all buckets. */
  shown(): Readonly<Record<'output' | 'answers' | 'messages' | 'keys' | 'tags', string>>;
  /** What the ledger holds, snapshots apart: they are the reports themselves. */
  ledger(): string;
  close(): Promise<void>;
}

export async function openFunctionsFromSource(): Promise<FunctionsFromSource> {
  const folder = await makeFolder();
  const standIn = await startAwsStandIn({ now: Date.now, region: 'eu-central-1' });
  const [configuration, , ledger] = (['configuration', 'archive', 'ledger'] as const).map((name) =>
    standIn.s3.create(name, { createOnlyBelow: name === 'configuration' ? [] : [''] }),
  );
  for (const name of ['report-dead', 'event-dead']) standIn.sqs.create({ name });
  const redrive = (deadLetterQueue: string) => ({ redrive: { deadLetterQueue, maxReceiveCount: 3 } });
  const requests = standIn.sqs.create({ name: 'reports', visibilityTimeoutSeconds: 900, ...redrive('report-dead') });
  const events = standIn.sqs.create({ name: 'events', visibilityTimeoutSeconds: 900, ...redrive('event-dead') });
  standIn.ses.createConfigurationSet('mails', [{ queue: 'events', form: 'sns' }]);
  standIn.ses.quota.maxSendRate = 1_000;
  standIn.secrets.put('source-curb', JSON.stringify(SOURCE_CLIENT));
  const environment = {
    METERPOST_VERSION: '0.0.0',
    CONFIGURATION_BUCKET: 'configuration',
    CONFIGURATION_KEY,
    ARCHIVE_BUCKET: 'archive',
    LEDGER_BUCKET: 'ledger',
    REPORT_QUEUE_URL: requests.url,
    SOURCE_SECRETS: JSON.stringify({ curb: 'source-curb' }),
    SENDER_ADDRESS: 'reports@example.com',
    CONFIGURATION_SET: 'mails',
    MAXIMUM_CONCURRENCY: '2',
    WHEN_IN_DOUBT: 'resend',
    DOUBT_DEADLINE_MINUTES: '60',
  };
  const hosts = new Map<FunctionName, LambdaHost>();
  const laid = new Map(NAMES.map((name) => [name, layFunction(name, folder, environment)]));
  const start = async (name: FunctionName) => {
    const fn = laid.get(name);
    if (fn !== undefined) hosts.set(name, await startLambdaHost(fn, standIn));
  };
  for (const name of NAMES) await start(name);
  let printed = '';
  let answers = '';
  let messages = '';
  const note = () => {
    messages += standIn.sqs
      .all()
      .flatMap((queue) => queue.bodies())
      .join('\n');
  };
  const invoke = async (name: FunctionName, event: unknown): Promise<Invoked> => {
    const host = hosts.get(name);
    if (host === undefined) throw new Error(`No function is called ${name}`);
    const invoked = await host.invoke(event);
    answers += `${JSON.stringify(invoked)}\n`;
    return invoked;
  };
  const carry = async (queue: typeof requests, name: FunctionName) => {
    note();
    for (let received = queue.receive(1); received.length > 0; received = queue.receive(1)) {
      for (const { message, receiptHandle, receiveCount } of received) {
        const attributes = { ApproximateReceiveCount: String(receiveCount) };
        const record = { messageId: message.id, receiptHandle, body: message.body, attributes };
        const { answer } = await invoke(name, { Records: [record] });
        const failed = (answer as { batchItemFailures?: readonly unknown[] } | undefined)?.batchItemFailures ?? [1];
        if (failed.length === 0) queue.delete(receiptHandle);
      }
    }
  };
  return {
    standIn,
    invoke,
    configure(content) {
      const bytes = Buffer.from(JSON.stringify(content));
      configuration?.put(CONFIGURATION_KEY, { bytes, contentType: 'application/json', checksums: {} });
    },
    async restart(name) {
      const former = hosts.get(name);
      printed += former?.output() ?? '';
      await former?.close();
      for (const key of ledger?.keys() ?? []) if (key.startsWith('ledger/v1/control/')) ledger?.remove(key);
      await start(name);
    },
    async tick() {
      await invoke('plan-reports', { scheduledTime: new Date().toISOString() });
      await carry(requests, 'make-report');
      await carry(events, 'record-mail-event');
    },
    shown() {
      note();
      return {
        output: printed + [...hosts.values()].map((host) => host.output()).join('\n'),
        answers,
        messages,
        keys: ['archive', 'ledger'].flatMap((name) => standIn.s3.named(name).keys()).join('\n'),
        tags: standIn.ses.sent.map(({ tags }) => JSON.stringify(tags)).join('\n'),
      };
    },
    ledger() {
      const keys = (ledger?.keys() ?? []).filter((key) => key.startsWith('ledger/') && !key.endsWith('/snapshot'));
      return keys.map((key) => `${key} ${Buffer.from(ledger?.current(key)?.bytes ?? '').toString()}`).join('\n');
    },
    async close() {
      for (const host of hosts.values()) await host.close();
      await standIn.close();
      await removeFolder(folder);
    },
  };
}
