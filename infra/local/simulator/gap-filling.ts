/**
 * Fills NaN by straight lines between the measured neighbours, and flat beyond the first and the last of them.
 * Without a single measured value nothing is filled.
 */
export function interpolated(values: Float64Array): Float64Array {
  const filled = values.slice();
  let previous = -1;
  for (let index = 0; index <= values.length; index += 1) {
    const atEnd = index === values.length;
    if (!atEnd && Number.isNaN(values[index])) continue;
    const before = values[previous];
    const after = atEnd ? undefined : values[index];
    for (let gap = previous + 1; gap < index; gap += 1) {
      const share = (gap - previous) / (index - previous);
      filled[gap] = between(before, after, share);
    }
    previous = index;
  }
  return filled;
}

function between(before: number | undefined, after: number | undefined, share: number): number {
  if (before === undefined) return after ?? Number.NaN;
  return after === undefined ? before : before + (after - before) * share;
}
