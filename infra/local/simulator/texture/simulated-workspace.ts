import type { SimulatedLocation } from '../simulated-fleet.ts';
import type { WireAlert, WireCustomer, WireSite } from './wire-objects.ts';

/** A site that the simulator can serve: what the API tells of it, and the place whose registers its metrics come from. */
export type SimulatedSite = {
  readonly site: WireSite;
  readonly place: SimulatedLocation;
  readonly alerts: readonly WireAlert[];
  /** When the battery of the place is empty, in hours after midnight UTC: its stored energy is counted from there. */
  readonly batteryEmptyAtUtcHour: number;
};

/** What one key opens. */
export type SimulatedWorkspace = {
  readonly sites: readonly SimulatedSite[];
  readonly customers: readonly WireCustomer[];
};
