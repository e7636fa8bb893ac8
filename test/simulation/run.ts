/**
 * Runs the lanes of the simulation and prints their figures; exits with 1 when a rule was broken, or a planted bug was not
 * found.
 *
 * node test/simulation/run.ts [--lane NAME] [--seed N] [--threads N] [--reports N]
 * node test/simulation/run.ts --world SEED [--trouble TROUBLE] [--reports N]
 */
import { parseArgs } from 'node:util';
import { pairsLane, singlesLane } from './lanes/call-lanes.ts';
import { plantedLane, replaysLane, sameSeedLane, zonesLane } from './lanes/other-lanes.ts';
import type { Lane } from './lanes/printing.ts';
import { volumeLane, worldLane } from './lanes/volume-lane.ts';

const LANES: Record<string, { readonly about: string; readonly lane: Lane; readonly isLong?: true }> = {
  short: { about: '50,000 reports with faults drawn at random', lane: volumeLane(50_000) },
  long: { about: '2,000,000 reports with faults drawn at random', lane: volumeLane(2_000_000), isLong: true },
  calls: { about: 'every call of one report with every fault', lane: singlesLane },
  pairs: { about: 'the calls of one report with two faults, every fifth pair', lane: pairsLane, isLong: true },
  zones: { about: 'the planner in every zone over ten years', lane: zonesLane(2026, 10), isLong: true },
  past: { about: 'the planner in every zone over ten years of the past', lane: zonesLane(2005, 10), isLong: true },
  replays: { about: 'every message again, 1 to 20 times, and the whole past', lane: replaysLane(4) },
  planted: { about: 'twelve planted bugs, sought one at a time', lane: plantedLane },
  seeds: { about: 'the same seed twice', lane: sameSeedLane },
};

const { values } = parseArgs({
  options: {
    lane: { type: 'string' },
    world: { type: 'string' },
    trouble: { type: 'string', default: 'usual' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    reports: { type: 'string' },
  },
});
if (values.world !== undefined) {
  const about = `the world ${values.world} once more`;
  LANES['world'] = { about, lane: worldLane(values.world, values.trouble) };
}
const quick = Object.keys(LANES).filter((name) => LANES[name]?.isLong !== true);
const chosenLane = values.world === undefined ? values.lane : 'world';
const wanted = chosenLane === undefined ? quick : [chosenLane];
const print = (text: string) => void process.stdout.write(`${text}\n`);
let isGood = true;
for (const name of wanted) {
  const chosen = LANES[name];
  if (chosen === undefined)
    throw new Error(`There is no lane ${name}; the lanes are ${Object.keys(LANES).join(', ')}.`);
  print(`${name}: ${chosen.about} (seed ${values.seed})`);
  const reports = values.reports === undefined ? undefined : Number(values.reports);
  const options = { seed: Number(values.seed), threads: Number(values.threads), print, reports };
  const holds = await chosen.lane(options);
  print(holds ? '  everything held' : '  NOT EVERYTHING HELD');
  isGood &&= holds;
}
process.exitCode = isGood ? 0 : 1;
