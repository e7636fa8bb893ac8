/** Rows of a sheet in ascending order: the first and the last of each run, one pair behind the other. */
export type RowRanges = readonly number[];

/** @param rows in ascending order */
export function rangesOf(rows: Iterable<number>): RowRanges {
  const ranges: number[] = [];
  for (const row of rows) {
    if (ranges.at(-1) === row - 1) ranges[ranges.length - 1] = row;
    else ranges.push(row, row);
  }
  return ranges;
}

export function* rowsIn(ranges: RowRanges): Generator<number> {
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const last = ranges[at + 1] ?? -1;
    for (let row = ranges[at] ?? 0; row <= last; row += 1) yield row;
  }
}

/** How many there are, or how many of the rows from `first` to `last`. */
export function countIn(ranges: RowRanges, first = 0, last = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    count += Math.max(0, Math.min(ranges[at + 1] ?? -1, last) - Math.max(ranges[at] ?? 0, first) + 1);
  }
  return count;
}
