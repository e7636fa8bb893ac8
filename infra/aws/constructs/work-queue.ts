import { Duration, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A message is received so often before it is set aside as one that cannot be worked. */
const MAX_RECEIVES = 10;

export interface WorkQueueProps {
  readonly key: Key;
  /** The timeout of the function that works the queue. */
  readonly workTimeout: Duration;
  /** For how long messages are collected into one batch; not at all unless given. */
  readonly batchingWindow?: Duration;
}

/** A queue, and one behind it for what could not be worked in ten tries. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { key, workTimeout, batchingWindow = Duration.seconds(0) } = props;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', key);
    this.queue = new Queue(this, 'Queue', {
      ...encryptedWith(key),
      retentionPeriod: Duration.days(4),
      // AWS's own measure, so that a message is not given out again while it is collected or worked.
      visibilityTimeout: Duration.seconds(6 * workTimeout.toSeconds() + batchingWindow.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }
}

/** The end of the line: messages stay for fourteen days, longer than in any queue before it. */
export function deadLetterQueue(scope: Construct, id: string, key: Key): Queue {
  const queue = new Queue(scope, id, { ...encryptedWith(key), retentionPeriod: Duration.days(14) });
  const reason = 'This is a dead-letter queue; an alarm watches it.';
  Validations.of(queue).acknowledge({ id: 'Serverless-SQSRedrivePolicy', reason }, { id: 'AwsSolutions-SQS3', reason });
  return queue;
}

function encryptedWith(key: Key): QueueProps {
  return {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    dataKeyReuse: Duration.hours(1),
    enforceSSL: true,
  };
}
