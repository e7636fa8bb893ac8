import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nobody but this machine reaches. */
export type LoopbackServer = {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly origin: string;
  /** Ends the server and every connection to it, answered or not. */
  close(): Promise<void>;
};

/** Listens on a port, or on any that is free for 0. @throws when the port is taken. */
export async function listenOnLoopback(handle: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
