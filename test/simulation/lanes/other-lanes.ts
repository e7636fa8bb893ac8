import { zonesByOffset } from '../fleet-of-zones.ts';
import { PLANTS } from '../planted/plants.ts';
import { seekPlant } from '../planted/seek-plant.ts';
import { type Lane, line, secondsSince, totalsOf } from './printing.ts';
import type { ReplayFigures } from './replay-run.ts';
import type { Task } from './tasks.ts';
import { inThreads } from './thread-pool.ts';
import type { VolumeFigures } from './volume-run.ts';
import type { ZonesFigures } from './zone-run.ts';

const THREAD = new URL('lane-thread.ts', import.meta.url);
const SCENARIOS = 2_000;
const MOST_FAULTS = 3;

/** The planner in every zone, over ten years. */
export function zonesLane(fromYear: number, years: number): Lane {
  return async ({ threads, print }) => {
    const startMs = performance.now();
    const span = { fromMs: Date.UTC(fromYear, 0, 1), toMs: Date.UTC(fromYear + years, 0, 1) };
    const tasks = zonesByOffset(span.fromMs).map((zones): Task => ({ kind: 'zones', settings: { zones, ...span } }));
    const runs = await inThreads<Task, ZonesFigures>(THREAD, threads, tasks);
    const total = totalsOf(runs);
    print(
      line(
        'zones',
        total(({ zones }) => zones),
      ),
    );
    print(line('years', `${fromYear} to ${fromYear + years - 1}`));
    print(
      line(
        'periods',
        total(({ periods }) => periods),
      ),
    );
    print(
      line(
        'ticks',
        total(({ ticks }) => ticks),
      ),
    );
    print(
      line(
        'ticks lost, in outages and otherwise',
        total(({ lostTicks }) => lostTicks),
      ),
    );
    print(
      line(
        'ticks doubled',
        total(({ doubledTicks }) => doubledTicks),
      ),
    );
    const wrong = [total(({ missed }) => missed), total(({ doubled }) => doubled), total(({ early }) => early)];
    print(line('missed, doubled, early', wrong.join(', ')));
    for (const sample of runs.flatMap(({ samples }) => samples).slice(0, 10)) print(`  ${sample}`);
    print(line('time zone database', process.versions['tz'] ?? 'unknown'));
    print(line('time', secondsSince(startMs)));
    return wrong.every((count) => count === 0);
  };
}

/** Everything done again, many times. */
export function replaysLane(worlds: number): Lane {
  return async ({ seed, threads, print }) => {
    const startMs = performance.now();
    const tasks = Array.from(
      { length: worlds },
      (_, index): Task => ({ kind: 'replays', seed: `replays ${seed}.${index}`, reports: 300 }),
    );
    const runs = await inThreads<Task, ReplayFigures>(THREAD, threads, tasks);
    const total = totalsOf(runs);
    const violations = runs.flatMap((run) => run.violations);
    const more = [total(({ moreMails }) => moreMails), total(({ moreObjects }) => moreObjects)];
    print(line('worlds', runs.length));
    print(
      line(
        'reports',
        total(({ reports }) => reports),
      ),
    );
    print(
      line(
        'messages',
        total(({ messages }) => messages),
      ),
    );
    print(
      line(
        'replayed',
        total(({ replays }) => replays),
      ),
    );
    print(
      line(
        'redriven',
        total(({ redriven }) => redriven),
      ),
    );
    print(
      line(
        'back-filled',
        total(({ backfilled }) => backfilled),
      ),
    );
    print(line('more mails, more objects', more.join(', ')));
    print(line('rules broken', violations.length));
    for (const { rule, detail } of violations.slice(0, 10)) print(`  ${rule}: ${detail.slice(0, 300)}`);
    print(line('time', secondsSince(startMs)));
    return violations.length === 0 && more.every((count) => count === 0);
  };
}

/** Twelve bugs, planted one at a time. */
export const plantedLane: Lane = async ({ seed, print }) => {
  const startMs = performance.now();
  let found = 0;
  print(
    `  ${'bug'.padEnd(56)} ${'scenarios'.padStart(9)} ${'shrinks'.padStart(8)} ${'faults'.padStart(7)}  rule that it broke`,
  );
  for (const plant of PLANTS) {
    const bug = await seekPlant(plant, SCENARIOS, seed);
    if (bug === undefined) {
      print(`  ${plant.name.padEnd(56)} NOT FOUND`);
      continue;
    }
    const { faults } = bug.scenario;
    if (faults.length <= MOST_FAULTS) found += 1;
    const counts = [
      String(bug.scenarios).padStart(9),
      String(bug.shrinks).padStart(8),
      String(faults.length).padStart(7),
    ];
    const list = faults.map(({ at, kind }) => `${kind}@${at}`).join(' ') || 'none';
    print(`  ${plant.name.padEnd(56)} ${counts.join(' ')}  ${bug.violation.rule} [${list}]`);
  }
  print(line('found', `${found} of ${PLANTS.length}`));
  print(line('time', secondsSince(startMs)));
  return found === PLANTS.length;
};

/** The same seed twice, and another. */
export const sameSeedLane: Lane = async ({ seed, threads, print }) => {
  const task = (of: number): Task => ({ kind: 'volume', seed: `${of}`, reports: 400 });
  const runs = await inThreads<Task, VolumeFigures>(THREAD, threads, [task(seed), task(seed), task(seed + 1)]);
  const hashes = runs.map(({ traceHash }) => traceHash);
  print(line('traces of the same seed', hashes.slice(0, 2).join(', ')));
  print(line('trace of another seed', hashes[2] ?? ''));
  return hashes[0] === hashes[1] && hashes[0] !== hashes[2];
};
