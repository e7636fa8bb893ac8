import { decideByChance, letOperatorWork, letOrder, letRedrive } from '../functions/operator.ts';
import { createStage } from '../stage.ts';
import { checkEnding, type Ending } from '../watch/final-check.ts';
import type { Violation } from '../world/world.ts';
import { shareOf } from './fault-rates.ts';
import { drawVolume, type Trouble } from './volume-settings.ts';

/** What one run came to; plain data, so that it can come from another thread. */
export interface VolumeFigures extends Ending {
  readonly seed: string;
  readonly trouble: Trouble;
  /** About how many reports it was to have; with the seed and the trouble this decides everything. */
  readonly wanted: number;
  readonly whenInDoubt: 'resend' | 'hold';
  readonly locations: number;
  readonly virtualDays: number;
  readonly operations: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly situations: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** Of the sends that nobody noted, the share whose event was to be lost or later than the deadline. */
  readonly eventMissing: number;
  readonly traceHash: string;
}

const REDRIVE_EVERY_MS = 6 * 3_600_000;
const ORDER_EVERY_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** Runs one world with faults drawn from its seed, then quiet hours, and checks what came of it. */
export async function runVolume(seed: string, reports: number, trouble: Trouble = 'usual'): Promise<VolumeFigures> {
  const drawn = drawVolume(seed, reports, trouble);
  const { stage: settings, rates, quietFromMs, purgesMs, operatorEveryMs, ordering } = drawn;
  const stage = createStage(settings);
  const { world, requests } = stage;
  letRedrive(stage, REDRIVE_EVERY_MS);
  if (drawn.beginsTwice) for (const tick of [stage.tick, stage.tick]) world.after(300 * world.random(), tick);
  if (operatorEveryMs !== undefined) letOperatorWork(stage, operatorEveryMs, decideByChance);
  if (ordering !== undefined) letOrder(stage, ORDER_EVERY_MS, ordering);
  for (const atMs of purgesMs) world.after(atMs - world.nowMs, requests.purge);
  await world.runUntil(quietFromMs);
  world.endFaults();
  await world.runUntil(settings.endMs);
  const ending = await checkEnding(stage);
  return {
    ...ending,
    seed,
    trouble,
    wanted: reports,
    whenInDoubt: settings.whenInDoubt,
    locations: settings.locations.length,
    virtualDays: Math.round((settings.endMs - settings.startMs) / DAY_MS),
    operations: world.operations,
    faults: Object.fromEntries(world.faults),
    situations: Object.fromEntries(world.situations),
    violations: world.violations,
    eventMissing: shareOf(rates, 'mail-event', ['drop', 'late']),
    traceHash: world.traceHash,
  };
}
