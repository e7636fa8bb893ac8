import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const SCHEMA = z.object({ ok: z.boolean() });

describe('the JSON client', () => {
  it('asks for plain JSON and gives the validated value', async () => {
    const server = await startLoopbackServer((_, response) => sendJson(response, { ok: true, more: 1 }));
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);

    const answer = await client({ url: server.url('/a?b=c%20d'), schema: SCHEMA, budget: budget() });

    expect(answer).toEqual({ ok: true, value: { ok: true } });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({ method: 'GET', target: '/a?b=c%20d', body: '' });
    expect(server.seen[0]?.headers).toMatchObject({ accept: 'application/json', 'accept-encoding': 'identity' });
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  it('sends a body and secret headers as they are', async () => {
    const server = await startLoopbackServer((_, response) => sendJson(response, { ok: true }));
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);

    await client({
      url: server.url('/token'),
      method: 'POST',
      schema: SCHEMA,
      budget: budget(),
      body: new Secret('{"client_secret":"s3cret"}'),
      secretHeaders: { authorization: new Secret('Bearer t0ken') },
    });

    expect(server.seen[0]).toMatchObject({ method: 'POST', body: '{"client_secret":"s3cret"}' });
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer t0ken',
      'content-type': 'application/json',
    });
  });

  it('hands refusals back, with the code that OAuth gives', async () => {
    const server = await startLoopbackServer((request, response) => {
      sendJson(response, { error: 'invalid_client' }, Number(request.target.slice(1)));
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    const ask = (status: number) => client({ url: server.url(`/${status}`), schema: SCHEMA, budget: budget() });

    for (const status of [400, 401, 403, 404, 410]) {
      expect(await ask(status)).toEqual({ ok: false, status, errorCode: 'invalid_client' });
    }
    expect(server.seen).toHaveLength(5);
  });

  it('takes the status of a refusal whatever its body is', async () => {
    const server = await startLoopbackServer((request, response) => {
      if (request.target === '/huge') response.writeHead(404).end('x'.repeat(100_000));
      else if (request.target === '/encoded') response.writeHead(404, { 'content-encoding': 'gzip' }).end('x');
      else response.writeHead(404, { 'content-length': '100' }).write('cut', () => response.destroy());
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);

    for (const path of ['/huge', '/encoded', '/cut']) {
      const answer = await client({ url: server.url(path), schema: SCHEMA, budget: budget() });
      expect(answer).toEqual({ ok: false, status: 404, errorCode: undefined });
    }
  });

  it('sends nothing to any other origin', async () => {
    const server = await startLoopbackServer((_, response) => sendJson(response, { ok: true }));
    const other = await startLoopbackServer((_, response) => sendJson(response, { ok: true }));
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    const secretHeaders = { authorization: new Secret('Bearer canary') };
    const port = new URL(server.origin).port;

    const strangers = [
      other.url('/x'),
      new URL(`http://localhost:${port}/x`),
      new URL(`https://127.0.0.1:${port}/x`),
      new URL(`http://user@127.0.0.1:${port}/x`),
      new URL(`http://:pass@127.0.0.1:${port}/x`),
    ];
    for (const url of strangers) {
      const asking = client({ url, schema: SCHEMA, budget: budget(), secretHeaders });
      await expect(asking).rejects.toThrow(`talks to ${server.origin} only`);
    }
    expect([...server.seen, ...other.seen]).toEqual([]);
  });

  it('follows no redirect', async () => {
    const other = await startLoopbackServer((_, response) => sendJson(response, { ok: true }));
    const server = await startLoopbackServer((request, response) => {
      response.writeHead(Number(request.target.slice(1)), { location: other.url('/x').href }).end();
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    const secretHeaders = { authorization: new Secret('Bearer canary') };

    for (const status of [300, 301, 302, 303, 304, 307, 308]) {
      const url = server.url(`/${status}`);
      const asking = client({ url, schema: SCHEMA, budget: budget(), secretHeaders, scope: 'one' });
      await expect(asking).rejects.toMatchObject({
        name: 'UnexpectedPayloadError',
        message: expect.stringMatching(new RegExp(`redirect \\(${status}\\).*check the test`)),
      });
    }
    expect(server.seen).toHaveLength(7);
    expect(other.seen).toEqual([]);
  });

  it('sends the next request before it reads an answer', async () => {
    const server = await startLoopbackServer((_, response) => sendJson(response, { ok: true }));
    const { client, budget } = createTestClient(createHttpWorld(), server.origin, 1);
    const seenWhenRead: number[] = [];
    const schema = SCHEMA.transform((value) => {
      seenWhenRead.push(server.seen.length);
      return value;
    });

    await Promise.all([1, 2, 3].map((number) => client({ url: server.url(`/${number}`), schema, budget: budget() })));

    expect(seenWhenRead).toEqual([2, 3, 3]);
  });

  it('keeps to its number of requests at once, and to as many connections', async () => {
    const server = await startLoopbackServer((_, response) => {
      setTimeout(() => sendJson(response, { ok: true }), 3);
    });
    const world = createHttpWorld();
    let connections = 0;
    world.http.dispatcher.on('connect', () => {
      connections += 1;
    });
    const { client, budget } = createTestClient(world, server.origin, 3);
    const one = budget();

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => client({ url: server.url(`/${index}`), schema: SCHEMA, budget: one })),
    );

    expect(answers).toHaveLength(40);
    expect(server.mostAtOnce).toBe(3);
    expect(connections).toBe(3);
  });

  it('names neither query nor secrets nor what was answered in its errors', async () => {
    const server = await startLoopbackServer((request, response) => {
      if (request.url.pathname === '/shape') sendJson(response, { ok: 'canary-body' });
      else if (request.url.pathname === '/text') response.end('canary-body');
      else sendJson(response, { error_description: 'canary-body' }, 503);
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);

    for (const path of ['/shape', '/text', '/status']) {
      const error: unknown = await client({
        url: server.url(`${path}?owner=canary-query`),
        schema: SCHEMA,
        budget: budget(),
        body: new Secret('canary-sent'),
        method: 'POST',
        secretHeaders: { authorization: new Secret('Bearer canary-token') },
      }).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Error);
      const shown = inspect(error, { depth: 9, showHidden: true });
      expect(shown).toContain(`POST ${server.origin}${path}`);
      expect(shown).not.toContain('canary');
    }
  });
});
