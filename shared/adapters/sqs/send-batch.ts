import { type BatchResultErrorEntry, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { awsFailure, isThrottling } from '../aws/failure.ts';

/** What became of one batch; without a failure, everything is in the queue. */
export interface BatchOutcome {
  readonly unsent: number;
  readonly failure?: {
    readonly code: string;
    readonly retryable: boolean;
    /** True when no entry got an answer. */
    readonly wholeCall: boolean;
    readonly cause?: unknown;
  };
}

/** How often entries that the queue could not take are sent, the first time included. */
const TRIES = 3;

/** Sends one batch; entries that failed through no fault of ours are sent again, on their own. */
export async function sendBatch(client: SQSClient, queueUrl: string, bodies: readonly string[]): Promise<BatchOutcome> {
  let left = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
  const given: BatchResultErrorEntry[] = [];
  try {
    for (let tries = 1; left.length > 0 && tries <= TRIES; tries += 1) {
      const batch = new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: left });
      const { Failed: failed = [] } = await client.send(batch);
      const again = failed.filter(({ SenderFault: ours }) => ours !== true && tries < TRIES);
      given.push(...failed.filter((entry) => !again.includes(entry)));
      left = left.filter(({ Id }) => again.some((entry) => entry.Id === Id));
    }
  } catch (error) {
    const { code, httpStatus } = awsFailure(error);
    const refused = httpStatus !== undefined && httpStatus < 500 && !isThrottling(code);
    const failure = { code, retryable: !refused, wholeCall: true, cause: error };
    return { unsent: left.length + given.length, failure };
  }
  const [first] = given;
  if (first === undefined) return { unsent: 0 };
  const retryable = given.every(({ SenderFault: ours }) => ours !== true);
  return { unsent: given.length, failure: { code: first.Code ?? 'unknown', retryable, wholeCall: false } };
}
