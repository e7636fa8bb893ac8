import { RARE_SITUATIONS } from '../watch/rare-situations.ts';
import { addUp, type Lane, type LaneOptions, line, secondsSince, sumOf } from './printing.ts';
import type { Task } from './tasks.ts';
import { inThreads } from './thread-pool.ts';
import type { VolumeFigures } from './volume-run.ts';

const THREAD = new URL('lane-thread.ts', import.meta.url);
const REPORTS_A_RUN = 3_400;
/** Each rare situation has to come up so often among 50,000 reports. */
const AT_LEAST = 10;
const REPORTS_FOR_ALL_SITUATIONS = 50_000;

/** Many worlds, each with its own kinds of trouble. */
export function volumeLane(reports: number): Lane {
  return async (options) => {
    const startMs = performance.now();
    const wanted = options.reports ?? reports;
    const runs = await runUntilEnough(options, wanted);
    return report(options, runs, secondsSince(startMs));
  };
}

/** Runs come to a few more or fewer reports than was asked of them, so that more are added until there are enough. */
async function runUntilEnough({ seed, threads }: LaneOptions, reports: number): Promise<VolumeFigures[]> {
  const runs: VolumeFigures[] = [];
  while (sumOf(runs.map(({ due }) => due)) < reports) {
    const missing = reports - sumOf(runs.map(({ due }) => due));
    const each = Math.min(REPORTS_A_RUN, Math.max(300, missing));
    const tasks = Array.from(
      { length: Math.ceil(missing / each) },
      (_, index): Task => ({ kind: 'volume', seed: `${seed}.${runs.length + index}`, reports: each }),
    );
    runs.push(...(await inThreads<Task, VolumeFigures>(THREAD, threads, tasks)));
  }
  return runs;
}

function report({ print }: LaneOptions, runs: readonly VolumeFigures[], time: string): boolean {
  const total = (figure: (run: VolumeFigures) => number) => sumOf(runs.map(figure));
  const faults = addUp(runs.map((run) => run.faults));
  const situations = addUp(runs.map((run) => run.situations));
  const violations = runs.flatMap((run) => run.violations.map((violation) => ({ seed: run.seed, ...violation })));
  const duplicates = expectedDuplicates(runs);
  const holding = runs.filter(({ whenInDoubt }) => whenInDoubt === 'hold');
  const heldTwice = sumOf(holding.map(({ mailedTwice }) => mailedTwice));
  const due = total((run) => run.due);
  const rarest = RARE_SITUATIONS.map((name) => [name, situations.get(name) ?? 0] as const).sort((a, b) => a[1] - b[1]);
  const atLeast = Math.floor((AT_LEAST * Math.min(1, due / REPORTS_FOR_ALL_SITUATIONS)) / 2 + 0.5);

  print(line('worlds', runs.length));
  print(
    line(
      'locations',
      total((run) => run.locations),
    ),
  );
  print(
    line(
      'virtual days',
      total((run) => run.virtualDays),
    ),
  );
  print(line('reports due', due));
  print(line('faults', sumOf(faults.values())));
  print(
    line(
      'operations',
      total((run) => run.operations),
    ),
  );
  print(
    line(
      'finished',
      total((run) => run.finished),
    ),
  );
  print(
    line(
      'held for a person',
      total((run) => run.held),
    ),
  );
  print(
    line(
      'still within their time',
      total((run) => run.open),
    ),
  );
  print(line('silently lost', due - total((run) => run.finished + run.held + run.open)));
  print(
    line(
      'mails that reached their readers',
      total((run) => run.mails),
    ),
  );
  print(
    line(
      'sends that were taken and not noted',
      total((run) => run.unrecorded),
    ),
  );
  print(line('mailed twice, when in doubt hold', heldTwice));
  print(line('mailed twice, when in doubt resend', duplicates.found));
  print(
    line(
      '  of sends not noted whose event is missing',
      `${duplicates.expected.toFixed(1)} ± ${duplicates.sigma.toFixed(1)}`,
    ),
  );
  print(line('rare situations', `${rarest.filter(([, count]) => count > 0).length} of ${rarest.length}`));
  print(
    line(
      '  the rarest',
      rarest
        .slice(0, 3)
        .map(([name, count]) => `${name} ${count}`)
        .join(', '),
    ),
  );
  print(line('rules broken', violations.length));
  for (const { seed, rule, detail, atMs } of violations.slice(0, 10)) {
    print(`  SEED ${seed}: ${rule} (${new Date(atMs).toISOString()}): ${detail.slice(0, 300)}`);
  }
  print(line('time', time));
  const unseen = rarest.filter(([, count]) => count < atLeast);
  for (const [name, count] of unseen) print(`  SEEN ${count} TIMES ONLY: ${name}`);
  return violations.length === 0 && heldTwice === 0 && duplicates.isWithin && unseen.length === 0;
}

/** How many mails the policy `resend` may have doubled: those whose send nobody noted, and whose event was missing. */
export function expectedDuplicates(runs: readonly VolumeFigures[]) {
  const resending = runs.filter(({ whenInDoubt }) => whenInDoubt === 'resend');
  const expected = sumOf(resending.map(({ unrecorded, eventMissing }) => unrecorded * eventMissing));
  const variance = sumOf(resending.map(({ unrecorded, eventMissing: p }) => unrecorded * p * (1 - p)));
  const sigma = Math.sqrt(variance);
  const found = sumOf(resending.map(({ mailedTwice }) => mailedTwice));
  const isNoneWithoutLoss = resending.every(({ eventMissing, mailedTwice }) => eventMissing > 0 || mailedTwice === 0);
  return { found, expected, sigma, isWithin: found <= expected + 3 * sigma && isNoneWithoutLoss };
}
