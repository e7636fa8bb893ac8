/**
 * Waits until the event loop has come round, which lets one waiter go on in each of its turns, in the order of asking: what
 * is sent and received goes first, however much those who wait have to do.
 */
export type LoopTurns = () => Promise<void>;

export function createLoopTurns(): LoopTurns {
  const waiting: (() => void)[] = [];
  const letOnePass = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(letOnePass);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letOnePass);
    });
}

/** Lets the event loop come round so many times. */
export async function passTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
