import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

export interface ConnectionSettings {
  /** How long looking the host up, connecting and TLS may take together. */
  readonly connectTimeoutMs: number;
  /** Whether a connection serves further requests; if not, each request gets a new one. */
  readonly keepAlive: boolean;
}

export interface ConnectionAgents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/**
 * Agents that watch over connecting. The SDK's own timer begins before a request has a socket, so that waiting for one
 * would count as not getting through; this one begins with the connection. And only an error before the connection
 * stands, TLS included, proves that no byte of a request has left: such errors are remembered.
 */
export function createConnectionAgents({ connectTimeoutMs, keepAlive }: ConnectionSettings): ConnectionAgents {
  const httpAgent = new HttpAgent({ keepAlive });
  const httpsAgent = new HttpsAgent({ keepAlive });
  observeConnections(httpAgent, 'connect', connectTimeoutMs);
  observeConnections(httpsAgent, 'secureConnect', connectTimeoutMs);
  return { httpAgent, httpsAgent };
}

const beforeFirstByte = new WeakSet<object>();

/** True for an error that broke off a request before any byte of it was written. */
export function struckBeforeFirstByte(error: unknown): boolean {
  return typeof error === 'object' && error !== null && beforeFirstByte.has(error);
}

/** Named like the network's own timeout, so that the SDK repeats what may be repeated. */
class ConnectTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'ETIMEDOUT';
  readonly syscall = 'connect';
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
  const giveUp = () => {
    if (!stands) socket.destroy(new ConnectTimeoutError(`No connection within ${timeoutMs} ms`));
  };
  // A process that was held up hears of its timers first; a connection that has come to stand meanwhile gets its turn.
  AbortSignal.timeout(timeoutMs).addEventListener('abort', () => setImmediate(giveUp));
}
