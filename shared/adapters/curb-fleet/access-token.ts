import * as z from 'zod';
import type { Clock } from '../../application/ports.ts';
import { MeterpostError, SourceAccessError, SourceUnavailableError } from '../../errors.ts';
import type { HttpDeps, JsonClient } from '../http/json-client.ts';
import { Secret } from '../http/secret.ts';
import { createTimeBudget } from '../http/time-budget.ts';
import { tokenRefusal } from './token-refusal.ts';

export interface CurbFleetCredentials {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface AccessToken {
  /** The value of the `authorization` header. */
  readonly authorization: Secret;
  readonly renewAtMs: number;
  readonly expiresAtMs: number;
  readonly issuedAtMs: number;
  /** Whether it was fetched because the one before was rejected. */
  readonly isReplacement: boolean;
}

export interface AccessTokens {
  /** The token to use; fetched when there is none or its time is nearly over, once for all who ask meanwhile. */
  current(): Promise<AccessToken>;
  accepted(token: AccessToken): void;
  /** Tells that the API rejected a token; true when repeating the request with the current one may help. */
  rejected(token: AccessToken): boolean;
}

export interface AccessTokensOptions {
  readonly sourceName: string;
  readonly tokenUrl: string;
  readonly audience: string;
  readonly credentials: CurbFleetCredentials;
  /** Bound to the origin of the token URL. */
  readonly client: JsonClient;
  readonly clock: Clock;
  readonly http: Pick<HttpDeps, 'random' | 'monotonicMs'>;
}

const TOKEN = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  expires_in: z.number().min(1).max(315_360_000),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .nullish(),
});

const FETCH_BUDGET_MS = 20_000;
const FETCH_DEADLINE_MS = 10_000;
const FAILURE_REMEMBERED_MS = 5_000;
/** So long after its issue, the rejection of a replacement says that it will not be accepted any more. */
const SETTLING_MS = 60_000;

/** Tokens by client credentials: they live a day, and there is no other way to get a new one. */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { clock } = options;
  let cached: AccessToken | undefined;
  let wasAccepted = false;
  let isReplacing = false;
  let underWay: Promise<AccessToken> | undefined;
  let failure: { readonly error: unknown; readonly untilMs: number } | undefined;

  const renew = async (): Promise<AccessToken> => {
    if (failure !== undefined && clock.now() < failure.untilMs) throw failure.error;
    try {
      cached = await fetchToken(options, isReplacing);
      wasAccepted = false;
      isReplacing = false;
      failure = undefined;
      return cached;
    } catch (error) {
      const wishMs = error instanceof SourceUnavailableError ? (error.retryAfterMs ?? 0) : 0;
      failure = { error, untilMs: clock.now() + Math.max(FAILURE_REMEMBERED_MS, wishMs) };
      throw error;
    }
  };

  return {
    async current() {
      if (cached !== undefined && clock.now() < cached.renewAtMs) return cached;
      underWay ??= renew().finally(() => {
        underWay = undefined;
      });
      const old = cached;
      try {
        return await underWay;
      } catch (error) {
        // What failed to be renewed in good time still serves until its end.
        const mayPass = error instanceof MeterpostError && error.retryable;
        if (mayPass && old !== undefined && clock.now() < old.expiresAtMs) return old;
        throw error;
      }
    },
    accepted(token) {
      if (token === cached) wasAccepted = true;
    },
    rejected(token) {
      // Somebody else has met the rejection first.
      if (token !== cached) return true;
      const isFresh = clock.now() - token.issuedAtMs < SETTLING_MS;
      if (token.isReplacement && !wasAccepted && isFresh) return false;
      cached = undefined;
      isReplacing = true;
      return true;
    },
  };
}

async function fetchToken(options: AccessTokensOptions, isReplacement: boolean): Promise<AccessToken> {
  const { credentials, clock, http } = options;
  const answer = await options.client({
    url: new URL(options.tokenUrl),
    method: 'POST',
    schema: TOKEN,
    budget: createTimeBudget(FETCH_BUDGET_MS, http.monotonicMs),
    deadlineMs: FETCH_DEADLINE_MS,
    body: new Secret(
      JSON.stringify({
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret.reveal(),
        audience: options.audience,
        grant_type: 'client_credentials',
      }),
    ),
  });
  if (!answer.ok) throw new SourceAccessError(tokenRefusal(options, answer));
  const issuedAtMs = clock.now();
  const lifeMs = answer.value.expires_in * 1000;
  return {
    authorization: new Secret(`Bearer ${answer.value.access_token}`),
    // Three quarters of its life at the latest; the spread keeps many processes from renewing together.
    renewAtMs: issuedAtMs + lifeMs * (0.75 - 0.1 * http.random()),
    expiresAtMs: issuedAtMs + lifeMs,
    issuedAtMs,
    isReplacement,
  };
}
