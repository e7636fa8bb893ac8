import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { cpuMs } from './cpu-clock.ts';

/** A candidate's work, open and ready. */
export interface Work {
  run(): unknown;
  /** CPU time so far of other processes that do the work, in milliseconds. */
  readonly othersCpuMs?: () => number;
  close?(): Promise<void>;
}

/** What one call took, in the mean of a sample. */
export interface Sample {
  readonly cpuMs: number;
  readonly wallMs: number;
}

export interface SampleOptions {
  /** CPU time before the first sample, so that the work runs as compiled code. */
  readonly warmUpMs: number;
  /** The work is done again within a sample until it has taken so much CPU time together. */
  readonly sampleMs: number;
}

export type Command =
  | ({ readonly kind: 'open'; readonly input: unknown } & SampleOptions)
  | { readonly kind: 'sample' };

const LEAST_WARM_UPS = 20;

/** Makes this process a candidate: it opens its work and does as much of it as its parent commands, until that one lets go. */
export function serveSamples<Input>(open: (input: Input) => Work | Promise<Work>): void {
  let work: Work | undefined;
  let calls = 1;
  const sampleFor = async (command: Command): Promise<Sample> => {
    if (command.kind === 'open') {
      work = await open(command.input as Input);
      const warmUp = await warmedUp(work, command.warmUpMs);
      calls = Math.max(1, Math.ceil(command.sampleMs / Math.max(warmUp.cpuMs, 0.001)));
      return warmUp;
    }
    if (work === undefined) throw new Error('A candidate is sampled before it was opened');
    return await sampleOf(work, calls);
  };
  process.on('message', async (command) => process.send?.(await sampleFor(command as Command)));
  process.once('disconnect', () => work?.close?.());
}

/** The last calls before the first sample. */
async function warmedUp(work: Work, warmUpMs: number): Promise<Sample> {
  const start = cpuMsOf(work);
  let sample = await sampleOf(work, LEAST_WARM_UPS);
  while (cpuMsOf(work) - start < warmUpMs) sample = await sampleOf(work, LEAST_WARM_UPS);
  return sample;
}

async function sampleOf(work: Work, calls: number): Promise<Sample> {
  const cpu = cpuMsOf(work);
  const wall = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const result = work.run();
    if (!(result instanceof Promise)) continue;
    await result;
    // As between two jobs of a server: without it, what waits for the next turn keeps every document alive.
    await turnOfTheLoop();
  }
  return { cpuMs: (cpuMsOf(work) - cpu) / calls, wallMs: (performance.now() - wall) / calls };
}

const cpuMsOf = ({ othersCpuMs = () => 0 }: Work): number => cpuMs() + othersCpuMs();
