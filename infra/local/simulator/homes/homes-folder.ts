import { join } from 'node:path';
import type { SimulatedFleet, SimulatedLocation } from '../simulated-fleet.ts';
import type { WireInstallation, WireMetadata, WireRegister } from '../wire-objects.ts';
import { type HomeFolder, type HomeRegister, readHomeFolders } from './home-files.ts';
import { readWattsFile, type WattsFile } from './watts-file.ts';

/**
 * A fleet of real measured homes: one location for a home folder, several for a folder of them. Samples are read when first asked for, once.
 * Hub serials must be unique in a fleet; where homes share one, each gets a piece of its home's id behind it.
 */
export async function homesFolder(dir: string, fleetId = 'curb'): Promise<SimulatedFleet> {
  const homes = await readHomeFolders(dir);
  const owners = Map.groupBy(
    homes.flatMap((home) => [...new Set(home.registers.map((register) => register.installation))]),
    (hub) => hub,
  );
  const locations = homes.map((home) => {
    const serialOf = (hub: string) => ((owners.get(hub)?.length ?? 0) > 1 ? `${hub}-${home.site.id.slice(0, 8)}` : hub);
    return toLocation(home, fleetId, serialOf);
  });
  return { id: fleetId, locations };
}

function toLocation(
  { folder, site, registers }: HomeFolder,
  fleetId: string,
  serialOf: (hub: string) => string,
): SimulatedLocation {
  const stamp = `${site.firstLocalDay}T00:00:00.000000Z`;
  const dates = { dt_created: stamp, dt_modified: stamp, organization: fleetId };
  const hubs = [...new Set(registers.map((register) => serialOf(register.installation)))];
  let file: WattsFile | undefined;
  let reading: Promise<WattsFile> | undefined;
  return {
    location: {
      id: site.id,
      ...dates,
      label: site.label,
      country: COUNTRY_CODES[site.country] ?? site.country,
      state: site.state,
      city: site.city,
      postcode: '',
      address: '',
      geocode: '',
      timezone: site.timezone,
    },
    metadata: toMetadata(registers, hubs.length, stamp),
    installations: hubs.map(
      (hub): WireInstallation => ({
        hub,
        ...dates,
        label: null,
        dt_claimed: stamp,
        panel_type: 0,
        location: site.id,
        fleet: fleetId,
      }),
    ),
    registers: registers.map((register) => toWireRegister(register, dates, serialOf(register.installation))),
    nativeIntervalSeconds: site.fileIntervalSeconds,
    wattsAt: (registerIndex, slotStart) => file?.wattsAt(registerIndex, slotStart) ?? null,
    async prepare() {
      const keys = registers.map((register) => register.key);
      reading ??= readWattsFile(join(folder, site.file), keys, site.fileIntervalSeconds);
      file = await reading;
    },
  };
}

/** The API gives three letters. */
const COUNTRY_CODES: Record<string, string> = {
  Australia: 'AUS',
  Austria: 'AUT',
  Belgium: 'BEL',
  Canada: 'CAN',
  Denmark: 'DNK',
  France: 'FRA',
  Germany: 'DEU',
  India: 'IND',
  Ireland: 'IRL',
  Italy: 'ITA',
  Netherlands: 'NLD',
  Portugal: 'PRT',
  Spain: 'ESP',
  Switzerland: 'CHE',
  'United Kingdom': 'GBR',
  'United States': 'USA',
};

const toMetadata = (registers: readonly HomeRegister[], hubCount: number, stamp: string): WireMetadata => ({
  mains: registers.some(({ grid, production, battery }) => grid && !production && !battery),
  battery: registers.some(({ battery }) => battery),
  production: registers.some(({ production }) => production),
  installations_count: hubCount,
  dt_claimed: stamp,
  dt_modified: stamp,
  dt_installed: stamp,
});

function toWireRegister(
  register: HomeRegister,
  dates: Pick<WireRegister, 'dt_created' | 'dt_modified' | 'organization'>,
  hub: string,
): WireRegister {
  return {
    id: register.id,
    ...dates,
    label: register.label,
    number: register.number,
    circuit_type: register.circuitType,
    multiplier: 1,
    inverted: false,
    installation: hub,
    clamp_definition: register.grid ? 'XIAMEN100' : 'XIAMEN30',
    group: Math.floor(register.number / 6),
    channel: register.number % 6,
    grid: register.grid,
    production: register.production,
    battery: register.battery,
    circuit_number: null,
  };
}
