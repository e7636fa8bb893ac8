import { AwsError } from '../call.ts';
import type { NewId } from '../ids.ts';
import { createQueue, type Queue, type QueueSettings } from './queue.ts';

export interface Queues {
  /** @throws AwsError QueueNameExists when it exists with other settings, QueueDoesNotExist when its dead letters have no queue */
  create(settings: QueueSettings): Queue;
  /** By name, URL or ARN, all of which end in the name. @throws AwsError QueueDoesNotExist */
  named(nameOrUrlOrArn: string): Queue;
  all(): readonly Queue[];
}

export interface QueuesParts {
  readonly now: () => number;
  readonly newId: NewId;
  readonly endpoint: string;
  readonly region: string;
}

export const ACCOUNT_ID = '000000000000';

export function createQueues({ now, newId, endpoint, region }: QueuesParts): Queues {
  const queues = new Map<string, Queue>();
  const named = (text: string): Queue => {
    const queue = queues.get(/[^/:]*$/.exec(text)?.[0] ?? '');
    if (queue === undefined) throw new AwsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  };
  return {
    create(settings) {
      const existing = queues.get(settings.name);
      if (existing !== undefined) {
        if (JSON.stringify(existing.settings) === JSON.stringify(settings)) return existing;
        throw new AwsError(
          400,
          'QueueNameExists',
          'A queue already exists with the same name and different attributes.',
        );
      }
      if (settings.redrive !== undefined) named(settings.redrive.deadLetterQueue);
      const queue = createQueue(settings, {
        now,
        newId,
        url: `${endpoint}/${ACCOUNT_ID}/${settings.name}`,
        arn: `arn:aws:sqs:${region}:${ACCOUNT_ID}:${settings.name}`,
        moveToDeadLetters: (message, deadLetterQueue) => named(deadLetterQueue).adopt(message),
      });
      queues.set(settings.name, queue);
      return queue;
    },
    named,
    all: () => [...queues.values()],
  };
}
