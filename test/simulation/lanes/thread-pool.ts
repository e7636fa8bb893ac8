import { Worker } from 'node:worker_threads';

/** One task's answer, or why there is none. */
export type ThreadAnswer = { readonly result: unknown } | { readonly error: string };

/** Most of what a world makes is soon forgotten: with room for it, little of that is ever moved. */
const YOUNG_GENERATION_MB = 96;

/**
 * Works off tasks in so many threads, each task in whichever thread is free, and gives the answers in the order of the
 * tasks.
 *
 * @param script a module that answers each message with a ThreadAnswer
 */
export async function inThreads<Task, Result>(
  script: URL,
  threads: number,
  tasks: readonly Task[],
  onResult: (result: Result, done: number) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
    try {
      while (next < tasks.length) {
        const index = next;
        next += 1;
        const result = await ask<Result>(worker, tasks[index]);
        results[index] = result;
        done += 1;
        onResult(result, done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work));
  return results;
}

function ask<Result>(worker: Worker, task: unknown): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const answered = (answer: ThreadAnswer) => {
    worker.off('error', reject);
    if ('error' in answer) reject(new Error(answer.error));
    else resolve(answer.result as Result);
  };
  worker.once('message', answered);
  worker.once('error', reject);
  worker.postMessage(task);
  return promise;
}
