import { SESClient } from '@aws-sdk/client-ses';
import type { AwsAccess } from '../aws/aws-access.ts';
import { clientSettings, type Patience } from '../aws/client-settings.ts';
import { createFreshConnectionAgents } from './fresh-connection-agent.ts';

/**
 * SES has no token that would make sending twice harmless, so the SDK must not repeat a call on its own: one attempt,
 * and every failure is classified by us.
 */
const PATIENCE: Patience = { maxAttempts: 1, connectTimeoutMs: 2_000, requestTimeoutMs: 10_000 };

export function createSesClient(access: AwsAccess, patience: Partial<Omit<Patience, 'maxAttempts'>> = {}): SESClient {
  const { connectTimeoutMs, ...others } = { ...PATIENCE, ...patience };
  // The agents watch over connecting, as they know best whether a connection stood.
  const settings = clientSettings(access, { ...others, connectTimeoutMs: 0 });
  const requestHandler = { ...settings.requestHandler, ...createFreshConnectionAgents(connectTimeoutMs) };
  return new SESClient({ ...settings, requestHandler });
}
