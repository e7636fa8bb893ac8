import type { SendOutcome } from '../../application/ports.ts';
import { awsFailure, isThrottling } from '../aws/failure.ts';

type NotAccepted = Exclude<SendOutcome, { outcome: 'accepted' }>;

/** After "Maximum sending rate exceeded": SES counts per second. */
const RATE_RETRY_MS = 10_000;
/** After "Daily message quota exceeded": the quota frees up as the last 24 hours move on. */
const DAILY_QUOTA_RETRY_MS = 3_600_000;

/** Refusals that pass by themselves: credentials that are renewed, clocks that are set. */
const PASSING = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** What the SDK calls a refusal without a code in it: it came from something in between, or from another server. */
const NOT_IN_SES_WORDS = new Set(['Unknown', 'UnknownError', 'NotFound']);

/**
 * What a failed send means. Certain are only a refusal in SES's own words with a 4xx status, and a connection that never
 * stood; everything else may have sent the mail. The code is a name, never a text: SES's texts repeat addresses.
 */
export function classifySendFailure(error: unknown, beforeFirstByte: boolean): NotAccepted {
  const { code, httpStatus, fromService } = awsFailure(error);
  if (httpStatus === undefined) {
    const neverConnected = beforeFirstByte || failedToConnect(error);
    return neverConnected ? { outcome: 'refused', permanent: false, code } : { outcome: 'doubtful', code };
  }
  const inSesWords = fromService && !NOT_IN_SES_WORDS.has(code);
  const refused = inSesWords && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408;
  if (!refused) return { outcome: 'doubtful', code };
  if (isThrottling(code)) return { outcome: 'refused', permanent: false, code, retryAfterMs: throttledForMs(error) };
  return { outcome: 'refused', permanent: !PASSING.has(code), code };
}

/** The network's own word that looking up the host or connecting to it failed, for every address that was tried. */
function failedToConnect(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(failedToConnect);
  if (!(error instanceof Error) || !('syscall' in error)) return false;
  return error.syscall === 'connect' || error.syscall === 'getaddrinfo';
}

function throttledForMs(error: unknown): number {
  const daily = error instanceof Error && /^Daily (message|sending) quota exceeded/.test(error.message);
  return daily ? DAILY_QUOTA_RETRY_MS : RATE_RETRY_MS;
}
