import { seededRandom } from '../../support/seeded-random.ts';
import type { RareSituation } from '../watch/rare-situations.ts';
import { createEventHeap } from './event-heap.ts';
import { type FaultKind, type FaultPlan, noFaults, PORTS, type Port } from './faults.ts';
import { createTrace } from './trace.ts';

/** A rule that was broken, where and when. */
export interface Violation {
  readonly rule: string;
  readonly detail: string;
  readonly atMs: number;
  /** How many operations there had been. */
  readonly operations: number;
}

/**
 * Virtual time: a heap of events, ordered by time and, at one instant, by a seeded tie-break. Real asynchronous code runs
 * in it: after each event everything that can go on without waiting goes on, and only then does the next event happen.
 */
export interface World {
  readonly nowMs: number;
  readonly random: () => number;
  readonly violations: readonly Violation[];
  readonly operations: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly situations: ReadonlyMap<RareSituation, number>;
  readonly traceHash: string;
  after(delayMs: number, run: () => void): void;
  /** Numbers an operation, and says what is to go wrong with it. */
  operation(port: Port, label: string): FaultKind | undefined;
  /** Counts a situation that the tests must have seen. */
  sometimes(situation: RareSituation): void;
  violate(rule: string, detail: string): void;
  /** To be called whenever waiting code may go on. */
  wake(): void;
  /** From now on nothing goes wrong, or everything does again that may. */
  endFaults(): void;
  resumeFaults(): void;
  /** Lets everything happen up to an instant; sooner back when `isOver` says so after an event. */
  runUntil(endMs: number, isOver?: () => boolean): Promise<void>;
}

export interface WorldSettings {
  readonly seed: string;
  readonly startMs: number;
  /** Made with the world's own chance, so that one seed decides everything. */
  readonly faults?: (random: () => number) => FaultPlan;
  /** Further violations than that are not kept. */
  readonly maxViolations?: number;
}

export function createWorld({ seed, startMs, faults, maxViolations = 20 }: WorldSettings): World {
  const random = seededRandom(seed);
  const heap = createEventHeap();
  const trace = createTrace();
  const violations: Violation[] = [];
  const faultCounts = new Map<string, number>();
  const situations = new Map<RareSituation, number>();
  const wanted = faults?.(seededRandom(`${seed} faults`)) ?? noFaults;
  let plan = wanted;
  let nowMs = startMs;
  let operations = 0;
  let isAwake = false;
  let turns = 0;
  return {
    get nowMs() {
      return nowMs;
    },
    get operations() {
      return operations;
    },
    get traceHash() {
      return trace.hash;
    },
    random,
    violations,
    faults: faultCounts,
    situations,
    after(delayMs, run) {
      heap.push({ atMs: nowMs + Math.max(0, Math.round(delayMs)), tie: random(), run });
    },
    operation(port, label) {
      operations += 1;
      const fault = plan(operations, port);
      trace.number(nowMs % 2 ** 31);
      trace.number(PORTS.indexOf(port));
      trace.text(label);
      if (fault === undefined) return undefined;
      trace.text(fault);
      const name = `${port} ${fault}`;
      faultCounts.set(name, (faultCounts.get(name) ?? 0) + 1);
      return fault;
    },
    sometimes(situation) {
      situations.set(situation, (situations.get(situation) ?? 0) + 1);
    },
    violate(rule, detail) {
      trace.text(rule);
      if (violations.length < maxViolations) violations.push({ rule, detail, atMs: nowMs, operations });
    },
    wake() {
      isAwake = true;
    },
    endFaults() {
      plan = noFaults;
    },
    resumeFaults() {
      plan = wanted;
    },
    async runUntil(endMs, isOver) {
      // From here on this runs as a promise's continuation: what is put off to the process's next tick comes after all others.
      await undefined;
      for (;;) {
        const event = heap.peek();
        if (event === undefined || event.atMs > endMs) break;
        heap.pop();
        nowMs = event.atMs;
        event.run();
        if (isAwake) {
          isAwake = false;
          turns += 1;
          await everythingElse(turns);
        }
        if (isOver?.() === true) return;
      }
      nowMs = Math.max(nowMs, endMs);
    },
  };
}

/** So often the process may see to other things than this world: its threads' messages, or somebody who wants it to stop. */
const TURNS_AT_A_STRETCH = 500;

/** Comes back when no promise has anything left to do: a tick of the process comes after all of them. */
function everythingElse(turn: number): Promise<void> {
  return new Promise((resolve) => {
    if (turn % TURNS_AT_A_STRETCH === 0) setImmediate(resolve);
    else process.nextTick(resolve);
  });
}
