/** Where a lane writes its figures. */
export type Print = (line: string) => void;

/** A lane of the simulation: prints its figures, and says whether everything held. */
export type Lane = (options: LaneOptions) => Promise<boolean>;

export interface LaneOptions {
  readonly seed: number;
  readonly threads: number;
  readonly print: Print;
  /** How many reports a volume lane is about, where the lane's own number is not wanted. */
  readonly reports: number | undefined;
}

const WIDTH = 60;

/** One figure of a lane, in a column. */
export function line(name: string, value: string | number): string {
  const text = typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 3 }) : value;
  return `  ${name.padEnd(WIDTH)} ${text}`;
}

/** Counts of the same names, added up. */
export function addUp(counts: readonly Readonly<Record<string, number>>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

export const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);

/** Seconds since an instant of the process's own clock. */
export function secondsSince(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

/** Adds up a figure over many runs. */
export const totalsOf =
  <Run>(runs: readonly Run[]) =>
  (figure: (run: Run) => number): number =>
    sumOf(runs.map(figure));
