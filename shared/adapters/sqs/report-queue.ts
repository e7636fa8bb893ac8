import type { SQSClient } from '@aws-sdk/client-sqs';
import type { ReportQueue, ReportRequest } from '../../application/ports.ts';
import { createAtMost } from '../aws/at-most.ts';
import { messageBatches, SQS_BATCH } from './message-batches.ts';
import { ReportQueueError } from './report-queue-error.ts';
import { type BatchOutcome, sendBatch } from './send-batch.ts';

/** A batch waits for its answer most of the time; more at once than this only wait for each other. */
const BATCHES_AT_ONCE = 16;

export interface SqsReportQueueOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/**
 * Sends requests as messages of ids. Sending one twice does no harm, so doubt is met by sending again. Entries that the
 * queue kept refusing are counted while the rest goes on; a queue that cannot be reached ends it.
 */
export function createSqsReportQueue({ client, queueUrl }: SqsReportQueueOptions): ReportQueue {
  return {
    async send(requests) {
      let unsent = 0;
      let first: BatchOutcome['failure'];
      let retryable = true;
      let reachable = true;
      const atMost = createAtMost(BATCHES_AT_ONCE);
      const sendOne = async (bodies: readonly string[]) => {
        const outcome = reachable ? await sendBatch(client, queueUrl, bodies) : { unsent: bodies.length };
        unsent += outcome.unsent;
        first ??= outcome.failure;
        if (outcome.failure !== undefined) {
          retryable &&= outcome.failure.retryable;
          reachable &&= !outcome.failure.wholeCall;
        }
      };
      const [firstBatch, ...others] = messageBatches(requests.map(messageBody), SQS_BATCH);
      // Whether the queue can be reached at all is seen by one batch.
      if (firstBatch !== undefined) await sendOne(firstBatch);
      await Promise.all(others.map((bodies) => atMost(() => sendOne(bodies))));
      if (first === undefined) return;
      const remedy = retryable ? 'The next tick sends them again.' : "Check the queue's URL and the function's role.";
      throw new ReportQueueError(
        `${unsent} of ${requests.length} report requests did not get into the queue: ${first.code}. ${remedy}`,
        { unsent, retryable, cause: first.cause },
      );
    },
  };
}

/** The message of a request: its fields in a fixed order, nothing else of it. */
export function messageBody(request: ReportRequest): string {
  const { location, period, recheckDay, mail, resend, revise, reason, resume } = request;
  return JSON.stringify({ location, period, recheckDay, mail, resend, revise, reason, resume });
}
