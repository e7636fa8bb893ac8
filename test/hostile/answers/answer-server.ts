import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TOKEN } from './base-answers.ts';
import type { Asked, Endpoint, HostileCase, Reply } from './reply.ts';

export interface AnswerServer {
  readonly origin: string;
  /** Connections that somebody made to the host that nobody should ever ask. */
  strangerWasAsked(): number;
  close(): Promise<void>;
}

const PATH =
  /^\/api\/case-(\d+)\/(?:(location)(?:\/house(?:\/(metadata|installation|register|aggregate|historical))?)?|hub_connectivity\/[^/]+)$/;
const TOKEN_PATH = /^\/case-(\d+)\/token$/;

/** Serves each case as a fleet of its own: `case-7` is the seventh. Beside it listens a host that is nobody's business. */
export async function startAnswerServer(
  cases: readonly HostileCase[],
  honest: Readonly<Record<Endpoint, string>>,
): Promise<AnswerServer> {
  let strangers = 0;
  const stranger = createServer((_, response) => response.end('{}')).on('connection', () => {
    strangers += 1;
  });
  const other = await listening(stranger);
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    request.resume();
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const [number, endpoint] = endpointOf(url.pathname);
    if (endpoint === undefined) return void response.writeHead(404).end();
    if (endpoint !== 'token' && request.headers.authorization !== `Bearer ${TOKEN}`) {
      return void response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_token"}');
    }
    const base = honest[endpoint].replaceAll('/api/curb/', `/api/case-${number}/`);
    const asked: Asked = { base, url, host: url.host, other };
    const reply = cases[number]?.replies[endpoint]?.(asked) ?? { body: base };
    send(response, reply);
  });
  const host = await listening(server);
  return {
    origin: `http://${host}`,
    strangerWasAsked: () => strangers,
    close: async () => {
      for (const each of [server, stranger]) {
        const closed = new Promise((resolve) => each.close(resolve));
        each.closeAllConnections();
        for (const socket of sockets) socket.destroy();
        await closed;
      }
    },
  };

  function listening(each: ReturnType<typeof createServer>): Promise<string> {
    each.on('connection', keep);
    return new Promise((resolve) =>
      each.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(each.address() as AddressInfo).port}`)),
    );
  }
}

function endpointOf(path: string): readonly [number, Endpoint | undefined] {
  const token = TOKEN_PATH.exec(path);
  if (token !== null) return [Number(token[1]), 'token'];
  const [, number, list, what] = PATH.exec(path) ?? [];
  if (number === undefined) return [0, undefined];
  if (list === undefined) return [Number(number), 'hub'];
  if (what !== undefined) return [Number(number), what as Endpoint];
  return [Number(number), path.endsWith('/location') ? 'list' : 'location'];
}

const sockets = new Set<Socket>();
function keep(socket: Socket): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket)).on('error', () => {});
}

function send(response: ServerResponse, reply: Reply): void {
  response.on('error', () => {});
  if ('act' in reply) reply.act(response);
  else if ('raw' in reply) sendRaw(response, reply.raw, reply.after ?? 'end');
  else {
    const headers = { 'content-type': 'application/json', ...reply.headers };
    response.writeHead(reply.status ?? 200, headers).end(reply.body);
  }
}

function sendRaw(response: ServerResponse, bytes: string | Uint8Array, after: 'end' | 'destroy' | 'stay'): void {
  const { socket } = response;
  if (socket === null) return;
  socket.write(bytes, () => {
    if (after === 'end') socket.end();
    if (after === 'destroy') socket.resetAndDestroy();
  });
}
