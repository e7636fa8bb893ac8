import { createHmac } from 'node:crypto';
import { type Answer, ok } from './answer.ts';

export type SimulatedClient = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Fleets that the client may see; all of them when left out. */
  readonly fleets?: readonly string[];
};

export type TokenDesk = {
  /** Answers a client-credentials request, given its body as sent. */
  issue(bodyText: string, contentType: string): Answer;
  /** The client behind an `Authorization` header, or undefined when the token is missing, made up, expired or revoked. */
  clientOf(authorizationHeader: string | undefined): SimulatedClient | undefined;
  /** Makes every token issued so far worthless. */
  revokeAll(): void;
};

/** Issues opaque tokens that look like JSON web tokens, and forgets them when the clock passes their end. */
export function createTokenDesk(options: {
  readonly clients: readonly SimulatedClient[];
  readonly audience: string;
  readonly lifetimeSeconds: number;
  readonly clock: () => number;
}): TokenDesk {
  const issued = new Map<string, { client: SimulatedClient; expiresEpochMs: number }>();
  let serial = 0;

  return {
    issue(bodyText, contentType) {
      const request = parseTokenRequest(bodyText, contentType);
      if (request === undefined) return oauthError(400, 'invalid_request', 'The body is not readable.');
      if (request.get('grant_type') !== 'client_credentials') {
        return oauthError(400, 'unsupported_grant_type', 'Only client_credentials is served.');
      }
      const client = options.clients.find(
        (known) => known.clientId === request.get('client_id') && known.clientSecret === request.get('client_secret'),
      );
      if (client === undefined) return oauthError(401, 'access_denied', 'Unauthorized');
      if (request.get('audience') !== options.audience) {
        return oauthError(403, 'access_denied', 'Service not enabled within domain.');
      }
      serial += 1;
      const token = tokenLike(client, serial, options.clock(), options.lifetimeSeconds);
      issued.set(token, { client, expiresEpochMs: options.clock() + options.lifetimeSeconds * 1000 });
      return {
        ...ok({ access_token: token, scope: 'api:curb', expires_in: options.lifetimeSeconds, token_type: 'Bearer' }),
        headers: { 'cache-control': 'no-store' },
      };
    },
    clientOf(authorizationHeader) {
      const token = /^Bearer (\S+)$/i.exec(authorizationHeader ?? '')?.[1] ?? '';
      const known = issued.get(token);
      if (known === undefined) return undefined;
      if (options.clock() < known.expiresEpochMs) return known.client;
      issued.delete(token);
      return undefined;
    },
    revokeAll: () => issued.clear(),
  };
}

const oauthError = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});

/** JSON as the document shows it; the form that OAuth itself prescribes is taken as well. */
function parseTokenRequest(bodyText: string, contentType: string): Map<string, unknown> | undefined {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return new Map(new URLSearchParams(bodyText));
  try {
    const body: unknown = JSON.parse(bodyText);
    return typeof body === 'object' && body !== null ? new Map(Object.entries(body)) : undefined;
  } catch {
    return undefined;
  }
}

function tokenLike(client: SimulatedClient, serial: number, nowEpochMs: number, lifetimeSeconds: number): string {
  const issuedAt = Math.floor(nowEpochMs / 1000);
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { azp: client.clientId, gty: 'client-credentials', iat: issuedAt, exp: issuedAt + lifetimeSeconds, jti: serial },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = createHmac('sha256', client.clientSecret).update(parts.join('.')).digest('base64url');
  return [...parts, signature].join('.');
}
