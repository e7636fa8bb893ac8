import { type MeterpostError, SourceUnavailableError, UnexpectedPayloadError } from '../../errors.ts';
import type { TransportFailureKind } from './transport-failure.ts';

/** Why a request got no answer that says anything. */
export interface Trouble {
  readonly kind: TransportFailureKind | 'deadline' | 'status' | 'redirect' | 'encoded' | 'too-large';
  /** An HTTP status, the code of a transport failure, or a limit. */
  readonly code: string;
  /** Whether trying again soon may help. */
  readonly mayPass: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** The error of a request that stays without an answer: which one, why, and what to do. */
export function failureOf(
  trouble: Trouble,
  endpoint: string,
  client: { readonly origin: string; readonly setting: string },
): MeterpostError {
  const { code, retryAfterMs } = trouble;
  switch (trouble.kind) {
    case 'unreachable':
      return new SourceUnavailableError(
        `${client.origin} cannot be reached (${code}): ${remedyFor(code)}, and check ${client.setting}`,
      );
    case 'broken':
      return new SourceUnavailableError(`${endpoint} lost its connection before it answered (${code}); ${LATER}`);
    case 'deadline':
      return new SourceUnavailableError(`${endpoint} did not answer in time; ${LATER}`);
    case 'status': {
      const wish = retryAfterMs === undefined ? '' : ` and wants to be left alone for ${inSeconds(retryAfterMs)}`;
      return new SourceUnavailableError(`${endpoint} answered with status ${code}${wish}; ${LATER}`, { retryAfterMs });
    }
    case 'cut-off':
      return new UnexpectedPayloadError(`${endpoint} broke off its answer (${code})`);
    case 'redirect':
      return new UnexpectedPayloadError(
        `${endpoint} answered with a redirect (${code}), which is never followed: check ${client.setting}`,
      );
    case 'encoded':
      return new UnexpectedPayloadError(`${endpoint} answered in a content encoding, although none was accepted`);
    case 'too-large':
      return new UnexpectedPayloadError(`${endpoint} answered with more than ${code}, which is refused`);
  }
}

const LATER = 'a later run asks again';

function remedyFor(code: string): string {
  if (code === 'ECONNREFUSED') return 'nothing listens there; see whether the service runs';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not found; see whether the network has DNS';
  return 'see whether the service runs and its certificate is valid';
}

/** The work that the request belongs to has used up its time. */
export function outOfTime(endpoint: string, limitMs: number): SourceUnavailableError {
  return new SourceUnavailableError(
    `${endpoint} was not asked: all requests of this task together took more than ${inSeconds(limitMs)}; a later run goes on`,
  );
}

/** The breaker is open. */
export function leftAlone(origin: string, waitMs: number): SourceUnavailableError {
  return new SourceUnavailableError(
    `${origin} failed several times in a row and is left alone for ${inSeconds(waitMs)}; ${LATER}`,
    { retryAfterMs: waitMs },
  );
}

const inSeconds = (ms: number) => `${Math.ceil(ms / 1000)} s`;
