import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { awsFailure } from '../../shared/adapters/aws/failure.ts';
import type { Log } from '../../shared/application/ports.ts';

/** Has the operators told of what came too late to be mailed, by the function that may send mails. */
export type AskForDigest = () => Promise<void>;

/** A request that does not get through is made again an hour later: the ledger still knows what nobody was told of. */
export function createAskForDigest(parts: {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly log: Log;
}): AskForDigest {
  return async () => {
    const MessageBody = JSON.stringify({ digest: true });
    try {
      await parts.client.send(new SendMessageCommand({ QueueUrl: parts.queueUrl, MessageBody }));
    } catch (error) {
      parts.log({ level: 'warn', event: 'digest_not_asked_for', code: awsFailure(error).code });
    }
  };
}
