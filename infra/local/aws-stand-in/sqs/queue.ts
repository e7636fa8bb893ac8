import { AwsError } from '../call.ts';
import type { NewId } from '../ids.ts';
import type { QueuedMessage, ReceivedMessage } from './message.ts';

export interface QueueSettings {
  readonly name: string;
  readonly visibilityTimeoutSeconds?: number;
  readonly retentionSeconds?: number;
  /** Where a message goes instead of being received once more. */
  readonly redrive?: { readonly deadLetterQueue: string; readonly maxReceiveCount: number };
}

export interface NewMessage {
  readonly body: string;
  readonly delaySeconds?: number;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** A standard queue: at least once, an order that nobody should count on, visibility by the clock that it was given. */
export interface Queue {
  readonly settings: QueueSettings;
  readonly url: string;
  readonly arn: string;
  /** True for bodies that fail in a batch on the side of SQS, while the rest goes through; a test sets it. */
  failsInBatch: (body: string) => boolean;
  send(message: NewMessage): string;
  /** Up to `most` visible messages, which then stay out of sight for the visibility timeout. */
  receive(most: number, visibilityTimeoutSeconds?: number): readonly ReceivedMessage[];
  /** An outdated handle is taken, and deletes nothing. @throws AwsError ReceiptHandleIsInvalid for one of no queue */
  delete(receiptHandle: string): void;
  /** @throws AwsError MessageNotInflight when the message is visible again or gone */
  changeVisibility(receiptHandle: string, seconds: number): void;
  purge(): void;
  counts(): { readonly visible: number; readonly inFlight: number; readonly delayed: number };
  /** Every body that the queue holds, in sight or not. */
  bodies(): readonly string[];
  /** Takes a message over from another queue, its age kept. */
  adopt(message: QueuedMessage): void;
  /** Gives away all visible messages. */
  release(): readonly QueuedMessage[];
  /** How long until the next message comes into sight; undefined when none will by itself. */
  msUntilNextVisible(): number | undefined;
  /** Settles at the next message that is sent, or at the abort. */
  arrival(signal: AbortSignal): Promise<void>;
}

export interface QueueParts {
  readonly now: () => number;
  readonly newId: NewId;
  readonly url: string;
  readonly arn: string;
  readonly moveToDeadLetters: (message: QueuedMessage, queue: string) => void;
}

const DEFAULT_VISIBILITY_SECONDS = 30;
const DEFAULT_RETENTION_SECONDS = 4 * 86_400;

export function createQueue(settings: QueueSettings, parts: QueueParts): Queue {
  const { now, newId, url, arn } = parts;
  let messages: QueuedMessage[] = [];
  const arrivals = new Set<() => void>();
  const retentionMs = (settings.retentionSeconds ?? DEFAULT_RETENTION_SECONDS) * 1000;
  const kept = () => {
    messages = messages.filter((message) => now() - message.sentAtMs < retentionMs);
    return messages;
  };
  const drop = (message: QueuedMessage) => {
    messages = messages.filter((other) => other !== message);
  };
  const add = (message: QueuedMessage) => {
    messages.push(message);
    for (const arrived of arrivals) arrived();
  };
  const byHandle = (receiptHandle: string): QueuedMessage | undefined => {
    if (!receiptHandle.startsWith(`${settings.name}/`)) {
      throw new AwsError(400, 'ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    }
    return kept().find((message) => message.receiptHandle === receiptHandle);
  };
  return {
    settings,
    url,
    arn,
    failsInBatch: () => false,
    send({ body, delaySeconds = 0, attributes }) {
      const [id, sentAtMs] = [newId(), now()];
      const visibleAtMs = sentAtMs + delaySeconds * 1000;
      const fresh = { receiveCount: 0, firstReceivedAtMs: undefined, receiptHandle: undefined };
      add({ id, body, sentAtMs, attributes, firstQueue: settings.name, visibleAtMs, ...fresh });
      return id;
    },
    receive(most, visibilityTimeoutSeconds = settings.visibilityTimeoutSeconds ?? DEFAULT_VISIBILITY_SECONDS) {
      const received: ReceivedMessage[] = [];
      for (const message of kept().filter(({ visibleAtMs }) => visibleAtMs <= now())) {
        if (received.length === most) break;
        if (settings.redrive !== undefined && message.receiveCount >= settings.redrive.maxReceiveCount) {
          drop(message);
          parts.moveToDeadLetters(message, settings.redrive.deadLetterQueue);
          continue;
        }
        message.receiveCount += 1;
        message.firstReceivedAtMs ??= now();
        message.visibleAtMs = now() + visibilityTimeoutSeconds * 1000;
        message.receiptHandle = `${settings.name}/${newId()}`;
        received.push({ message, receiptHandle: message.receiptHandle, receiveCount: message.receiveCount });
      }
      return received;
    },
    delete(receiptHandle) {
      const message = byHandle(receiptHandle);
      if (message !== undefined) drop(message);
    },
    changeVisibility(receiptHandle, seconds) {
      const message = byHandle(receiptHandle);
      if (message === undefined || message.visibleAtMs <= now()) {
        throw new AwsError(400, 'MessageNotInflight', 'The message is not in flight.');
      }
      message.visibleAtMs = now() + seconds * 1000;
    },
    purge() {
      messages = [];
    },
    counts() {
      const hidden = kept().filter(({ visibleAtMs }) => visibleAtMs > now());
      const delayed = hidden.filter(({ receiveCount }) => receiveCount === 0).length;
      return { visible: messages.length - hidden.length, inFlight: hidden.length - delayed, delayed };
    },
    bodies: () => kept().map(({ body }) => body),
    adopt(message) {
      add({ ...message, visibleAtMs: now(), receiptHandle: undefined });
    },
    release() {
      const visible = kept().filter(({ visibleAtMs }) => visibleAtMs <= now());
      for (const message of visible) drop(message);
      return visible;
    },
    msUntilNextVisible() {
      const waits = kept().flatMap(({ visibleAtMs }) => (visibleAtMs > now() ? [visibleAtMs - now()] : []));
      return waits.length === 0 ? undefined : Math.min(...waits);
    },
    async arrival(signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      arrivals.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      arrivals.delete(resolve);
    },
  };
}
