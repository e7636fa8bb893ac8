import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { AccessToken, AccessTokens } from '../../../shared/adapters/curb-fleet/access-token.ts';
import { createFleetApi } from '../../../shared/adapters/curb-fleet/fleet-api.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const SCHEMA = z.object({ id: z.string() });

/** Tokens that count up, from a desk that always says that another one may help. */
function endlessTokens() {
  const accepted: string[] = [];
  let issued = 0;
  const tokens: AccessTokens = {
    async current(): Promise<AccessToken> {
      issued += 1;
      const authorization = new Secret(`Bearer ${issued}`);
      return { authorization, renewAtMs: 0, expiresAtMs: 0, issuedAtMs: 0, isReplacement: false };
    },
    accepted: (token) => accepted.push(token.authorization.reveal()),
    rejected: () => true,
  };
  return { tokens, accepted };
}

async function startApi(statuses: readonly number[]) {
  const server = await startLoopbackServer((_, response) => {
    sendJson(response, { id: 'x' }, statuses[server.seen.length - 1] ?? 200);
  });
  const { tokens, accepted } = endlessTokens();
  const { client, budget } = createTestClient(createHttpWorld(), server.origin);
  const api = createFleetApi(server.origin, client, tokens);
  return { server, accepted, get: () => api.get({ url: server.url('/x'), schema: SCHEMA, budget: budget() }) };
}

describe('the Fleet API', () => {
  it('repeats a request once with another token', async () => {
    const { server, accepted, get } = await startApi([401]);
    expect(await get()).toEqual({ id: 'x' });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2']);
    expect(accepted).toEqual(['Bearer 2']);
  });

  it('does not go on for as long as there are tokens', async () => {
    const { server, accepted, get } = await startApi(Array.from({ length: 9 }, () => 401));
    await expect(get()).rejects.toMatchObject({ name: 'SourceAccessError' });
    expect(server.seen).toHaveLength(2);
    expect(accepted).toEqual([]);
  });

  it('has nothing where there is nothing, and takes the token for a good one', async () => {
    const { accepted, get } = await startApi([404]);
    expect(await get()).toBeUndefined();
    expect(accepted).toEqual(['Bearer 1']);
  });
});
