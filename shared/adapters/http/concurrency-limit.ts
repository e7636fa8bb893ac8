/** Lets at most so many pieces of work run at once; the others wait in the order in which they came. */
export interface ConcurrencyLimit {
  /** Resolves to a function that gives the place back, once; undefined when no place became free in time. */
  enter(maxWaitMs: number): Promise<(() => void) | undefined>;
}

export function createConcurrencyLimit(maxAtOnce: number): ConcurrencyLimit {
  let running = 0;
  const waiting = new Set<() => void>();

  const leave = () => {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else next();
  };
  const place = () => {
    let isHeld = true;
    return () => {
      if (isHeld) leave();
      isHeld = false;
    };
  };

  return {
    async enter(maxWaitMs) {
      if (running < maxAtOnce) {
        running += 1;
        return place();
      }
      return new Promise((resolve) => {
        const timeout = AbortSignal.timeout(Math.ceil(maxWaitMs));
        const settle = (outcome: (() => void) | undefined) => {
          waiting.delete(takeOver);
          timeout.removeEventListener('abort', giveUp);
          resolve(outcome);
        };
        const takeOver = () => settle(place());
        const giveUp = () => settle(undefined);
        waiting.add(takeOver);
        timeout.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
