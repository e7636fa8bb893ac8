import { simulatedLocation } from '../fleet-of-zones.ts';
import { letOperatorWork } from '../functions/operator.ts';
import { ADDRESS_FATES } from '../models/simulated-mail-service.ts';
import { createStage, type Stage } from '../stage.ts';
import { checkEnding } from '../watch/final-check.ts';
import { canSuffer, type Fault, type FaultKind, type FaultPlan, type Port } from '../world/faults.ts';
import type { Violation } from '../world/world.ts';
import { ruleFor, SETTINGS } from './settings.ts';

/** One report, and everything that can go wrong on its way: once, or twice. */
export interface EveryCallCase {
  readonly recipients: number;
  readonly whenInDoubt: 'resend' | 'hold';
  /**
   * What is made: a day's report; that of a week whose data is corrected afterwards, so that a recheck revises it and mails
   * the revision; a day's report whose reader's address is refused, so that a person decides about the held mail.
   */
  readonly what: 'day' | 'revised week' | 'dropped mail' | 'mail by order';
  readonly order: number;
}

/** What is done to every operation that can suffer it. */
export const TRIED: readonly FaultKind[] = [
  'crash-before',
  'crash-after',
  'error',
  'lost-reply',
  'refusal',
  'drop',
  'repeat',
  'late',
];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Sunday's report, and with it the week's, falls due then. */
const DUE_MS = Date.parse('2026-11-23T12:00:00Z');

function stageOf({ recipients, whenInDoubt, what, order }: EveryCallCase, plan: FaultPlan): Stage {
  const isRevised = what === 'revised week';
  const fate = what === 'dropped mail' || what === 'mail by order' ? ADDRESS_FATES.refused : 'reader';
  const settings = { ...SETTINGS, recheckDays: isRevised ? [1] : [], mailRevisions: true };
  const addresses = Array.from({ length: recipients }, (_, index) => `${fate}${index}@example.com`);
  return createStage({
    seed: `every call ${order}`,
    startMs: DUE_MS,
    endMs: DUE_MS + (isRevised ? 60 : 6) * HOUR_MS,
    faults: () => plan,
    maxViolations: 1,
    locations: [simulatedLocation('l0', 'America/Chicago')],
    rules: [ruleFor('plain', [isRevised ? 'weekly' : 'daily'], addresses, settings)],
    operators: [],
    settings,
    whenInDoubt,
    doubtDeadlineMs: HOUR_MS,
    truth: {
      seed: 1,
      shares: { late: 0, never: 0, corrected: isRevised ? 1 : 0, wobbles: 0 },
      untilMs: DUE_MS,
    },
    tickEveryMs: (isRevised ? 12 * 60 : 30) * MINUTE_MS,
    tickOutages: [],
    fleetOutages: [],
    workerOutages: [],
    mailOutages: [],
    concurrency: 2,
    eventLatencyMs: 50 * MINUTE_MS,
    lateEventMs: 3 * HOUR_MS,
  });
}

/** What each operation of a run was, by its number; the first is 1. */
export type Operations = readonly (Port | undefined)[];

export interface EveryCallRun {
  readonly violation: Violation | undefined;
  readonly operations: Operations;
}

/** Runs the case with these faults and looks at the end whether the report is finished, or held for a person. */
export async function runEveryCall(tried: EveryCallCase, faults: readonly Fault[]): Promise<EveryCallRun> {
  const operations: (Port | undefined)[] = [];
  const kinds = new Map(faults.map(({ at, kind }) => [at, kind]));
  const stage = stageOf(tried, (operation, port) => {
    operations[operation] = port;
    const kind = kinds.get(operation);
    return kind !== undefined && canSuffer(port, kind) ? kind : undefined;
  });
  const { world, settings } = stage;
  const decision = {
    'dropped mail': 'drop',
    'mail by order': 'resend',
    day: undefined,
    'revised week': undefined,
  } as const;
  if (decision[tried.what] !== undefined)
    letOperatorWork(stage, HOUR_MS, () => decision[tried.what], DUE_MS + 2.5 * HOUR_MS);
  await world.runUntil(settings.endMs, () => world.violations.length > 0);
  if (world.violations.length === 0) await checkEnding(stage, world.nowMs, 0);
  return { violation: world.violations[0], operations };
}

/** Every fault that the operations behind a number can suffer. */
export function* faultsBehind(operations: Operations, last: number): Generator<Fault> {
  for (let at = last + 1; at < operations.length; at += 1) {
    const port = operations[at];
    for (const kind of TRIED) if (port !== undefined && canSuffer(port, kind)) yield { at, kind };
  }
}

export interface EveryCallFigures {
  readonly runs: number;
  readonly operations: number;
  readonly violations: readonly { readonly faults: readonly Fault[]; readonly rule: string; readonly detail: string }[];
}

/**
 * Every single fault, one run each.
 *
 * @param step 1 for every operation, 3 for every third
 */
export async function trySingles(tried: EveryCallCase, step = 1): Promise<EveryCallFigures> {
  const plain = await runEveryCall(tried, []);
  const violations = plain.violation === undefined ? [] : [{ faults: [], ...plain.violation }];
  let runs = 1;
  const found: EveryCallFigures['violations'][number][] = [...violations];
  for (const fault of faultsBehind(plain.operations, 0)) {
    if (fault.at % step !== 0) continue;
    const { violation } = await runEveryCall(tried, [fault]);
    runs += 1;
    if (violation !== undefined) found.push({ faults: [fault], ...violation });
  }
  return { runs, operations: plain.operations.length - 1, violations: found };
}

/** Of so many faults behind a first one, one is tried, by turns: as many seeds in a row try about all pairs. */
const SEEDS_FOR_ALL_PAIRS = 5;

/** Every single fault of a share of them, and behind each some of the second ones. */
export async function tryPairs(tried: EveryCallCase, share: number, shares: number): Promise<EveryCallFigures> {
  const plain = await runEveryCall(tried, []);
  const found: EveryCallFigures['violations'][number][] = [];
  let runs = 0;
  let operations = 0;
  for (const first of faultsBehind(plain.operations, 0)) {
    if (first.at % shares !== share) continue;
    const single = await runEveryCall(tried, [first]);
    runs += 1;
    operations += single.operations.length - 1;
    if (single.violation !== undefined) found.push({ faults: [first], ...single.violation });
    for (const [index, second] of [...faultsBehind(single.operations, first.at)].entries()) {
      if ((index + first.at + tried.order) % SEEDS_FOR_ALL_PAIRS !== 0) continue;
      const { violation } = await runEveryCall(tried, [first, second]);
      runs += 1;
      if (violation !== undefined && found.length < 50) found.push({ faults: [first, second], ...violation });
    }
  }
  return { runs, operations, violations: found };
}
