import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { awsFailure } from '../../shared/adapters/aws/failure.ts';
import type { Log } from '../../shared/application/ports.ts';

/** Keeps a message out of sight for some seconds more; where that fails, it comes back by the queue's own timeout. */
export type HideMessage = (receiptHandle: string, seconds: number) => Promise<void>;

export function createHideMessage(parts: {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly log: Log;
}): HideMessage {
  return async (receiptHandle, seconds) => {
    const input = { QueueUrl: parts.queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds };
    try {
      await parts.client.send(new ChangeMessageVisibilityCommand(input));
    } catch (error) {
      parts.log({ level: 'warn', event: 'message_not_hidden', code: awsFailure(error).code });
    }
  };
}
