import { RARE_SITUATIONS } from '../watch/rare-situations.ts';
import { expectedDuplicates } from './expected-duplicates.ts';
import { addUp, type Lane, type LaneOptions, line, secondsSince, sumOf, totalsOf } from './printing.ts';
import type { Task } from './tasks.ts';
import { inThreads } from './thread-pool.ts';
import { runVolume, type VolumeFigures } from './volume-run.ts';
import { TROUBLES } from './volume-settings.ts';

const THREAD = new URL('lane-thread.ts', import.meta.url);
const REPORTS_A_RUN = 1_700;
/** What falls due in the quiet hours, and at the start, comes on top of what is asked of a world. */
const MORE_THAN_ASKED = 1.1;
/** Each rare situation has to come up so often, wherever there are so many reports. */
const AT_LEAST = 10;
const REPORTS_FOR_ALL_SITUATIONS = 50_000;
const RUNS_A_PROGRESS_LINE = 20;

/** Many worlds, each with its own kinds of trouble. */
export function volumeLane(reports: number): Lane {
  return async (options) => {
    const startMs = performance.now();
    const runs = await runUntilEnough(options, options.reports ?? reports);
    const holds = printFigures(options, runs);
    options.print(line('time', secondsSince(startMs)));
    options.print(line('time of the processors', `${(process.cpuUsage().user / 1e6).toFixed(1)} s`));
    return holds;
  };
}

/** One of those worlds once more. */
export function worldLane(seed: string, trouble: string): Lane {
  const known = TROUBLES.find((each) => each === trouble);
  if (known === undefined) throw new Error(`There is no trouble ${trouble}; there are ${TROUBLES.join(', ')}.`);
  return async (options) => {
    const run = await runVolume(seed, options.reports ?? REPORTS_A_RUN, known);
    options.print(line('trace', run.traceHash));
    return printFigures(options, [run]);
  };
}

/** Runs come to a few more or fewer reports than was asked of them, so that more are added until there are enough. */
async function runUntilEnough(options: LaneOptions, reports: number): Promise<VolumeFigures[]> {
  const { seed, threads } = options;
  const runs: VolumeFigures[] = [];
  const dueOf = (done: readonly VolumeFigures[]) => sumOf(done.map(({ due }) => due));
  while (dueOf(runs) < reports) {
    const missing = reports - dueOf(runs);
    const each = Math.min(REPORTS_A_RUN, Math.max(300, missing));
    const tasks = Array.from({ length: Math.ceil(missing / each / MORE_THAN_ASKED) }, (_, index): Task => {
      const number = runs.length + index;
      const trouble = TROUBLES[number % TROUBLES.length] ?? 'usual';
      return { kind: 'volume', seed: `${seed}.${number}`, reports: each, trouble };
    });
    const done: VolumeFigures[] = [];
    const more = await inThreads<Task, VolumeFigures>(THREAD, threads, tasks, (run) => {
      done.push(run);
      if (done.length % RUNS_A_PROGRESS_LINE === 0) printProgress(options, [...runs, ...done]);
    });
    runs.push(...more);
  }
  return runs;
}

/** So that a long run tells something from its beginning on, and when it is stopped. */
function printProgress({ print }: LaneOptions, runs: readonly VolumeFigures[]): void {
  const total = totalsOf(runs);
  const lost = total(({ due, finished, held, open }) => due - finished - held - open);
  const figures = [
    `${total(({ due }) => due).toLocaleString('en-US')} reports`,
    `${total(faultsOf).toLocaleString('en-US')} faults`,
    `${lost} lost`,
    `${total(({ violations }) => violations.length)} rules broken`,
    `${total(({ mailedTwice }) => mailedTwice)} mailed twice`,
  ];
  print(`  … ${figures.join(', ')}`);
}

const faultsOf = ({ faults }: VolumeFigures) => sumOf(Object.values(faults));

function printFigures({ print }: LaneOptions, runs: readonly VolumeFigures[]): boolean {
  const total = totalsOf(runs);
  const violations = runs.flatMap((run) => run.violations.map((violation) => ({ run, ...violation })));
  const duplicates = expectedDuplicates(runs);
  const heldTwice = sumOf(runs.filter(({ whenInDoubt }) => whenInDoubt === 'hold').map((run) => run.mailedTwice));
  const due = total((run) => run.due);
  const lost = due - total(({ finished, held, open }) => finished + held + open);
  const conflicts = violations.filter(({ rule }) => CONFLICT_RULES.has(rule)).length;
  const figures: readonly (readonly [string, string | number])[] = [
    ['worlds', runs.length],
    ['locations', total((run) => run.locations)],
    ['virtual days', total((run) => run.virtualDays)],
    ['reports due', due],
    ['faults', total(faultsOf)],
    ['operations', total((run) => run.operations)],
    ['finished', total((run) => run.finished)],
    ['held for a person', total((run) => run.held)],
    ['still within their time', total((run) => run.open)],
    ['silently lost', lost],
    ['conflicts in the archive', conflicts],
    ['mails that reached their readers', total((run) => run.mails)],
    ['sends that were taken and not noted', total((run) => run.unrecorded)],
    ['mailed twice, when in doubt hold', heldTwice],
    ['mailed twice, when in doubt resend', duplicates.found],
    ['  sends not noted, and no event in time', duplicates.untold],
    ['  of which there should be', `${duplicates.expected.toFixed(1)} ± ${duplicates.sigma.toFixed(1)}`],
    ['  not sent again: event late; ended', `${duplicates.toldLate}; ${duplicates.endedOtherwise}`],
    ['  where no event is lost or late', `${duplicates.withoutLoss} of ${duplicates.notedByEvents}`],
    ['rules broken', violations.length],
  ];
  for (const [name, value] of figures) print(line(name, value));
  for (const { run, rule, detail, atMs } of violations.slice(0, 10)) {
    print(`  ${rule} (${new Date(atMs).toISOString()}): ${detail.slice(0, 300)}`);
    print(`    again: --world ${run.seed} --trouble '${run.trouble}' --reports ${run.wanted}`);
  }
  const seenEnough = printSituations(print, runs, due);
  return violations.length === 0 && lost === 0 && heldTwice === 0 && duplicates.isWithin && seenEnough;
}

const CONFLICT_RULES: ReadonlySet<string> = new Set([
  'no conflict in the archive',
  'the same snapshot gives the same bytes',
]);

/** A run that never met a situation has proved nothing about it. */
function printSituations(print: LaneOptions['print'], runs: readonly VolumeFigures[], due: number): boolean {
  const counts = addUp(runs.map(({ situations }) => situations));
  const atLeast = due < REPORTS_FOR_ALL_SITUATIONS ? 0 : AT_LEAST;
  print(`  rare situations, each to be met ${atLeast} times or more:`);
  const seen = RARE_SITUATIONS.map((name) => [name, counts.get(name) ?? 0] as const).sort((a, b) => a[1] - b[1]);
  for (const [name, count] of seen) print(line(`  ${name}`, count < atLeast ? `${count}  TOO SELDOM` : count));
  return seen.every(([, count]) => count >= atLeast);
}
