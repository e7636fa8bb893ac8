import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { Secret } from '../../../shared/adapters/http/secret.ts';
import { createHttpWorld, createTestClient } from '../../support/http-world.ts';
import { selfSigned } from '../../support/self-signed.ts';

/** A server that speaks TLS, and counts what gets through to it. */
async function startTlsServer(validity: Parameters<typeof selfSigned>[0]) {
  const identity = selfSigned(validity);
  const seen: string[] = [];
  const server = createServer(identity, (message, response) => {
    seen.push(message.headers.authorization ?? '');
    response.end('{}');
  }).on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, identity };
}

const FOR_YEARS = { from: '250101000000Z', to: '490101000000Z' };
const LONG_AGO = { from: '200101000000Z', to: '210101000000Z' };

describe('a certificate that nobody vouches for', () => {
  it.each([
    ['made by the server itself', FOR_YEARS],
    ['out of date as well', LONG_AGO],
  ])('is refused before anything is said: %s', async (_, validity) => {
    const { origin, seen } = await startTlsServer(validity);
    const { client, budget } = createTestClient(createHttpWorld(), origin);
    const asked = client({
      url: new URL('/x', origin),
      schema: z.object({}),
      budget: budget(),
      secretHeaders: { authorization: new Secret('Bearer canary') },
    });
    await expect(asked).rejects.toMatchObject({
      name: 'SourceUnavailableError',
      message: expect.stringMatching(/cannot be reached \([A-Z_]*(CERT|SIGNED)[A-Z_]*\): .*certificate is valid/),
    });
    expect(seen).toEqual([]);
  });

  it('is the only thing that is wrong with that server', async () => {
    const { origin, seen, identity } = await startTlsServer(FOR_YEARS);
    const status = await new Promise((resolve, reject) => {
      request(origin, { ca: identity.cert }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect([status, seen]).toEqual([200, ['']]);
  });
});
