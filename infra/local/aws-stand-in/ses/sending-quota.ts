import { AwsError } from '../call.ts';
import type { SentMail } from './sent-mail.ts';

export interface SendingQuota {
  /** Recipients a second and in 24 hours; a test changes them in place. */
  maxSendRate: number;
  max24HourSend: number;
  sentLast24Hours(): number;
  /** @throws AwsError Throttling when the recipients would exceed a quota */
  check(recipients: number): void;
}

const MS_PER_DAY = 86_400_000;

export function createSendingQuota(now: () => number, sent: readonly SentMail[]): SendingQuota {
  const since = (ms: number) =>
    sent.filter(({ sentAtMs }) => now() - sentAtMs < ms).reduce((sum, mail) => sum + mail.destinations.length, 0);
  const quota: SendingQuota = {
    maxSendRate: Number.POSITIVE_INFINITY,
    max24HourSend: Number.POSITIVE_INFINITY,
    sentLast24Hours: () => since(MS_PER_DAY),
    check(recipients) {
      if (since(MS_PER_DAY) + recipients > quota.max24HourSend) throw throttled('Daily message quota exceeded.');
      if (since(1000) + recipients > quota.maxSendRate) throw throttled('Maximum sending rate exceeded.');
    },
  };
  return quota;
}

function throttled(message: string): AwsError {
  return new AwsError(400, 'Throttling', message);
}
