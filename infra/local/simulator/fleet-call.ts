import type { EmptyRow } from './aggregate.ts';
import type { Fault } from './faults/fault.ts';
import type { FleetDirectory } from './fleet-directory.ts';
import type { OtherFormula } from './other-row.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';

/** How the simulator answers where the API's document leaves a choice. */
export type AnswerSettings = {
  readonly pageSize: number;
  readonly otherFormula: OtherFormula;
  /** What `aggregate` shows of a register without a sample in the window. */
  readonly emptyRow: EmptyRow;
  /** Shows power with three decimals; the API shows whole watts. */
  readonly keepDecimals: boolean;
};

/** One request to a fleet, after its path and its token were found good. */
export type FleetCall = {
  readonly fleet: SimulatedFleet;
  readonly directory: FleetDirectory;
  readonly url: URL;
  /** Location id, hub serial or register id in the path. */
  readonly key: string;
  readonly nowEpochMs: number;
  readonly settings: AnswerSettings;
  readonly faults: readonly Fault[];
};
