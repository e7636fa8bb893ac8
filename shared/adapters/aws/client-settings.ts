import type { AwsAccess } from './aws-access.ts';
import { createConnectionAgents } from './connection-agents.ts';

export interface Patience {
  /** How often a call is tried altogether. */
  readonly maxAttempts: number;
  readonly connectTimeoutMs: number;
  /** Until the head of the answer, and again between two pieces of its body. */
  readonly requestTimeoutMs: number;
}

/**
 * Settings that all our AWS clients share. Left alone, the SDK would wait for an answer for ever: its request timeout
 * only prints a warning unless it is told to throw.
 */
export function clientSettings(access: AwsAccess, patience: Patience, { keepAlive = true } = {}) {
  const { connectTimeoutMs, requestTimeoutMs } = patience;
  return {
    region: access.region,
    credentials: access.credentials,
    ...(access.endpoint === undefined ? {} : { endpoint: access.endpoint }),
    defaultsMode: 'standard',
    retryMode: 'standard',
    maxAttempts: patience.maxAttempts,
    requestHandler: {
      ...createConnectionAgents({ connectTimeoutMs, keepAlive }),
      requestTimeout: requestTimeoutMs,
      socketTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  } as const;
}
