import { cpuMs } from '../measure/cpu-clock.ts';
import type { ReadMany } from './clients.ts';

export interface Fetched {
  readonly client: string;
  readonly requests: number;
  readonly atOnce: number;
  readonly seconds: number;
  /** What latency and limit alone take. */
  readonly boundSeconds: number;
  readonly cpuMicrosecondsEach: number;
}

export interface Asked {
  readonly origin: string;
  /** How long the origin takes for an answer. */
  readonly latencyMs: number;
  readonly requests: number;
  readonly atOnce: number;
}

/** What is over sooner is measured several times, the clients taking turns. */
const SHORT_SECONDS = 5;
const TIMES = 5;

/** What each client takes for so many requests; of several runs the one that took the middle of their times. */
export async function timedInTurn(clients: ReadonlyMap<string, ReadMany>, asked: Asked): Promise<Fetched[]> {
  const times = boundSeconds(asked) < SHORT_SECONDS ? TIMES : 1;
  const runs: Fetched[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const order = turn % 2 === 0 ? [...clients] : [...clients].toReversed();
    for (const [client, read] of order) runs.push(await timed(client, read, asked));
  }
  return [...clients.keys()].flatMap((client) => {
    const own = runs.filter((run) => run.client === client).toSorted((a, b) => a.seconds - b.seconds);
    return own.slice(times >> 1, (times >> 1) + 1);
  });
}

async function timed(client: string, read: ReadMany, asked: Asked): Promise<Fetched> {
  const { origin, requests, atOnce } = asked;
  const [cpu, wall] = [cpuMs(), performance.now()];
  await read(origin, requests, atOnce);
  const seconds = (performance.now() - wall) / 1000;
  const cpuMicrosecondsEach = ((cpuMs() - cpu) * 1000) / requests;
  return { client, requests, atOnce, seconds, boundSeconds: boundSeconds(asked), cpuMicrosecondsEach };
}

const boundSeconds = ({ requests, atOnce, latencyMs }: Asked) => (Math.ceil(requests / atOnce) * latencyMs) / 1000;
