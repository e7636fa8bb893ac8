/** Limits of one `SendMessageBatch`. */
export interface BatchLimits {
  readonly messages: number;
  /** All bodies together. */
  readonly bytes: number;
}

export const SQS_BATCH: BatchLimits = { messages: 10, bytes: 1_048_576 };

/** Splits bodies into batches, in order; a body larger than the limit gets one to itself, for the queue to refuse. */
export function messageBatches(bodies: readonly string[], limits: BatchLimits): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let current: string[] = [];
  let currentBytes = 0;
  for (const body of bodies) {
    const bytes = Buffer.byteLength(body);
    if (current.length > 0 && (current.length >= limits.messages || currentBytes + bytes > limits.bytes)) {
      batches.push(current);
      [current, currentBytes] = [[], 0];
    }
    current.push(body);
    currentBytes += bytes;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
