import path from 'node:path';
import { type AwsStandIn, startAwsStandIn } from '../../infra/local/aws-stand-in/aws-stand-in.ts';
import type { ReceivedMessage } from '../../infra/local/aws-stand-in/sqs/message.ts';
import { type DeployedFunction, type LambdaHost, startLambdaHost } from './lambda-host.ts';
import { SOURCE_CLIENT } from './source-client.ts';
import type { Resource, SynthesisedStack } from './synthesised-stack.ts';

/** The synthesised stack, stood up on loopback: its buckets, queues, secrets and mail events in the stand-in, its bundles in processes. */
export interface DeployedStack {
  readonly standIn: AwsStandIn;
  /** What a resource is called, by its logical id or the beginning of it. */
  nameOf(logicalId: string): string;
  /** A fresh execution environment of a function, by the beginning of its logical id. */
  start(logicalId: string): Promise<LambdaHost>;
  /** Hands every message that a queue shows to a function, in batches, as Lambda's event source does; deletes what was worked. */
  carry(queue: string, to: LambdaHost, batchSize: number): Promise<number>;
  close(): Promise<void>;
}

export async function deployLocally(stack: SynthesisedStack, now: () => number = Date.now): Promise<DeployedStack> {
  const standIn = await startAwsStandIn({ now });
  standIn.ses.quota.maxSendRate = 1000;
  const hosts: LambdaHost[] = [];
  const find = (beginning: string, type?: string) => {
    const found = Object.entries(stack.resources).find(
      ([id, resource]) => id.startsWith(beginning) && (type === undefined || resource.Type === type),
    );
    if (found === undefined) throw new Error(`The template has no ${type ?? 'resource'} ${beginning}`);
    return found;
  };
  for (const [id, resource] of Object.entries(stack.resources)) standUp(standIn, stack, id, resource);
  return {
    standIn,
    nameOf: (beginning) => nameOf(find(beginning)[0]),
    async start(beginning) {
      const [id, { Properties: properties, Metadata: metadata }] = find(beginning, 'AWS::Lambda::Function');
      const variables: Record<string, unknown> = properties.Environment.Variables;
      const fn: DeployedFunction = {
        name: nameOf(id),
        folder: path.join(stack.folder, metadata?.['aws:asset:path'] ?? ''),
        handler: properties.Handler,
        timeoutSeconds: properties.Timeout,
        memoryMB: properties.MemorySize,
        environment: Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [name, resolved(standIn, stack, value)]),
        ),
      };
      const host = await startLambdaHost(fn, standIn);
      hosts.push(host);
      return host;
    },
    async carry(beginning, to, batchSize) {
      const queue = standIn.sqs.named(nameOf(find(beginning, 'AWS::SQS::Queue')[0]));
      let worked = 0;
      for (;;) {
        const received = queue.receive(batchSize);
        if (received.length === 0) return worked;
        const { answer, error } = await to.invoke({ Records: received.map(asRecord) });
        if (error !== undefined) throw new Error(error.errorMessage);
        const { batchItemFailures: failed } = answer as { batchItemFailures: { itemIdentifier: string }[] };
        for (const { message, receiptHandle } of received) {
          if (failed.some(({ itemIdentifier }) => itemIdentifier === message.id)) continue;
          queue.delete(receiptHandle);
          worked += 1;
        }
      }
    },
    async close() {
      await Promise.all(hosts.map((host) => host.close()));
      await standIn.close();
    },
  };
}

const asRecord = ({ message, receiptHandle, receiveCount }: ReceivedMessage) => ({
  messageId: message.id,
  receiptHandle,
  body: message.body,
  attributes: { ApproximateReceiveCount: String(receiveCount), SentTimestamp: String(message.sentAtMs) },
  messageAttributes: {},
  eventSource: 'aws:sqs',
  awsRegion: 'eu-central-1',
});

const nameOf = (logicalId: string): string => logicalId.toLowerCase();

function standUp(standIn: AwsStandIn, stack: SynthesisedStack, id: string, { Type, Properties }: Resource): void {
  const queueOf = (arn: { 'Fn::GetAtt': [string, string] }) => nameOf(arn['Fn::GetAtt'][0]);
  switch (Type) {
    case 'AWS::S3::Bucket':
      standIn.s3.create(nameOf(id), { createOnlyBelow: takesOnlyNewObjects(stack, id) ? [''] : [] });
      break;
    case 'AWS::SQS::Queue': {
      const { VisibilityTimeout: visibilityTimeoutSeconds = 30, MessageRetentionPeriod: retentionSeconds } = Properties;
      const redrive = Properties.RedrivePolicy;
      const settings = { name: nameOf(id), visibilityTimeoutSeconds, retentionSeconds };
      const deadLetters = { deadLetterQueue: redrive && queueOf(redrive.deadLetterTargetArn) };
      standIn.sqs.create(
        redrive ? { ...settings, redrive: { ...deadLetters, maxReceiveCount: redrive.maxReceiveCount } } : settings,
      );
      break;
    }
    case 'AWS::SES::ConfigurationSet': {
      const subscription = Object.values(stack.resources).find((each) => each.Type === 'AWS::SNS::Subscription');
      standIn.ses.createConfigurationSet(nameOf(id), [
        { queue: queueOf(subscription?.Properties.Endpoint), form: 'sns' },
      ]);
      break;
    }
    case 'AWS::SecretsManager::Secret':
      standIn.secrets.put(nameOf(id), JSON.stringify(SOURCE_CLIENT));
      break;
    default:
  }
}

function takesOnlyNewObjects(stack: SynthesisedStack, bucketId: string): boolean {
  const policy = Object.values(stack.resources).find(
    (each) => each.Type === 'AWS::S3::BucketPolicy' && each.Properties.Bucket.Ref === bucketId,
  );
  return policy?.Properties.PolicyDocument.Statement.some(
    (each: { Sid?: string }) => each.Sid === 'AcceptOnlyNewObjects',
  );
}

/** What CloudFormation would put in place of a value. */
function resolved(standIn: AwsStandIn, stack: SynthesisedStack, value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref: ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  if (join !== undefined) return join[1].map((part) => resolved(standIn, stack, part)).join(join[0]);
  if (ref === undefined) throw new Error(`Nobody has taught this test about ${JSON.stringify(value)}`);
  return stack.resources[ref]?.Type === 'AWS::SQS::Queue' ? standIn.sqs.named(nameOf(ref)).url : nameOf(ref);
}
