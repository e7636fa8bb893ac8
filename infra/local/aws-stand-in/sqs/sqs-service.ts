import type { Answer, AwsError, Call, Request, Service } from '../call.ts';
import { notImplemented } from '../call.ts';
import type { Sleep } from '../sleep.ts';
import { createQueueFrom, queueAttributes, queueUrl, startMessageMoveTask } from './queue-operations.ts';
import type { Queues } from './queues.ts';
import { changeVisibility, deleteMessage, each } from './receipt-operations.ts';
import { receiveMessages } from './receive-messages.ts';
import { sendMessage, sendMessageBatch } from './send-messages.ts';
import { type Input, parseInput } from './sqs-input.ts';

type Operation = (queues: Queues, input: Input, call: Call) => unknown;

/** SQS over its JSON protocol, standard queues only. */
export function createSqsService(queues: Queues, sleep: Sleep): Service {
  const operations: Readonly<Record<string, Operation>> = {
    CreateQueue: createQueueFrom,
    GetQueueUrl: queueUrl,
    GetQueueAttributes: queueAttributes,
    PurgeQueue: (all, input) => void all.named(input.text('QueueUrl')).purge(),
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    ReceiveMessage: (all, input, call) => receiveMessages(all, input, call.gone, sleep),
    DeleteMessage: (all, input) => deleteMessage(all, input),
    DeleteMessageBatch: (all, input) => each(all, input, deleteMessage),
    ChangeMessageVisibility: (all, input) => changeVisibility(all, input),
    ChangeMessageVisibilityBatch: (all, input) => each(all, input, changeVisibility),
    StartMessageMoveTask: startMessageMoveTask,
  };
  return {
    operationOf,
    async answer(call) {
      const operation = operations[call.operation];
      if (operation === undefined) throw notImplemented(call.operation);
      return json(200, (await operation(queues, parseInput(call.body), call)) ?? {});
    },
    refuse,
  };
}

function operationOf(request: Request): string {
  return String(request.headers['x-amz-target'] ?? '').replace(/^AmazonSQS\./, '');
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

/** Codes as they were before the JSON protocol; clients still see them as the name of some errors. */
const OLD_CODES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
};

function refuse(_call: Call, error: AwsError): Answer {
  const answer = json(error.status, { __type: `com.amazonaws.sqs#${error.code}`, message: error.message });
  const oldCode = OLD_CODES[error.code] ?? error.code;
  const side = error.status < 500 ? 'Sender' : 'Receiver';
  return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': `${oldCode};${side}` } };
}
