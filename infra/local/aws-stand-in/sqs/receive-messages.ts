import type { Sleep } from '../sleep.ts';
import type { ReceivedMessage } from './message.ts';
import type { Queue } from './queue.ts';
import { ACCOUNT_ID, type Queues } from './queues.ts';
import { md5 } from './send-messages.ts';
import type { Input } from './sqs-input.ts';

const LONGEST_VISIBILITY_SECONDS = 43_200;

/**
 * Waits up to `WaitTimeSeconds` for a first message. Only the wait is real time: whether a message is in sight is a
 * matter of the stand-in's clock.
 */
export async function receiveMessages(queues: Queues, input: Input, gone: AbortSignal, sleep: Sleep): Promise<unknown> {
  const queue = queues.named(input.text('QueueUrl'));
  const most = input.wholeNumber('MaxNumberOfMessages', 1, 10) ?? 1;
  const visibilitySeconds = input.wholeNumber('VisibilityTimeout', 0, LONGEST_VISIBILITY_SECONDS);
  const waitMs = (input.wholeNumber('WaitTimeSeconds', 0, 20) ?? 0) * 1000;
  const received = await firstReceived(queue, () => queue.receive(most, visibilitySeconds), waitMs, gone, sleep);
  if (received.length === 0) return {};
  const names = [...input.texts('AttributeNames'), ...input.texts('MessageSystemAttributeNames')];
  const wantsAttributes = input.texts('MessageAttributeNames').length > 0;
  return { Messages: received.map((one) => wireMessage(one, names, wantsAttributes)) };
}

async function firstReceived(
  queue: Queue,
  receive: () => readonly ReceivedMessage[],
  waitMs: number,
  gone: AbortSignal,
  sleep: Sleep,
): Promise<readonly ReceivedMessage[]> {
  const over = new AbortController();
  const ended = AbortSignal.any([gone, over.signal]);
  const timeUp = sleep(waitMs, ended).then(() => over.abort());
  try {
    for (;;) {
      if (gone.aborted) return [];
      const received = receive();
      if (received.length > 0 || waitMs === 0 || over.signal.aborted) return received;
      const round = new AbortController();
      const inSightMs = queue.msUntilNextVisible();
      const inSight = inSightMs === undefined ? [] : [sleep(inSightMs, round.signal)];
      await Promise.race([timeUp, queue.arrival(AbortSignal.any([ended, round.signal])), ...inSight]);
      round.abort();
    }
  } finally {
    over.abort();
  }
}

function wireMessage(
  { message, receiptHandle, receiveCount }: ReceivedMessage,
  names: readonly string[],
  attributes: boolean,
) {
  const system: Readonly<Record<string, string>> = {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: String(message.sentAtMs),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs ?? 0),
    SenderId: ACCOUNT_ID,
  };
  const asked = Object.entries(system).filter(([name]) => names.includes('All') || names.includes(name));
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(asked.length === 0 ? {} : { Attributes: Object.fromEntries(asked) }),
    ...(attributes && message.attributes !== undefined ? { MessageAttributes: message.attributes } : {}),
  };
}
