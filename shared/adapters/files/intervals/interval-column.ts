/** What one channel of a file measured: an energy for each interval, in ascending order, none of them overlapping. */
export interface IntervalColumn {
  /** Epoch seconds. */
  readonly startSeconds: Uint32Array;
  readonly lengthSeconds: Uint16Array;
  readonly energyWh: Float64Array;
  /** Where in the file each was found, as the file's reader numbers its places. */
  readonly places: Uint32Array;
  /** 1 where whoever delivered the file estimated the value. */
  readonly estimated: Uint8Array;
}

/** A column that still grows, in any order. */
export interface GrowingColumn {
  push(startSeconds: number, lengthSeconds: number, energyWh: number, place: number, estimated: boolean): void;
  readonly length: number;
  /** The column in ascending order of its starts; equal ones stay in the order in which they came. */
  sorted(): IntervalColumn;
}

export function createGrowingColumn(): GrowingColumn {
  let column = emptyColumn(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(startSeconds, lengthSeconds, energyWh, place, estimated) {
      if (length === column.startSeconds.length) column = resized(column, 2 * length);
      column.startSeconds[length] = startSeconds;
      column.lengthSeconds[length] = lengthSeconds;
      column.energyWh[length] = energyWh;
      column.places[length] = place;
      column.estimated[length] = estimated ? 1 : 0;
      length += 1;
    },
    sorted() {
      const whole = resized(column, length);
      return isAscending(whole.startSeconds) ? whole : picked(whole, ascendingOrder(whole.startSeconds));
    },
  };
}

function emptyColumn(length: number): IntervalColumn {
  return {
    startSeconds: new Uint32Array(length),
    lengthSeconds: new Uint16Array(length),
    energyWh: new Float64Array(length),
    places: new Uint32Array(length),
    estimated: new Uint8Array(length),
  };
}

function resized(column: IntervalColumn, length: number): IntervalColumn {
  const to = emptyColumn(length);
  to.startSeconds.set(column.startSeconds.subarray(0, length));
  to.lengthSeconds.set(column.lengthSeconds.subarray(0, length));
  to.energyWh.set(column.energyWh.subarray(0, length));
  to.places.set(column.places.subarray(0, length));
  to.estimated.set(column.estimated.subarray(0, length));
  return to;
}

/** The intervals at the given indexes, in their order. */
export function picked(column: IntervalColumn, indexes: Uint32Array): IntervalColumn {
  const to = emptyColumn(indexes.length);
  for (const [at, index] of indexes.entries()) {
    to.startSeconds[at] = column.startSeconds[index] ?? 0;
    to.lengthSeconds[at] = column.lengthSeconds[index] ?? 0;
    to.energyWh[at] = column.energyWh[index] ?? Number.NaN;
    to.places[at] = column.places[index] ?? 0;
    to.estimated[at] = column.estimated[index] ?? 0;
  }
  return to;
}

function isAscending(numbers: Uint32Array): boolean {
  for (let index = 1; index < numbers.length; index += 1) {
    if ((numbers[index] ?? 0) < (numbers[index - 1] ?? 0)) return false;
  }
  return true;
}

function ascendingOrder(numbers: Uint32Array): Uint32Array {
  const indexes = Uint32Array.from(numbers, (_, index) => index);
  return indexes.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
}
