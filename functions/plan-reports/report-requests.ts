import type { AwsAccess } from '../../shared/adapters/aws/aws-access.ts';
import { createSqsReportQueue } from '../../shared/adapters/sqs/report-queue.ts';
import { createSqsClient } from '../../shared/adapters/sqs/sqs-client.ts';
import type { Log, ReportQueue } from '../../shared/application/ports.ts';
import { type AskForDigest, createAskForDigest } from './ask-for-digest.ts';

/** What a tick asks of the other functions. */
export interface ReportRequests {
  readonly queue: ReportQueue;
  readonly askForDigest: AskForDigest;
}

export function createReportRequests(aws: AwsAccess, queueUrl: string, log: Log): ReportRequests {
  const requests = { client: createSqsClient(aws), queueUrl };
  return { queue: createSqsReportQueue(requests), askForDigest: createAskForDigest({ ...requests, log }) };
}
