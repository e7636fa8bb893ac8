import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

/**
 * Agents for mail: a new connection for each request, and a memory of errors that struck before it stood.
 *
 * A kept connection may have been closed by the other side while the process was frozen; writing into it fails in a way
 * that leaves the mail in doubt. And only an error before the connection stands, TLS included, proves that no byte of
 * the mail has left.
 */
export function createFreshConnectionAgents(connectTimeoutMs: number): {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
} {
  const httpAgent = new HttpAgent({ keepAlive: false });
  const httpsAgent = new HttpsAgent({ keepAlive: false });
  observeConnections(httpAgent, 'connect', connectTimeoutMs);
  observeConnections(httpsAgent, 'secureConnect', connectTimeoutMs);
  return { httpAgent, httpsAgent };
}

const beforeFirstByte = new WeakSet<object>();

/** True for an error that broke off a request before any byte of it was written. */
export function struckBeforeFirstByte(error: unknown): boolean {
  return typeof error === 'object' && error !== null && beforeFirstByte.has(error);
}

class ConnectTimeoutError extends Error {
  override readonly name = 'ConnectTimeoutError';
  readonly code = 'CONNECT_TIMEOUT';
}

type Established = 'connect' | 'secureConnect';

function observeConnections(agent: HttpAgent, established: Established, timeoutMs: number): void {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    if (socket) observe(socket, established, timeoutMs);
    return socket;
  };
}

function observe(socket: Duplex, established: Established, timeoutMs: number): void {
  let stands = false;
  socket.once(established, () => {
    stands = true;
  });
  socket.prependListener('error', (error) => {
    if (!stands) beforeFirstByte.add(error);
  });
  // Looking the host up, connecting and TLS, all together.
  AbortSignal.timeout(timeoutMs).addEventListener('abort', () => {
    if (!stands) socket.destroy(new ConnectTimeoutError(`No connection within ${timeoutMs} ms`));
  });
}
