import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import type { AwsAccess } from '../../shared/adapters/aws/aws-access.ts';
import { awsFailure } from '../../shared/adapters/aws/failure.ts';
import { createSqsClient } from '../../shared/adapters/sqs/sqs-client.ts';
import type { Log } from '../../shared/application/ports.ts';

/** Keeps a message out of sight for some seconds more; where that fails, it comes back by the queue's own timeout. */
export type HideMessage = (receiptHandle: string, seconds: number) => Promise<void>;

export function createHideMessage(parts: {
  readonly aws: AwsAccess;
  readonly queueUrl: string;
  readonly log: Log;
}): HideMessage {
  const client = createSqsClient(parts.aws);
  return async (receiptHandle, seconds) => {
    const input = { QueueUrl: parts.queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds };
    try {
      await client.send(new ChangeMessageVisibilityCommand(input));
    } catch (error) {
      parts.log({ level: 'warn', event: 'message_not_hidden', code: awsFailure(error).code });
    }
  };
}
