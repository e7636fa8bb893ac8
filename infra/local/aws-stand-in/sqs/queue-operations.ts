import { AwsError } from '../call.ts';
import type { QueueSettings } from './queue.ts';
import type { Queues } from './queues.ts';
import type { Input } from './sqs-input.ts';

/** Makes a queue from the attributes that meterpost's own queues have. */
export function createQueueFrom(queues: Queues, input: Input): unknown {
  const attributes = input.object('Attributes') ?? {};
  const seconds = (name: string) => (attributes[name] === undefined ? undefined : Number(attributes[name]));
  const visibilityTimeoutSeconds = seconds('VisibilityTimeout');
  const retentionSeconds = seconds('MessageRetentionPeriod');
  const redrive = redriveFrom(attributes['RedrivePolicy']);
  const settings: QueueSettings = {
    name: input.text('QueueName'),
    ...(visibilityTimeoutSeconds === undefined ? {} : { visibilityTimeoutSeconds }),
    ...(retentionSeconds === undefined ? {} : { retentionSeconds }),
    ...(redrive === undefined ? {} : { redrive }),
  };
  return { QueueUrl: queues.create(settings).url };
}

function redriveFrom(policy: unknown): QueueSettings['redrive'] {
  if (typeof policy !== 'string') return undefined;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as Record<string, unknown>;
  const deadLetterQueue = /[^:]*$/.exec(String(deadLetterTargetArn))?.[0] ?? '';
  return { deadLetterQueue, maxReceiveCount: Number(maxReceiveCount) };
}

export function queueUrl(queues: Queues, input: Input): unknown {
  return { QueueUrl: queues.named(input.text('QueueName')).url };
}

export function queueAttributes(queues: Queues, input: Input): unknown {
  const queue = queues.named(input.text('QueueUrl'));
  const { visible, inFlight, delayed } = queue.counts();
  const { redrive } = queue.settings;
  const all: Readonly<Record<string, string>> = {
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    QueueArn: queue.arn,
    VisibilityTimeout: String(queue.settings.visibilityTimeoutSeconds ?? 30),
    MessageRetentionPeriod: String(queue.settings.retentionSeconds ?? 345_600),
    ...(redrive === undefined
      ? {}
      : {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queues.named(redrive.deadLetterQueue).arn,
            maxReceiveCount: redrive.maxReceiveCount,
          }),
        }),
  };
  const names = input.texts('AttributeNames');
  const asked = Object.entries(all).filter(([name]) => names.includes('All') || names.includes(name));
  return asked.length === 0 ? {} : { Attributes: Object.fromEntries(asked) };
}

/**
 * Moves the messages of a dead-letter queue back to where they came from, or to the destination that is named, at once.
 * A moved message is a new one: its id, its age and its receive count begin again.
 */
export function startMessageMoveTask(queues: Queues, input: Input): unknown {
  const source = queues.named(input.text('SourceArn'));
  if (!queues.all().some((queue) => queue.settings.redrive?.deadLetterQueue === source.settings.name)) {
    throw new AwsError(400, 'InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  }
  const destination = input.optionalText('DestinationArn');
  for (const { body, attributes, firstQueue } of source.release()) {
    queues.named(destination ?? firstQueue).send({ body, attributes });
  }
  return { TaskHandle: Buffer.from(source.arn).toString('base64') };
}
