import type * as z from 'zod';
import { SourceAccessError, UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import type { JsonClient } from '../http/json-client.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import { outOfTime } from '../http/trouble.ts';
import { unlessAborted } from '../http/unless-aborted.ts';
import type { AccessToken, AccessTokens } from './access-token.ts';

export interface FleetRequest<T> {
  readonly url: URL;
  readonly schema: z.ZodType<T>;
  readonly budget: TimeBudget;
  /** The location that the request is about; undefined for the fleet as a whole. */
  readonly locationId?: string;
  readonly deadlineMs?: number;
  readonly maxTries?: number;
}

export interface FleetApi {
  readonly origin: string;
  /**
   * Asks with a valid token; undefined where the API has no such thing (404).
   * @throws SourceAccessError, SourceUnavailableError, UnexpectedPayloadError
   */
  get<T>(request: FleetRequest<T>): Promise<T | undefined>;
}

/** The Fleet API behind its authorization: a token that it rejects is renewed, and the request repeated, once. */
export function createFleetApi(origin: string, client: JsonClient, tokens: AccessTokens): FleetApi {
  return {
    origin,
    async get({ locationId, ...request }) {
      const endpoint = endpointName('GET', request.url);
      for (let rejections = 0; ; ) {
        const token = await tokenWithin(tokens, request.budget, endpoint);
        const answer = await client({
          ...request,
          secretHeaders: { authorization: token.authorization },
          ...(locationId === undefined ? {} : { scope: locationId }),
        });
        if (!answer.ok && answer.status === 401) {
          rejections += 1;
          if (tokens.rejected(token) && rejections === 1) continue;
          throw new SourceAccessError(
            `${endpoint} rejects an access token that was just issued (401): check the audience, and what the client may see`,
          );
        }
        tokens.accepted(token);
        if (answer.ok) return answer.value;
        if (answer.status === 404) return undefined;
        if (answer.status === 403) {
          throw new SourceAccessError(`${endpoint} refuses access (403): check the fleet, and what the client may see`);
        }
        throw new UnexpectedPayloadError(`${endpoint} answered with status ${answer.status}`);
      }
    },
  };
}

/** Waiting for a token that others are fetching takes from the budget too, and ends with it. */
function tokenWithin(tokens: AccessTokens, budget: TimeBudget, endpoint: string): Promise<AccessToken> {
  return budget.during(() => {
    const timeout = AbortSignal.timeout(budget.remainingMs());
    return unlessAborted(tokens.current(), timeout).catch((error) => {
      throw timeout.aborted ? outOfTime(endpoint, budget.limitMs) : error;
    });
  });
}
