import { parentPort } from 'node:worker_threads';
import { runTask, type Task } from './tasks.ts';
import type { ThreadAnswer } from './thread-pool.ts';

/** A thread of a lane: works one task after the other. */
const port = parentPort;
port?.on('message', (task: Task) => {
  runTask(task).then(
    (result) => port.postMessage({ result } satisfies ThreadAnswer),
    (error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ error: text } satisfies ThreadAnswer);
    },
  );
});
