import { Agent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { createTimeBudget } from '../../../shared/adapters/http/time-budget.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { type Respond, sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const SCHEMA = z.object({ ok: z.boolean() });

const hang: Respond = () => {};
/** The right answer, but one byte at a time, with pauses that no idle timer would mind. */
const drip: Respond = (_, response) => {
  const text = JSON.stringify({ ok: true, padding: 'x'.repeat(1_000) });
  response.writeHead(200, { 'content-length': String(text.length) });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(text.slice(sent, sent + 1));
    sent += 1;
  }, 20);
  response.on('close', () => clearInterval(timer));
};
const dripOfRefusal: Respond = (_, response) => {
  response.writeHead(404, { 'content-length': '1000' });
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
};

describe('the deadline of a request', () => {
  it.each([
    ['never answers', hang],
    ['drips', drip],
  ])('ends it when the source %s, and a second one is the last', async (_, respond) => {
    const server = await startLoopbackServer(respond);
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    await expect(
      client({ url: server.url('/x'), schema: SCHEMA, budget: budget(), deadlineMs: 150 }),
    ).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: expect.stringMatching(/did not answer in time/),
    });
    expect(server.seen).toHaveLength(2);
  });

  it('ends a refusal that drips', async () => {
    const server = await startLoopbackServer(dripOfRefusal);
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    await expect(
      client({ url: server.url('/x'), schema: SCHEMA, budget: budget(), deadlineMs: 100 }),
    ).rejects.toMatchObject({ name: 'SourceUnavailableError' });
  });

  it('is tried for once only while the source answers nobody', async () => {
    let isBack = false;
    const server = await startLoopbackServer((request, response) => {
      if (isBack) sendJson(response, { ok: true });
      else hang(request, response);
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    const ask = (scope: string, deadlineMs = 300) =>
      client({ url: server.url('/x'), schema: SCHEMA, budget: budget(), deadlineMs, scope });
    for (const [scope, requests] of [
      ['a', 2],
      ['b', 3],
      ['c', 4],
    ] as const) {
      await expect(ask(scope)).rejects.toThrow('did not answer in time');
      expect(server.seen).toHaveLength(requests);
    }
    isBack = true;
    expect((await ask('d', 5_000)).ok).toBe(true);
    isBack = false;
    await expect(ask('e')).rejects.toThrow('did not answer in time');
    expect(server.seen).toHaveLength(7);
  });

  it('forgives one miss', async () => {
    let turn = 0;
    const server = await startLoopbackServer((request, response) => {
      turn += 1;
      if (turn === 1) hang(request, response);
      else sendJson(response, { ok: true });
    });
    const { client, budget } = createTestClient(createHttpWorld(), server.origin);
    expect(await client({ url: server.url('/x'), schema: SCHEMA, budget: budget(), deadlineMs: 400 })).toEqual({
      ok: true,
      value: { ok: true },
    });
  });

  it('is never later than the end of the budget', async () => {
    const server = await startLoopbackServer(hang);
    const { client } = createTestClient(createHttpWorld(), server.origin);
    const budget = createTimeBudget(800, () => performance.now());
    await expect(client({ url: server.url('/x'), schema: SCHEMA, budget })).rejects.toThrow('did not answer in time');
    expect(server.seen).toHaveLength(1);
    const spent = createTimeBudget(0, () => 0);
    await expect(client({ url: server.url('/x'), schema: SCHEMA, budget: spent })).rejects.toThrow(
      /was not asked: all requests of this task together took more than 0 s/,
    );
    expect(server.seen).toHaveLength(1);
  });

  it('does not run while a request waits for its place, but the budget does', async () => {
    const server = await startLoopbackServer(hang);
    const { client } = createTestClient(createHttpWorld(), server.origin, 1);
    const ask = (limitMs: number, deadlineMs: number) => {
      const budget = createTimeBudget(limitMs, () => performance.now());
      return client({ url: server.url('/x'), schema: SCHEMA, budget, deadlineMs, maxTries: 1 }).catch((error) => error);
    };
    const [first, waitsInVain, waitsLongEnough] = await Promise.all([ask(9_000, 300), ask(100, 9_000), ask(9_000, 50)]);
    expect(first.message).toContain('did not answer in time');
    expect(waitsInVain.message).toContain('was not asked');
    expect(waitsLongEnough.message).toContain('did not answer in time');
    expect(server.seen).toHaveLength(2);
  });

  it('ends a connection that never comes to stand', async () => {
    const dispatcher = new Agent({ connect: () => {} });
    onTestFinished(() => dispatcher.destroy());
    const world = createHttpWorld();
    const origin = 'https://nobody.example';
    const { client, budget } = createTestClient({ ...world, http: { ...world.http, dispatcher } }, origin);
    await expect(
      client({ url: new URL('/x', origin), schema: SCHEMA, budget: budget(), deadlineMs: 50 }),
    ).rejects.toThrow('did not answer in time');
  });
});
