import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cpuMs } from './cpu-clock.ts';
import { type Noise, noiseOf, referenceWork } from './noise.ts';

/** One way to do the work. */
export interface Candidate {
  readonly name: string;
  run(): unknown;
  /** CPU time so far of other processes that do the work, in milliseconds. */
  readonly othersCpuMs?: () => number;
}

/** What one call of each candidate took, round by round, in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly cpuMs: readonly number[];
  readonly wallMs: readonly number[];
}

export interface Rounds {
  readonly measured: readonly Measured[];
  readonly noise: Noise;
}

export interface RoundsOptions {
  readonly rounds: number;
  /** Calls before the first round, so that every candidate runs as compiled code. */
  readonly warmUps: number;
  /** A candidate is called again within a round until it has taken so much CPU time together. */
  readonly sampleMs: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/**
 * Measures all candidates in every round, in an order that turns from round to round, so that what disturbs the machine for a
 * while disturbs all of them. Garbage of one candidate is not left to the next.
 */
export async function measureInterleaved(candidates: readonly Candidate[], options: RoundsOptions): Promise<Rounds> {
  const all: readonly Candidate[] = [...candidates, { name: 'reference', run: referenceWork }];
  const samplers: (() => Promise<{ cpu: number; wall: number }>)[] = [];
  for (const candidate of all) samplers.push(await warmedUp(candidate, options));
  const samples = all.map(() => ({ cpuMs: [] as number[], wallMs: [] as number[] }));
  for (let round = 0; round < options.rounds; round += 1) {
    for (let step = 0; step < all.length; step += 1) {
      const index = (round + step) % all.length;
      const sample = await samplers[index]?.();
      samples[index]?.cpuMs.push(sample?.cpu ?? Number.NaN);
      samples[index]?.wallMs.push(sample?.wall ?? Number.NaN);
    }
  }
  const measured = all.map(({ name }, index) => ({ name, ...(samples[index] ?? { cpuMs: [], wallMs: [] }) }));
  const reference = measured.pop() ?? { cpuMs: [], wallMs: [] };
  return { measured, noise: noiseOf(reference.cpuMs, reference.wallMs) };
}

async function warmedUp({ run, othersCpuMs = () => 0 }: Candidate, { warmUps, sampleMs }: RoundsOptions) {
  const sample = async (calls: number) => {
    // Only what is young: a collection of everything would also throw compiled code away.
    collectGarbage({ type: 'minor' });
    const others = othersCpuMs();
    const wall = performance.now();
    const cpu = cpuMs();
    for (let call = 0; call < calls; call += 1) await run();
    return {
      cpu: (cpuMs() - cpu + othersCpuMs() - others) / calls,
      wall: (performance.now() - wall) / calls,
    };
  };
  await sample(warmUps);
  const { cpu } = await sample(Math.max(1, Math.ceil(warmUps / 4)));
  const calls = Math.max(1, Math.ceil(sampleMs / Math.max(cpu, 0.001)));
  return () => sample(calls);
}
