import type { SimulatedFleet, SimulatedLocation } from './simulated-fleet.ts';
import type { WireInstallation, WireRegister } from './wire-objects.ts';

/** Finds the things of a fleet by the keys that paths use. */
export type FleetDirectory = {
  readonly locations: readonly SimulatedLocation[];
  readonly installations: readonly WireInstallation[];
  readonly registers: readonly WireRegister[];
  location(id: string): SimulatedLocation | undefined;
  installation(serial: string): WireInstallation | undefined;
  register(id: string): WireRegister | undefined;
  registersOfHub(serial: string): readonly WireRegister[];
  /** The location that a key of any kind belongs to. */
  locationIdOf(key: string): string | undefined;
};

/** Indexes a fleet once. */
export function createFleetDirectory(fleet: SimulatedFleet): FleetDirectory {
  const installations = [
    ...fleet.locations.flatMap((place) => place.installations),
    ...(fleet.spareInstallations ?? []),
  ];
  const registers = fleet.locations.flatMap((place) => place.registers);
  const locationById = new Map(fleet.locations.map((place) => [place.location.id, place]));
  const installationBySerial = new Map(installations.map((one) => [one.hub, one]));
  const registerById = new Map(registers.map((one) => [one.id, one]));
  const locationIdByKey = new Map<string, string>();
  for (const { location, installations: hubs, registers: metered } of fleet.locations) {
    for (const key of [location.id, ...hubs.map(({ hub }) => hub), ...metered.map(({ id }) => id)]) {
      locationIdByKey.set(key, location.id);
    }
  }
  return {
    locations: fleet.locations,
    installations,
    registers,
    location: (id) => locationById.get(id),
    installation: (serial) => installationBySerial.get(serial),
    register: (id) => registerById.get(id),
    registersOfHub: (serial) => registers.filter((one) => one.installation === serial),
    locationIdOf: (key) => locationIdByKey.get(key),
  };
}
