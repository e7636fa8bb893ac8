import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { simulatedHouse } from './simulated-house.ts';
import { askForToken, CREDENTIALS, getJson, NOW_EPOCH_MS, runSimulator } from './simulator-client.ts';

describe('the token endpoint', () => {
  it('answers the documented request with a bearer token for a day', async () => {
    const simulator = await runSimulator();
    const { status, body } = await askForToken(simulator);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      scope: 'api:curb',
      expires_in: 86_400,
      token_type: 'Bearer',
    });
    expect(body.access_token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(body.access_token).not.toBe(simulator.token);
    expect(simulator.tokenUrl).toBe(`${simulator.origin}/oauth/token`);
    expect(new URL(simulator.origin).hostname).toBe('127.0.0.1');
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'access_denied'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'access_denied'],
    ['a secret that is no text', { client_secret: 7 }, 401, 'access_denied'],
    ['another audience', { audience: 'app.energycurb.com' }, 403, 'access_denied'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_, changes, status, error) => {
    const simulator = await runSimulator();
    expect(await askForToken(simulator, changes)).toMatchObject({ status, body: { error } });
  });

  it.each(['', '{', '[]', 'null', '"text"'])('refuses the body %j', async (body) => {
    const simulator = await runSimulator();
    const reply = await request(simulator.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([400, 401]).toContain(reply.statusCode);
    expect(await reply.body.json()).toHaveProperty('error');
  });

  it('takes the form of OAuth as well as JSON', async () => {
    const simulator = await runSimulator();
    const { statusCode, body } = await request(simulator.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: CREDENTIALS.clientId,
        client_secret: CREDENTIALS.clientSecret,
        audience: 'fleet.prod.energycurb.com',
        grant_type: 'client_credentials',
      }).toString(),
    });
    expect(statusCode).toBe(200);
    expect(await body.json()).toHaveProperty('access_token');
  });

  it('answers 405 to a GET and 413 to a body of more than 64 KiB', async () => {
    const simulator = await runSimulator();
    expect(await getJson(simulator.tokenUrl)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    expect(await askForToken(simulator, { client_id: 'x'.repeat(70_000) })).toMatchObject({ status: 413 });
  });
});

describe('a call to the API', () => {
  it.each([
    ['no token', undefined],
    ['a made-up token', 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln'],
  ])('is refused with %s', async (_, token) => {
    const simulator = await runSimulator();
    const reply = await getJson(`${simulator.origin}/api/ping`, token);
    expect(reply).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.stringContaining('Bearer') } });
    expect(reply.body).toHaveProperty('detail');
  });

  it('is refused from the second on in which the token ends', async () => {
    let now = NOW_EPOCH_MS;
    const simulator = await runSimulator({ clock: () => now, tokenLifetimeSeconds: 60 });
    now += 59_999;
    expect((await simulator.get('/api/ping')).status).toBe(200);
    now += 1;
    expect((await simulator.get('/api/ping')).status).toBe(401);
    now -= 1;
    expect((await simulator.get('/api/ping')).status, 'an ended token stays ended').toBe(401);
  });

  it('is refused after tokens were revoked, until a new one is asked for', async () => {
    const simulator = await runSimulator();
    simulator.revokeTokens();
    expect((await simulator.get('/api/ping')).status).toBe(401);
    const { body } = await askForToken(simulator);
    expect((await getJson(`${simulator.origin}/api/ping`, body.access_token)).status).toBe(200);
  });

  it('reaches only the fleets of its client', async () => {
    const fleets = ['curb', 'north'].map((id) => ({ id, locations: [simulatedHouse()] }));
    const simulator = await runSimulator({ fleets, credentials: [{ ...CREDENTIALS, fleets: ['curb'] }] });
    expect((await simulator.get('/api/curb/location')).status).toBe(200);
    expect((await simulator.get('/api/north/location')).status).toBe(403);
    expect((await simulator.get('/api/south/location')).status).toBe(404);
  });

  it('takes GET only', async () => {
    const simulator = await runSimulator();
    const { statusCode, body } = await request(`${simulator.origin}/api/ping`, { method: 'DELETE' });
    await body.dump();
    expect(statusCode).toBe(405);
  });
});
