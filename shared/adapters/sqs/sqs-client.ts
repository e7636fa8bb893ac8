import { SQSClient } from '@aws-sdk/client-sqs';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings } from '../aws/client-settings.ts';

const PATIENCE = { maxAttempts: 3, connectTimeoutMs: 2_000, requestTimeoutMs: 10_000 };

/** A queue's URL says which queue, never which host: signed requests go to the region's endpoint, or the one that was given. */
export function createSqsClient(access: AwsAccess): SQSClient {
  return new SQSClient({ ...clientSettings(access, PATIENCE), useQueueUrlAsEndpoint: false });
}
