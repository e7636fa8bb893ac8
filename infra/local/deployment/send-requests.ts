import { ReportQueueError } from '../../../shared/adapters/sqs/report-queue-error.ts';
import type { ReportQueue, ReportRequest } from '../../../shared/application/ports.ts';
import { MeterpostError } from '../../../shared/errors.ts';

/** What was asked for did not reach the workers, or only in part. */
export class RequestsNotSentError extends MeterpostError {
  override readonly name = 'RequestsNotSentError';
  readonly retryable = true;
}

const SECOND_MS = 1_000;

/**
 * Puts requests into the queue of the workers.
 *
 * @param perSecond at most so many; as fast as the queue takes them unless given
 * @throws RequestsNotSentError when some of them are not there
 */
export async function sendRequests(
  queue: ReportQueue,
  requests: readonly ReportRequest[],
  perSecond: number | undefined,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  const size = perSecond ?? Math.max(1, requests.length);
  for (let from = 0; from < requests.length; from += size) {
    if (from > 0) await sleep(SECOND_MS);
    const part = requests.slice(from, from + size);
    try {
      await queue.send(part);
    } catch (error) {
      if (!(error instanceof ReportQueueError)) throw error;
      const unsent = requests.length - from - part.length + error.unsent;
      const message = `${unsent} of ${requests.length} requests did not get into the queue of the workers. Check your rights to sqs:SendMessage, and run it again: nothing is made or mailed twice.`;
      throw new RequestsNotSentError(message, { cause: error });
    }
  }
}
