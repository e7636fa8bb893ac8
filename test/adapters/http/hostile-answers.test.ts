import type { ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';

const ROWS = z.object({ rows: z.array(z.unknown()).max(100) });
const MEGABYTE = Buffer.alloc(1 << 20, 'a');

/** Sends a megabyte again and again for as long as the other side takes it. */
function flood(response: ServerResponse, piece: Buffer = MEGABYTE): void {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

async function ask(respond: (response: ServerResponse) => void) {
  const server = await startLoopbackServer((_, response) => respond(response));
  const { client, budget } = createTestClient(createHttpWorld(), server.origin);
  const answer = await client({ url: server.url('/x'), schema: ROWS, budget: budget() }).catch((error) => error);
  return { server, answer };
}

describe('an answer that means harm', () => {
  it.each<[string, (response: ServerResponse) => void, RegExp]>([
    [
      'endless',
      (response) => {
        response.write('{"rows":["');
        flood(response);
      },
      /more than 5000000 bytes/,
    ],
    [
      'announced to be huge',
      (response) => {
        response.writeHead(200, { 'content-length': '200000000' });
        response.flushHeaders();
      },
      /more than 5000000 bytes/,
    ],
    [
      'a gzip bomb',
      (response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        flood(response, gzipSync(MEGABYTE));
      },
      /content encoding/,
    ],
    ['encoded twice', (response) => sendJson(response, '{}', 200, { 'content-encoding': 'gzip, gzip' }), /encoding/],
    ['encoded unknown', (response) => sendJson(response, '{}', 200, { 'content-encoding': 'x' }), /content encoding/],
    ['deep', (response) => response.end(`{"rows":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`), /deeper than 32/],
    ['wide', (response) => response.end(`{"rows":[${'1,'.repeat(2_000_000)}1]}`), /rows: more than 100/],
    ['one long string', (response) => response.end(`{"rows":"${'x'.repeat(4_900_000)}"}`), /rows: expected array/],
    ['a web page', (response) => response.end('<html>Sign in'), /web page/],
    ['empty', (response) => response.end(), /with nothing/],
    ['no content', (response) => response.writeHead(204).end(), /with nothing/],
    ['cut JSON', (response) => response.end('{"rows":[1,'), /breaks off/],
    ['null', (response) => response.end('null'), /expected object/],
  ])('is refused when it is %s', async (_, respond, message) => {
    const { server, answer } = await ask(respond);
    expect(answer).toMatchObject({ name: 'UnexpectedPayloadError', message: expect.stringMatching(message) });
    expect(server.seen).toHaveLength(1);
  });

  it('costs little memory, however much is sent', async () => {
    const before = process.memoryUsage().rss;
    for (let time = 0; time < 5; time += 1) await ask(flood);
    expect(process.memoryUsage().rss - before).toBeLessThan(256e6);
  });

  it('pollutes no prototype', async () => {
    const { answer } = await ask((response) =>
      response.end('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"rows":[]}'),
    );
    expect(answer).toEqual({ ok: true, value: { rows: [] } });
    expect('polluted' in {}).toBe(false);
  });

  it('may call itself anything as long as it is JSON', async () => {
    const { answer } = await ask((response) => sendJson(response, { rows: [] }, 200, { 'content-type': 'text/plain' }));
    expect(answer).toEqual({ ok: true, value: { rows: [] } });
  });

  it.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['an endless header', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}`],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
    ['too little of its length', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}'],
    ['an unfinished chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}'],
    ['nothing', ''],
  ])('is refused when it speaks no HTTP: %s', async (_, bytes) => {
    const origin = await startRawServer((socket) => socket.end(bytes));
    const { client, budget } = createTestClient(createHttpWorld(), origin);
    await expect(client({ url: new URL('/x', origin), schema: ROWS, budget: budget() })).rejects.toMatchObject({
      name: expect.stringMatching(/^(SourceUnavailable|UnexpectedPayload)Error$/),
    });
  });
});

async function startRawServer(onRequest: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => onRequest(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
