import { SQSClient } from '@aws-sdk/client-sqs';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings } from '../aws/client-settings.ts';

const PATIENCE = { maxAttempts: 3, connectTimeoutMs: 2_000, requestTimeoutMs: 10_000 };

/** With an endpoint of one's own, queue URLs do not lead elsewhere: every call goes to that endpoint. */
export function createSqsClient(access: AwsAccess): SQSClient {
  return new SQSClient({
    ...clientSettings(access, PATIENCE),
    useQueueUrlAsEndpoint: access.endpoint === undefined,
  });
}
