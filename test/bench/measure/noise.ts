import { median, quantile } from './statistics.ts';

/** How much the machine was disturbed, by a piece of work that is always the same and runs once in every round. */
export interface Noise {
  /** From the 10th to the 90th percentile of its CPU time, as a share of the median. */
  readonly cpuSpread: number;
  /** How many times as long it took on the clock as on the CPU: 1 on a machine that has nothing else to do. */
  readonly wallOverCpu: number;
}

const NUMBERS = 40_000;

/** Some milliseconds of sorting and of text. */
export function referenceWork(): number {
  let state = 1;
  const numbers = Array.from({ length: NUMBERS }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  });
  return numbers.sort((a, b) => a - b).join(' ').length;
}

export function noiseOf(cpuMs: readonly number[], wallMs: readonly number[]): Noise {
  return {
    cpuSpread: (quantile(cpuMs, 0.9) - quantile(cpuMs, 0.1)) / median(cpuMs),
    wallOverCpu: median(wallMs) / median(cpuMs),
  };
}

export function noiseInWords({ cpuSpread, wallOverCpu }: Noise): string {
  const verdict = cpuSpread < 0.15 && wallOverCpu < 1.15 ? 'quiet' : cpuSpread < 0.5 ? 'some noise' : 'noisy';
  const spread = `the same work varied by ${(cpuSpread * 100).toFixed(0)} % in CPU time`;
  return `Machine: ${verdict}; ${spread} and took ${wallOverCpu.toFixed(2)} times as long on the clock.`;
}
