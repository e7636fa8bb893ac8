import type { DueReport } from './planning/kind-tick.ts';
import { planTick } from './planning/plan-tick.ts';
import type { RosterParts } from './planning/roster-sheets.ts';
import type { Problem } from './problem.ts';

export interface Plan {
  /** Earliest due first. */
  readonly due: readonly DueReport[];
  readonly problems: readonly Problem[];
}

/** What planning needs. */
export type PlanParts = RosterParts;

/**
 * Finds every report that is due: periods that have ended since the location was first seen, whose local send time has
 * come, and which are not finished. What is due never depends on when the last tick ran, so a lost, doubled or late tick
 * changes nothing. A location that is seen for the first time begins with the latest report that has fallen due.
 *
 * @param dryRun true to leave no trace in the ledger
 */
export async function planReports(parts: PlanParts, dryRun = false): Promise<Plan> {
  const due: DueReport[] = [];
  const problems: Problem[] = [];
  for await (const part of planTick(parts, dryRun)) {
    for (const report of part.due) due.push(report);
    problems.push(...part.problems);
  }
  due.sort((a, b) => a.dueAt - b.dueAt);
  return { due, problems };
}
