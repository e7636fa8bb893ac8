import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { Metrics } from '../../application/metrics.ts';
import type { Clock, Log } from '../../application/ports.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { awsFailure } from '../aws/failure.ts';

export interface SendRateParts {
  readonly client: SESClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How many processes may send at the same time, this one included. */
  readonly concurrentSenders: number;
}

/** Part of the account's rate that reports may use; SES does not always grant the whole, and others may send too. */
const SHARE = 0.8;
const MAX_AGE_MS = 600_000;
const RETRY_AFTER_FAILURE_MS = 60_000;
/** What every account has, even in the sandbox. */
const LEAST_RATE = 1;

/**
 * This process's share of the account's sending rate, in mails a second: asked for every ten minutes, when the part of the
 * day's quota that is used up is measured too. When SES does not say, the lowest rate that any account has is shared.
 */
export function createSendRate({
  client,
  clock,
  log,
  metrics,
  concurrentSenders,
}: SendRateParts): () => Promise<number> {
  let held: { readonly rate: Promise<number>; readonly until: Instant } | undefined;
  const share = (accountRate: number) => (SHARE * accountRate) / concurrentSenders;
  const ask = async (): Promise<number> => {
    try {
      const quota = await client.send(new GetSendQuotaCommand({}));
      const { MaxSendRate: rate = LEAST_RATE, Max24HourSend: most = 0, SentLast24Hours: sent = 0 } = quota;
      if (most > 0) metrics({ name: 'SesQuotaUsedRatio', value: sent / most });
      return share(rate > 0 ? rate : LEAST_RATE);
    } catch (error) {
      log({ level: 'warn', event: 'send_quota_unknown', code: awsFailure(error).code });
      held = { rate: Promise.resolve(share(LEAST_RATE)), until: later(clock.now(), RETRY_AFTER_FAILURE_MS) };
      return share(LEAST_RATE);
    }
  };
  return () => {
    const now = clock.now();
    if (held === undefined || now >= held.until) held = { rate: ask(), until: later(now, MAX_AGE_MS) };
    return held.rate;
  };
}

function later(instant: Instant, ms: number): Instant {
  return (instant + ms) as Instant;
}
