import { GetQueueAttributesCommand, type SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { awsFailure } from '../../../shared/adapters/aws/failure.ts';
import { MeterpostError } from '../../../shared/errors.ts';
import type { SetAside } from '../operator-host.ts';

/** A queue of messages that could not be worked, and what people call it. */
export interface DeadLetterQueue {
  readonly queue: string;
  readonly url: string;
}

/** A queue could not be looked at, or would not give its messages back. */
export class DeadLetterError extends MeterpostError {
  override readonly name = 'DeadLetterError';
  readonly retryable = true;
}

/** About how many messages each queue holds. @throws DeadLetterError */
export async function countDeadLetters(client: SQSClient, queues: readonly DeadLetterQueue[]): Promise<SetAside[]> {
  return await Promise.all(
    queues.map(async ({ queue, url }) => ({ queue, messages: (await lookAt(client, queue, url)).messages })),
  );
}

/**
 * Has SQS move the messages of each queue back to where they came from; it goes on after this has returned.
 *
 * @param perSecond at most so many; as many as SQS moves by itself unless given
 * @returns about how many messages go back, by queue
 * @throws DeadLetterError
 */
export async function giveBackDeadLetters(
  client: SQSClient,
  queues: readonly DeadLetterQueue[],
  perSecond: number | undefined,
): Promise<SetAside[]> {
  const given: SetAside[] = [];
  for (const { queue, url } of queues) {
    const { messages, arn } = await lookAt(client, queue, url);
    given.push({ queue, messages });
    if (messages === 0) continue;
    const pace = perSecond === undefined ? {} : { MaxNumberOfMessagesPerSecond: perSecond };
    const remedy =
      'If a move is under way already, wait for its end; otherwise check your rights to sqs:StartMessageMoveTask';
    await attempt(`Messages of ${queue} were not given back`, remedy, () =>
      client.send(new StartMessageMoveTaskCommand({ SourceArn: arn, ...pace })),
    );
  }
  return given;
}

async function lookAt(client: SQSClient, queue: string, url: string) {
  const command = new GetQueueAttributesCommand({
    QueueUrl: url,
    AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
  });
  const remedy = "Check the queue's URL in the outputs and your rights to sqs:GetQueueAttributes";
  const { Attributes: known = {} } = await attempt(`The dead letters of ${queue} could not be counted`, remedy, () =>
    client.send(command),
  );
  return { messages: Number(known['ApproximateNumberOfMessages'] ?? 0), arn: known['QueueArn'] ?? '' };
}

async function attempt<T>(what: string, remedy: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new DeadLetterError(`${what}: ${awsFailure(error).code}. ${remedy}.`, { cause: error });
  }
}
