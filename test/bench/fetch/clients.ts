import { wireHistorical } from '../../../shared/adapters/curb-fleet/wire.ts';
import { createConcurrencyLimit } from '../../../shared/adapters/http/concurrency-limit.ts';
import { createHttpAgent } from '../../../shared/adapters/http/http-agent.ts';
import { createJsonClient } from '../../../shared/adapters/http/json-client.ts';
import { createTimeBudget } from '../../../shared/adapters/http/time-budget.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';

/** Reads the same answer so many times, with so many requests on their way at most. */
export type ReadMany = (origin: string, requests: number, atOnce: number) => Promise<void>;

/** A location's month, one request a day. */
const DAYS = 31;

/**
 * As a source reads: pooled, limited, with deadline and budget, parsed, judged; all days of a location together, and of so
 * many locations that there always is a day that waits.
 */
export const meterpost: ReadMany = async (origin, requests, atOnce) => {
  const dispatcher = createHttpAgent();
  const http = { dispatcher, random: Math.random, sleep: async () => {}, monotonicMs: () => performance.now() };
  const clock = { now: () => instantFromMs(Date.now()) };
  const limit = createConcurrencyLimit(atOnce);
  const client = createJsonClient({ origin, setting: 'the bench', http, clock, limit });
  const budget = createTimeBudget(3_600_000, http.monotonicMs);
  const readOne = async (number: number) => {
    await client({ url: new URL(`/day/${number}`, origin), schema: wireHistorical, budget, scope: 'bench' });
  };
  let next = 0;
  const readLocations = async () => {
    while (next < requests) {
      const first = next;
      next = Math.min(requests, first + DAYS);
      await Promise.all(Array.from({ length: next - first }, (_, day) => readOne(first + day)));
    }
  };
  await Promise.all(Array.from({ length: Math.ceil(atOnce / DAYS) + 1 }, readLocations));
  await dispatcher.close();
};

/** One request after the other, as one writes it at first. */
export const sequential: ReadMany = async (origin, requests) => {
  for (let number = 0; number < requests; number += 1) await (await fetch(`${origin}/day/${number}`)).json();
};

type GetJson = (url: string) => Promise<unknown>;

/** So many loops that each wait for their own answer. */
const inLoops =
  (get: GetJson): ReadMany =>
  async (origin, requests, atOnce) => {
    let next = 0;
    const loop = async () => {
      while (next < requests) {
        next += 1;
        await get(`${origin}/day/${next}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, loop));
  };

/** Those that are installed beside the benches; a name without a client is not. */
export async function openPeerClients(): Promise<readonly (readonly [name: string, read: ReadMany | undefined])[]> {
  return [
    ['got', await loaded(openGot)],
    ['axios', await loaded(openAxios)],
  ];
}

async function loaded(open: () => Promise<ReadMany>): Promise<ReadMany | undefined> {
  try {
    return await open();
  } catch {
    return undefined;
  }
}

// Their names are put together so that nobody needs them to check types.
async function openGot(): Promise<ReadMany> {
  const { default: got } = (await import(['g', 'ot'].join(''))) as {
    default: (url: string, options: object) => { json(): Promise<unknown> };
  };
  const { Agent } = await import('node:http');
  const agent = { http: new Agent({ keepAlive: true }) };
  return inLoops((url) => got(url, { agent, retry: { limit: 0 } }).json());
}

async function openAxios(): Promise<ReadMany> {
  const { default: axios } = (await import(['ax', 'ios'].join(''))) as {
    default: { get(url: string, options: object): Promise<{ data: unknown }> };
  };
  const { Agent } = await import('node:http');
  const httpAgent = new Agent({ keepAlive: true });
  return inLoops(async (url) => (await axios.get(url, { httpAgent, proxy: false })).data);
}
