import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Respond = (request: SeenRequest, response: ServerResponse) => void;

export interface LoopbackServer {
  readonly origin: string;
  /** Every request so far, in the order of arrival. */
  readonly seen: readonly SeenRequest[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: number;
  url(target: string): URL;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of this machine, gone when the test is. */
export async function startLoopbackServer(respond: Respond): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  const server = createServer((message, response) => {
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.on('close', () => {
      underWay -= 1;
    });
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const target = message.url ?? '';
      const request = {
        method: message.method ?? '',
        target,
        url: new URL(target, origin),
        headers: message.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(request);
      respond(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return {
    origin,
    seen,
    get mostAtOnce() {
      return mostAtOnce;
    },
    url: (target) => new URL(target, origin),
    close,
  };
}

/** Answers with a JSON text or value. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
