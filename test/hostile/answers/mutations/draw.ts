/** Choices that come out the same for the same seed. */
export interface Draw {
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  oneOf<T>(list: readonly T[]): T;
}

export function drawFrom(random: () => number): Draw {
  const below = (bound: number) => Math.floor(random() * bound);
  return {
    below,
    oneOf(list) {
      if (list.length === 0) throw new RangeError('There is nothing to choose from');
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
