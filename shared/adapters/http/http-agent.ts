import { Agent } from 'undici';

/** Pools connections. Neither redirects nor retries nor decompression happen here, and every request brings its own deadline. */
export function createHttpAgent(): Agent {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    connect: { timeout: 5_000 },
    // These would only measure idle time, which a slow drip never lets pass.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
