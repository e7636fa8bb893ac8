import type { EveryCallCase, EveryCallFigures } from './every-call.ts';
import { type Lane, type LaneOptions, line, secondsSince, sumOf } from './printing.ts';
import type { Task } from './tasks.ts';
import { inThreads } from './thread-pool.ts';

const THREAD = new URL('lane-thread.ts', import.meta.url);
const SHARES = 16;

/** One and two readers, both policies, and everything that is made. */
export function everyCallCases(order: number): EveryCallCase[] {
  const made = ['day', 'revised week', 'dropped mail', 'mail by order'] as const;
  return [1, 2].flatMap((recipients) =>
    (['resend', 'hold'] as const).flatMap((whenInDoubt) =>
      made.map((what) => ({ recipients, whenInDoubt, what, order })),
    ),
  );
}

/** Every operation of one report, each with everything that can go wrong with it. */
export const singlesLane: Lane = async (options) => {
  const cases = [0, 1, 2].flatMap((step) => everyCallCases(options.seed + step));
  const tasks = cases.map((tried): Task => ({ kind: 'singles', tried }));
  return await run(options, tasks, `${cases.length} cases`);
};

/** And two of them at a time, for the report of a day: every fifth pair, other ones with each of five seeds in a row. */
export const pairsLane: Lane = async (options) => {
  const cases = everyCallCases(options.seed).filter(({ what }) => what === 'day');
  const shares = Array.from({ length: SHARES }, (_, share) => share);
  const tasks = cases.flatMap((tried) =>
    shares.map((share): Task => ({ kind: 'pairs', tried, share, shares: SHARES })),
  );
  return await run(options, tasks, `${cases.length} cases`);
};

async function run({ threads, print }: LaneOptions, tasks: readonly Task[], what: string): Promise<boolean> {
  const startMs = performance.now();
  const figures = await inThreads<Task, EveryCallFigures>(THREAD, threads, tasks);
  const violations = figures.flatMap((each) => each.violations);
  print(line('what is tried', what));
  print(line('runs', sumOf(figures.map(({ runs }) => runs))));
  print(line('rules broken', violations.length));
  for (const { faults, rule, detail } of violations.slice(0, 10)) {
    print(`  ${JSON.stringify(faults)} ${rule}: ${detail.slice(0, 300)}`);
  }
  print(line('time', secondsSince(startMs)));
  return violations.length === 0;
}
