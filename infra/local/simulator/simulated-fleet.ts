import type { WireInstallation, WireLocation, WireMetadata, WireRegister } from './wire-objects.ts';

/** A place that the simulator can serve: its wire objects, and the power that its registers measured. */
export type SimulatedLocation = {
  readonly location: WireLocation;
  readonly metadata: WireMetadata;
  readonly installations: readonly WireInstallation[];
  readonly registers: readonly WireRegister[];
  /** Length of one measured sample; stamps are whole multiples of it since the epoch. */
  readonly nativeIntervalSeconds: number;
  /**
   * Average power over the native sample that starts at the given stamp, signed as the API signs it: import and loads +,
   * production −, battery + while charging. Null where the hub sent nothing. What lies in the simulator's future is cut off elsewhere.
   */
  wattsAt(registerIndex: number, slotStartEpochSeconds: number): number | null;
  /** Makes `wattsAt` ready; called before the first samples are read, and any number of times after. */
  prepare?(): Promise<void>;
};

/** A fleet identifier of the API's paths, and what belongs to it. */
export type SimulatedFleet = {
  readonly id: string;
  readonly locations: readonly SimulatedLocation[];
  readonly subfleets?: readonly string[];
  /** Hubs that were bought but not installed: their `location` is null. */
  readonly spareInstallations?: readonly WireInstallation[];
};
