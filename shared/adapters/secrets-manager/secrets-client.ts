import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings } from '../aws/client-settings.ts';

const PATIENCE = { maxAttempts: 3, connectTimeoutMs: 2_000, requestTimeoutMs: 5_000 };

export function createSecretsClient(access: AwsAccess): SecretsManagerClient {
  return new SecretsManagerClient(clientSettings(access, PATIENCE));
}
