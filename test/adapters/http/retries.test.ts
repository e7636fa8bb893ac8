import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { HttpCall } from '../../../shared/adapters/http/json-client.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { type Respond, sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const SCHEMA = z.object({ ok: z.boolean() });

/** A server that behaves in the given ways one after the other, and well from then on. */
async function serverThat(...ways: Respond[]) {
  let turn = 0;
  const server = await startLoopbackServer((request, response) => {
    const way = ways[turn];
    turn += 1;
    if (way === undefined) sendJson(response, { ok: true });
    else way(request, response);
  });
  const world = createHttpWorld();
  const { client, budget } = createTestClient(world, server.origin);
  const ask = (limitMs?: number, maxTries?: number) =>
    client({ url: server.url('/x'), schema: SCHEMA, budget: budget(limitMs), ...(maxTries ? { maxTries } : {}) });
  return { server, world, ask };
}

const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  (_, response) =>
    sendJson(response, { detail: 'no' }, code, headers);
const reset: Respond = (_, response) => response.destroy();
const cutOff: Respond = (_, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"ok":', () => response.destroy());
};

describe('a request that fails', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('is tried again after status %i', async (code) => {
    const { server, world, ask } = await serverThat(status(code), status(code));
    expect(await ask()).toEqual({ ok: true, value: { ok: true } });
    expect(server.seen).toHaveLength(3);
    expect(world.slept).toEqual([499, 999]);
  });

  it('tells of every try and what came of it', async () => {
    const calls: HttpCall[] = [];
    const { ask, world } = await serverThat(status(503), reset);
    Object.assign(world.http, { onCall: (call: HttpCall) => calls.push(call) });
    await ask();
    expect(calls).toMatchObject([{ status: 503 }, { status: undefined }, { method: 'GET', status: 200 }]);
  });

  it.each([
    ['a reset connection', reset],
    ['an answer that breaks off', cutOff],
  ])('is tried again after %s', async (_, way) => {
    const { server, ask } = await serverThat(way, way);
    expect(await ask()).toEqual({ ok: true, value: { ok: true } });
    expect(server.seen).toHaveLength(3);
  });

  it.each([
    ['an error status', status(503), 'SourceUnavailableError', /answered with status 503; a later run asks again/],
    ['a reset connection', reset, 'SourceUnavailableError', /lost its connection before it answered/],
    ['an answer that breaks off', cutOff, 'UnexpectedPayloadError', /broke off its answer/],
  ])('is given up after three times %s', async (_, way, name, message) => {
    const { server, ask } = await serverThat(way, way, way, way);
    await expect(ask()).rejects.toMatchObject({ name, retryable: true, message: expect.stringMatching(message) });
    expect(server.seen).toHaveLength(3);
  });

  it.each([501, 505, 520, 599])('is not tried again after status %i', async (code) => {
    const { server, ask } = await serverThat(status(code));
    await expect(ask()).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect(server.seen).toHaveLength(1);
  });

  it('is tried as often as the caller allows', async () => {
    const { server, ask } = await serverThat(status(500), status(500));
    await expect(ask(60_000, 1)).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['7', 7_000],
    ['Fri, 20 Nov 2026 11:00:09 GMT', 9_000],
    ['0', 499],
    ['-3', 499],
    ['1e99', 499],
    ['soon', 499],
    ['Fri, 20 Nov 2026 10:00:00 GMT', 499],
  ])('waits as long as Retry-After: %s asks, a date counted on the clock of the source', async (value, waitMs) => {
    const date = 'Fri, 20 Nov 2026 11:00:00 GMT';
    const { world, ask } = await serverThat(status(429, { 'retry-after': value, date }));
    expect(await ask()).toEqual({ ok: true, value: { ok: true } });
    expect(world.slept).toEqual([waitMs]);
  });

  it('does not wait for longer than its budget has left, and passes the wish on', async () => {
    const { server, world, ask } = await serverThat(status(503, { 'retry-after': '3600' }));
    await expect(ask(50_000)).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      retryAfterMs: 3_600_000,
      message: expect.stringMatching(/status 503 and wants to be left alone for 3600 s/),
    });
    expect(server.seen).toHaveLength(1);
    expect(world.slept).toEqual([]);
  });

  it('counts waiting against the budget', async () => {
    const wait = status(429, { 'retry-after': '20' });
    const { server, world, ask } = await serverThat(wait, wait, wait);
    await expect(ask(30_000)).rejects.toMatchObject({ retryAfterMs: 20_000 });
    expect(server.seen).toHaveLength(2);
    expect(world.slept).toEqual([20_000]);
  });
});

describe('a source that cannot be reached', () => {
  it('is named together with what to look at', async () => {
    const port = await freePort();
    const { client, budget } = createTestClient(createHttpWorld(), `http://127.0.0.1:${port}`);
    await expect(
      client({ url: new URL(`http://127.0.0.1:${port}/x`), schema: SCHEMA, budget: budget() }),
    ).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: `http://127.0.0.1:${port} cannot be reached (ECONNREFUSED): nothing listens there; see whether the service runs, and check the test`,
    });
  });

  it('is told apart from one whose name is unknown', async () => {
    const world = createHttpWorld();
    const { client, budget } = createTestClient(world, 'https://nobody.invalid');
    await expect(
      client({ url: new URL('https://nobody.invalid/x'), schema: SCHEMA, budget: budget() }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/\((ENOTFOUND|EAI_AGAIN)\): its name is not found/) });
    expect(world.slept).toHaveLength(2);
  });

  it('does not cost thousands of calls', async () => {
    const { server, ask } = await serverThat(...Array.from({ length: 3_000 }, () => status(503)));
    const errors = await Promise.all(Array.from({ length: 1_000 }, () => ask().catch((thrown) => thrown)));
    expect(server.seen.length).toBeLessThanOrEqual(30);
    const leftAlone = errors.filter((error) => /is left alone for/.test(error.message));
    expect(leftAlone.length).toBeGreaterThan(980);
    expect(leftAlone[0]).toMatchObject({ name: 'SourceUnavailableError', retryAfterMs: expect.any(Number) });
  });

  it('is asked again once it has been left alone for a while', async () => {
    const { world, ask } = await serverThat(...Array.from({ length: 15 }, () => status(503)));
    for (let time = 0; time < 5; time += 1) await expect(ask()).rejects.toThrow('status 503');
    await expect(ask()).rejects.toThrow('is left alone');
    world.pass(300_000);
    expect(await ask()).toEqual({ ok: true, value: { ok: true } });
    expect(await ask()).toEqual({ ok: true, value: { ok: true } });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
