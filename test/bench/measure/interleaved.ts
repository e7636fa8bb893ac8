import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Noise, noiseOf } from './noise.ts';
import type { Command, Sample, SampleOptions } from './serve-samples.ts';

/** One way to do the work, in a process of its own. */
export interface Candidate {
  readonly name: string;
  /** The program of that process: it serves samples. */
  readonly program: string;
  /** What its work is opened with. */
  readonly input?: unknown;
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

export interface RoundsOptions extends SampleOptions {
  readonly rounds: number;
}

const REFERENCE: Candidate = { name: 'reference', program: path.join(import.meta.dirname, 'reference-child.ts') };

/**
 * Measures all candidates in every round, in an order that turns from round to round, so that what disturbs the machine for a
 * while disturbs all of them. Each has a process of its own that lives through all rounds: in a shared one, the collector
 * goes through everybody's objects on the time of whoever runs, and code that one candidate made fast another makes slow.
 */
export async function measureInterleaved(candidates: readonly Candidate[], options: RoundsOptions): Promise<Rounds> {
  const processes: CandidateProcess[] = [];
  try {
    for (const candidate of [...candidates, REFERENCE]) processes.push(await startCandidate(candidate, options));
    const samples: Sample[][] = processes.map(() => []);
    for (let round = 0; round < options.rounds; round += 1) {
      for (let step = 0; step < processes.length; step += 1) {
        const index = (round + step) % processes.length;
        const sample = await processes[index]?.sample();
        if (sample !== undefined) samples[index]?.push(sample);
      }
    }
    const measured = processes.map(({ name }, index) => measuredOf(name, samples[index] ?? []));
    const reference = measured.pop();
    return { measured, noise: noiseOf(reference?.cpuMs ?? [], reference?.wallMs ?? []) };
  } finally {
    for (const { end } of processes) await end();
  }
}

const measuredOf = (name: string, samples: readonly Sample[]): Measured => ({
  name,
  cpuMs: samples.map(({ cpuMs }) => cpuMs),
  wallMs: samples.map(({ wallMs }) => wallMs),
});

interface CandidateProcess {
  readonly name: string;
  sample(): Promise<Sample>;
  end(): Promise<void>;
}

/** Starts a candidate's process and waits until its work runs as compiled code. */
async function startCandidate({ name, program, input }: Candidate, options: SampleOptions): Promise<CandidateProcess> {
  const child = fork(program, { serialization: 'advanced' });
  const ask = async (command: Command): Promise<Sample> => {
    child.send(command);
    return await nextAnswer(child, name);
  };
  const { sampleMs, warmUpMs } = options;
  await ask({ kind: 'open', input, sampleMs, warmUpMs });
  return {
    name,
    sample: () => ask({ kind: 'sample' }),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

function nextAnswer(child: ChildProcess, name: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) =>
      reject(new Error(`The process of ${name} ended (${code ?? signal}): its own message stands above.`));
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as Sample);
    });
  });
}
