/** Runs a piece of work, waiting until fewer than the most are under way; first come, first served. */
export type AtMost = <T>(work: () => Promise<T>) => Promise<T>;

export function createAtMost(most: number): AtMost {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    if (underWay < most) underWay += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is given up.
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}
