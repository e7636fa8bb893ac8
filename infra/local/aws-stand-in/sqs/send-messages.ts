import { createHash } from 'node:crypto';
import { AwsError } from '../call.ts';
import { checkBatch, entryByEntry } from './batch.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';
import type { Input } from './sqs-input.ts';

export const LARGEST_MESSAGE_BYTES = 1_048_576;
/** Characters that XML 1.0 lacks are refused in bodies, whatever the protocol. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
const FORBIDDEN = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export function sendMessage(queues: Queues, input: Input): unknown {
  const body = input.text('MessageBody');
  checkBody(body);
  return { MessageId: send(queues.named(input.text('QueueUrl')), input), MD5OfMessageBody: md5(body) };
}

/** Takes the good entries of a batch and names the bad ones; a batch that is too large is refused as a whole. */
export function sendMessageBatch(queues: Queues, input: Input): unknown {
  const queue = queues.named(input.text('QueueUrl'));
  const entries = input.list('Entries');
  checkBatch(entries);
  const bytes = entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.text('MessageBody')), 0);
  if (bytes > LARGEST_MESSAGE_BYTES) {
    const what = `Batch requests cannot be longer than ${LARGEST_MESSAGE_BYTES} bytes. You have sent ${bytes} bytes.`;
    throw new AwsError(400, 'BatchRequestTooLong', what);
  }
  return entryByEntry(entries, (entry) => {
    const body = entry.text('MessageBody');
    checkBody(body);
    if (queue.failsInBatch(body)) throw new AwsError(500, 'InternalError', 'SQS failed on this entry.');
    return { MessageId: send(queue, entry), MD5OfMessageBody: md5(body) };
  });
}

function send(queue: Queue, entry: Input): string {
  const delaySeconds = entry.wholeNumber('DelaySeconds', 0, 900) ?? 0;
  return queue.send({ body: entry.text('MessageBody'), delaySeconds, attributes: entry.object('MessageAttributes') });
}

function checkBody(body: string): void {
  if (body === '') throw new AwsError(400, 'MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > LARGEST_MESSAGE_BYTES) {
    const what = `One or more parameters are invalid. Reason: Message must be shorter than ${LARGEST_MESSAGE_BYTES} bytes.`;
    throw new AwsError(400, 'InvalidParameterValue', what);
  }
  if (FORBIDDEN.test(body)) throw new AwsError(400, 'InvalidMessageContents', 'Invalid characters found.');
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
