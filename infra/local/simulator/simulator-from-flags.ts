import { homesFolder } from './homes/homes-folder.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';
import { syntheticFleet } from './synthetic/synthetic-fleet.ts';

/**
 * The fleets that a command line asks for: the homes of a folder, or the made-up fleet when it names none.
 * @throws when the folder holds no home.
 */
export async function simulatorFromFlags(flags: {
  readonly dataDir?: string | undefined;
  readonly clock: () => number;
}): Promise<SimulatedFleet[]> {
  return [flags.dataDir === undefined ? syntheticFleet(flags.clock) : await homesFolder(flags.dataDir)];
}
