import { SESClient } from '@aws-sdk/client-ses';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings, type Patience } from '../aws/client-settings.ts';

/**
 * SES has no token that would make sending twice harmless, so the SDK must not repeat a call on its own: one attempt,
 * and every failure is classified by us.
 */
const PATIENCE: Patience = { maxAttempts: 1, connectTimeoutMs: 2_000, requestTimeoutMs: 10_000 };

/**
 * A client that opens a connection for each call. A kept one may have been closed by the other side while the process was
 * frozen, and writing into it fails in a way that leaves the mail in doubt.
 */
export function createSesClient(access: AwsAccess, patience: Partial<Omit<Patience, 'maxAttempts'>> = {}): SESClient {
  return new SESClient(clientSettings(access, { ...PATIENCE, ...patience }, { keepAlive: false }));
}
