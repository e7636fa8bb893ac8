import { AwsError } from '../call.ts';
import { checkBatch, entryByEntry } from './batch.ts';
import type { Queues } from './queues.ts';
import type { Input } from './sqs-input.ts';

const LONGEST_VISIBILITY_SECONDS = 43_200;

export function deleteMessage(queues: Queues, input: Input, queueUrl = input.text('QueueUrl')): void {
  queues.named(queueUrl).delete(input.text('ReceiptHandle'));
}

export function changeVisibility(queues: Queues, input: Input, queueUrl = input.text('QueueUrl')): void {
  const seconds = input.wholeNumber('VisibilityTimeout', 0, LONGEST_VISIBILITY_SECONDS);
  if (seconds === undefined) {
    throw new AwsError(400, 'MissingParameter', 'The request must contain the parameter VisibilityTimeout.');
  }
  queues.named(queueUrl).changeVisibility(input.text('ReceiptHandle'), seconds);
}

/** Does to each entry of a batch what is done to one. */
export function each(
  queues: Queues,
  input: Input,
  one: (queues: Queues, entry: Input, queueUrl: string) => void,
): unknown {
  const queueUrl = input.text('QueueUrl');
  const entries = input.list('Entries');
  checkBatch(entries);
  return entryByEntry(entries, (entry) => {
    one(queues, entry, queueUrl);
    return {};
  });
}
