/** Does pieces of work one after the other, in the order of asking. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets those who wait behind a failure fail with it: what they need would not be had either. Who asks after that is
 * tried again.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> | undefined;
  return (work) => {
    const turn = last === undefined ? work() : last.then(work);
    last = turn;
    const settle = () => {
      if (last === turn) last = undefined;
    };
    turn.then(settle, settle);
    return turn;
  };
}
