/** A message as a queue keeps it; times in milliseconds since 1970. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  /** Retention counts from here, also after a move to another queue. */
  readonly sentAtMs: number;
  readonly attributes: Readonly<Record<string, unknown>> | undefined;
  /** Name of the queue that it was first sent to, which a message move leads back to. */
  readonly firstQueue: string;
  visibleAtMs: number;
  receiveCount: number;
  firstReceivedAtMs: number | undefined;
  /** Of the latest receive; undefined before the first. */
  receiptHandle: string | undefined;
}

export interface ReceivedMessage {
  readonly message: QueuedMessage;
  readonly receiptHandle: string;
  readonly receiveCount: number;
}
