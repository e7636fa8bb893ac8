import { S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings } from '../aws/client-settings.ts';

/** Three attempts: a conditional create may be repeated, because its writer can tell its own object by the owner in it. */
const PATIENCE = { maxAttempts: 3, connectTimeoutMs: 2_000, requestTimeoutMs: 10_000 };

export function createS3Client(access: AwsAccess): S3Client {
  return new S3Client({
    ...clientSettings(access, PATIENCE),
    // A stand-in has no bucket.host names.
    forcePathStyle: access.endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_SUPPORTED',
    responseChecksumValidation: 'WHEN_SUPPORTED',
  });
}
