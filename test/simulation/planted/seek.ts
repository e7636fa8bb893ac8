import * as fc from 'fast-check';
import { runScenario, type Scenario } from '../lanes/scenario.ts';
import { scenarios } from '../lanes/scenario-arbitrary.ts';
import type { Violation } from '../world/world.ts';
import type { Plant } from './plants.ts';

/** What the shrinkable generator found; undefined when nothing was broken in all scenarios. */
export interface Found {
  /** Scenarios that were run until one broke a rule. */
  readonly scenarios: number;
  /** Runs that it took to shrink that one. */
  readonly shrinks: number;
  readonly scenario: Scenario;
  readonly violation: Violation;
}

export async function seek(plant: Pick<Plant, 'settings'>, runs: number, seed: number): Promise<Found | undefined> {
  const result = await fc.check(
    fc.asyncProperty(scenarios, async (scenario) => {
      const violation = await runScenario(scenario, plant.settings);
      if (violation !== undefined) throw new RuleBroken(violation);
    }),
    { numRuns: runs, seed },
  );
  if (!result.failed || result.counterexample === null) return undefined;
  if (!(result.errorInstance instanceof RuleBroken)) throw result.errorInstance;
  return {
    scenarios: result.numRuns,
    shrinks: result.numShrinks,
    scenario: result.counterexample[0],
    violation: result.errorInstance.violation,
  };
}

class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
  readonly violation: Violation;

  constructor(violation: Violation) {
    super(`${violation.rule}: ${violation.detail}`);
    this.violation = violation;
  }
}
