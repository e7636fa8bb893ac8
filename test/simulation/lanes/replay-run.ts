import { planBackfill } from '../../../shared/application/backfill-reports.ts';
import { locationPath } from '../../../shared/domain/location.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { localDateAt } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { NOTHING_SPECIAL } from '../models/measured-truth.ts';
import { createStage, type Stage } from '../stage.ts';
import { checkEnding } from '../watch/final-check.ts';
import type { Violation } from '../world/world.ts';
import { drawVolume } from './volume-settings.ts';

export interface ReplayFigures {
  readonly seed: string;
  readonly reports: number;
  /** Reports that were still waiting for something when the replays began. */
  readonly open: number;
  readonly messages: number;
  readonly replays: number;
  readonly redriven: number;
  readonly backfilled: number;
  readonly moreMails: number;
  readonly moreObjects: number;
  readonly violations: readonly Violation[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long after its last day a report may still be read again. */
const RECHECKS_MS = 11 * DAY_MS;
/** After the last tick, until nothing happens any more. */
const REST_MS = 12 * HOUR_MS;
const REPLAYING_MS = 3 * DAY_MS;
const REDRIVE_EVERY_MS = 6 * HOUR_MS;
const MAX_REPLAYS = 20;

/**
 * Makes a history with faults, lets it come to rest, and then does everything again while things still go wrong: each
 * message one to twenty times, the dead letters every six hours, the whole past by a backfill. Nothing may come of it.
 */
export async function runReplays(seed: string, reports: number): Promise<ReplayFigures> {
  const drawn = drawVolume(seed, reports);
  const { startMs } = drawn.stage;
  const restMs = drawn.quietFromMs + RECHECKS_MS;
  const endMs = restMs + REPLAYING_MS;
  // Ticks end where the replays begin, so that nothing new falls due; data that comes late is there by then.
  const stage = createStage({
    ...drawn.stage,
    endMs,
    tickEveryMs: HOUR_MS,
    truth: { ...drawn.stage.truth, shares: { ...NOTHING_SPECIAL, late: 0.1 } },
    tickOutages: [
      ...drawn.stage.tickOutages,
      { fromMs: drawn.quietFromMs + 2 * DAY_MS, toMs: drawn.quietFromMs + 3 * DAY_MS },
      { fromMs: restMs - REST_MS, toMs: Number.POSITIVE_INFINITY },
    ],
  });
  const { world } = stage;
  await world.runUntil(restMs - 3 * REST_MS);
  world.endFaults();
  await world.runUntil(restMs);
  world.resumeFaults();
  const before = countOf(stage);
  const ending = await checkEnding(stage, restMs - REST_MS - HOUR_MS);
  const { messages, replays, redriven } = replayAll(stage, endMs - DAY_MS);
  const backfilled = await backfillAll(stage, startMs, restMs);
  await world.runUntil(endMs);
  world.endFaults();
  const after = countOf(stage);
  return {
    seed,
    reports: ending.due,
    open: ending.open,
    messages,
    replays,
    redriven: redriven(),
    backfilled,
    moreMails: after.mails - before.mails,
    moreObjects: after.objects - before.objects,
    violations: world.violations,
  };
}

function countOf({ context, ledger, archive }: Stage): { mails: number; objects: number } {
  const mails = [...context.reports.values()].flatMap((report) => [...report.mails.values()]);
  return {
    mails: mails.reduce((sum, { accepted }) => sum + accepted, 0),
    objects: ledger.objects.size + archive.objects.size,
  };
}

/** Puts each message back into the queue at random times, and copies of it among the dead letters, until an instant. */
function replayAll({ world, requests, dead, sentRequests }: Stage, untilMs: number) {
  const unique = [...new Map(sentRequests.map((body) => [JSON.stringify(body), body])).values()];
  let replays = 0;
  let redriven = 0;
  for (const body of unique) {
    const times = 1 + Math.floor(MAX_REPLAYS * world.random());
    for (let time = 0; time < times; time += 1) {
      replays += 1;
      world.after((untilMs - world.nowMs) * world.random(), () => requests.send(body));
    }
    world.after((untilMs - world.nowMs) * world.random(), () => dead.send(body));
  }
  const redrive = () => {
    const bodies = dead.takeAll();
    redriven += bodies.length;
    for (const body of bodies) requests.send(body);
    world.after(REDRIVE_EVERY_MS, redrive);
  };
  world.after(REDRIVE_EVERY_MS, redrive);
  return { messages: unique.length, replays, redriven: () => redriven };
}

/** Asks for every report of the past once more, as an operator's backfill does. */
async function backfillAll(stage: Stage, fromMs: number, toMs: number): Promise<number> {
  const { world, configuration, settings, readOnlyLedger, askOnDemand } = stage;
  const utc = parseTimeZone('UTC');
  const fleet = { listLocations: async () => ({ locations: settings.locations, incompleteBecause: undefined }) };
  const parts = {
    configuration,
    sources: new Map([['fleet', { ...fleet, openLocation: async () => Promise.reject(new Error('not asked')) }]]),
    clock: { now: () => instantFromMs(world.nowMs) },
    ledger: readOnlyLedger,
    newOwner: () => '',
    pauses: { random: world.random, sleep: async () => {} },
  };
  const day = (ms: number) => localDateAt(instantFromMs(ms), utc);
  const span = { from: day(fromMs), to: day(toMs - 3 * DAY_MS), kind: undefined, mode: 'all' } as const;
  const { reports } = await planBackfill(parts, span);
  for (const { ref, period } of reports) {
    const isKnown = [...stage.context.reports.values()].some(
      (report) => report.location === locationPath(ref) && report.period === period.key.replace('/', '_'),
    );
    // What no tick ever asked for, since the location was first seen later, a backfill makes for the first time.
    if (!isKnown) continue;
    const request = { location: locationPath(ref), period: period.key, mail: false };
    world.after(2 * DAY_MS * world.random(), () => askOnDemand(request));
  }
  return reports.length;
}
