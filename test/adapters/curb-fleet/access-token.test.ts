import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../../shared/adapters/curb-fleet/access-token.ts';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { type Respond, sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const DAY_MS = 86_400_000;

/** An issuer of tokens that are numbered, and a desk that fetches them from it. */
async function startIssuer(options: { respond?: Respond; random?: () => number; lifeSeconds?: number } = {}) {
  const server = await startLoopbackServer((request, response) => {
    if (options.respond !== undefined) options.respond(request, response);
    else {
      sendJson(response, {
        access_token: `token-${server.seen.length}`,
        expires_in: options.lifeSeconds ?? 86_400,
        token_type: 'Bearer',
        scope: 'api:curb',
      });
    }
  });
  const world = createHttpWorld(options.random);
  const tokens = createAccessTokens({
    sourceName: 'curb-eu',
    tokenUrl: `${server.origin}/oauth/token`,
    audience: 'fleet.example',
    credentials: { clientId: 'id', clientSecret: new Secret('canary-secret') },
    client: createTestClient(world, server.origin).client,
    clock: world.clock,
    http: world.http,
  });
  return { server, world, tokens };
}

const refusal =
  (status: number, error?: string): Respond =>
  (_, response) =>
    sendJson(response, { error, error_description: 'canary-body' }, status);

describe('access tokens', () => {
  it('are asked for by client credentials, as JSON', async () => {
    const { server, tokens } = await startIssuer();
    const token = await tokens.current();
    expect(token.authorization.reveal()).toBe('Bearer token-1');
    expect(server.seen[0]).toMatchObject({ method: 'POST', target: '/oauth/token' });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      client_id: 'id',
      client_secret: 'canary-secret',
      audience: 'fleet.example',
      grant_type: 'client_credentials',
    });
  });

  it.each([
    ['three quarters', 0, 0.75],
    ['a little sooner', 0.999_999, 0.65],
  ])('are renewed after %s of their life', async (_, x, share) => {
    const { world, tokens } = await startIssuer({ random: () => x });
    const first = await tokens.current();
    world.pass(DAY_MS * share - 2_000);
    expect(await tokens.current()).toBe(first);
    world.pass(4_000);
    expect((await tokens.current()).authorization.reveal()).toBe('Bearer token-2');
  });

  it('are fetched once for all who ask', async () => {
    const { server, tokens } = await startIssuer();
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.current()));
    expect(new Set(all).size).toBe(1);
    expect(server.seen).toHaveLength(1);
  });

  it('are not asked for again and again when the issuer refuses', async () => {
    const { server, world, tokens } = await startIssuer({ respond: refusal(401, 'invalid_client') });
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => tokens.current()));
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(tokens.current()).rejects.toThrow('refuses source curb-eu');
    expect(server.seen).toHaveLength(1);
    world.pass(5_000);
    await expect(tokens.current()).rejects.toThrow('refuses source curb-eu');
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    [
      401,
      'invalid_client',
      /\(401 invalid_client\): check METERPOST_CURB_EU_CLIENT_ID and METERPOST_CURB_EU_CLIENT_SECRET$/,
    ],
    [401, undefined, /\(401\): check METERPOST_CURB_EU_CLIENT_ID/],
    [400, 'invalid_client', /\(400 invalid_client\): check METERPOST_CURB_EU_CLIENT_ID/],
    [403, 'access_denied', /\(403 access_denied\): check METERPOST_CURB_EU_.+ and sources\.curb-eu\.audience$/],
    [404, undefined, /\(404\): check sources\.curb-eu\.tokenUrl$/],
  ])('say what to check when the issuer answers %i %s', async (status, error, message) => {
    const { server, tokens } = await startIssuer({ respond: refusal(status, error) });
    const thrown: unknown = await tokens.current().catch((reason) => reason);
    expect(thrown).toMatchObject({
      name: 'SourceAccessError',
      retryable: false,
      message: expect.stringMatching(message),
    });
    expect(inspect(thrown, { depth: 9 })).not.toContain('canary');
    expect(server.seen).toHaveLength(1);
  });

  it('are waited for as long as an issuer asks', async () => {
    const { server, world, tokens } = await startIssuer({
      respond: (_, response) => sendJson(response, {}, 429, { 'retry-after': '90' }),
    });
    await expect(tokens.current()).rejects.toMatchObject({ name: 'SourceUnavailableError', retryAfterMs: 90_000 });
    world.pass(89_000);
    await expect(tokens.current()).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect(server.seen).toHaveLength(1);
    world.pass(1_000);
    await expect(tokens.current()).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect(server.seen).toHaveLength(2);
  });

  it('serve until their end when they cannot be renewed', async () => {
    let isDown = false;
    const { world, tokens } = await startIssuer({
      respond: (_, response) =>
        isDown ? sendJson(response, {}, 501) : sendJson(response, { access_token: 'good', expires_in: 86_400 }),
    });
    const token = await tokens.current();
    isDown = true;
    world.pass(DAY_MS * 0.9);
    expect(await tokens.current()).toBe(token);
    world.pass(DAY_MS * 0.1);
    await expect(tokens.current()).rejects.toMatchObject({ name: 'SourceUnavailableError' });
  });

  it.each([
    ['a line break in it', { access_token: 'a\r\nx-evil: 1', expires_in: 60 }],
    ['nothing in it', { access_token: '', expires_in: 60 }],
    ['no life', { access_token: 'a', expires_in: 0 }],
    ['an endless life', '{"access_token":"a","expires_in":1e400}'],
    ['another type', { access_token: 'a', expires_in: 60, token_type: 'mac' }],
    ['a number for it', { access_token: 5, expires_in: 60 }],
  ])('are refused with %s', async (_, body) => {
    const { tokens } = await startIssuer({ respond: (__, response) => sendJson(response, body) });
    await expect(tokens.current()).rejects.toMatchObject({ name: 'UnexpectedPayloadError' });
  });
});

describe('a rejected token', () => {
  it('is replaced once for all who met the rejection', async () => {
    const { server, tokens } = await startIssuer();
    const token = await tokens.current();
    const renewed = await Promise.all(
      Array.from({ length: 100 }, async () => {
        expect(tokens.rejected(token)).toBe(true);
        return tokens.current();
      }),
    );
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(token);
    expect(server.seen).toHaveLength(2);
  });

  it('is not replaced again for somebody who learns of it late', async () => {
    const { server, tokens } = await startIssuer();
    const token = await tokens.current();
    tokens.rejected(token);
    const replacement = await tokens.current();
    expect(tokens.rejected(token)).toBe(true);
    expect(await tokens.current()).toBe(replacement);
    expect(server.seen).toHaveLength(2);
  });

  it('is not replaced when it was a replacement that nobody ever accepted', async () => {
    const { server, world, tokens } = await startIssuer();
    tokens.rejected(await tokens.current());
    const replacement = await tokens.current();
    expect(tokens.rejected(replacement)).toBe(false);
    expect(await tokens.current()).toBe(replacement);
    expect(server.seen).toHaveLength(2);

    world.pass(60_000);
    expect(tokens.rejected(replacement)).toBe(true);
  });

  it('is replaced when it had been accepted before', async () => {
    const { tokens } = await startIssuer();
    tokens.rejected(await tokens.current());
    const replacement = await tokens.current();
    tokens.accepted(replacement);
    expect(tokens.rejected(replacement)).toBe(true);
  });
});
