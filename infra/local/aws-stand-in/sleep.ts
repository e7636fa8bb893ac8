import { setTimeout as wait } from 'node:timers/promises';

/** Waits in real time; an abort ends the wait early and quietly. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const realSleep: Sleep = async (ms, signal) => {
  try {
    await wait(ms, undefined, signal === undefined ? { ref: false } : { ref: false, signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
};
