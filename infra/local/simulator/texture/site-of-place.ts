import type { SimulatedLocation } from '../simulated-fleet.ts';
import { uuidOf } from '../synthetic/steady-noise.ts';
import type { SimulatedSite } from './simulated-workspace.ts';
import type { WireAlert, WireConnectedCustomer, WireDevice, WireSite } from './wire-objects.ts';

export const WORKSPACE_ID = cuidOf('workspace');

export type SiteOptions = {
  readonly customers?: readonly WireConnectedCustomer[];
  readonly alerts?: readonly Omit<WireAlert, 'siteId' | 'workspaceId'>[];
  readonly batteryEmptyAtUtcHour?: number;
  /** False leaves the devices and customers out of the site, as the API may. */
  readonly tellsEquipment?: boolean;
  readonly tellsCustomers?: boolean;
};

/** An id in the form of the API's: a `c` and 24 characters, the same for the same text. */
export function cuidOf(text: string): string {
  return `c${uuidOf(text).replaceAll('-', '').slice(0, 24)}`;
}

/** A place of a simulated fleet as a site: the same power, told as the API tells it. */
export function siteOfPlace(place: SimulatedLocation, options: SiteOptions = {}): SimulatedSite {
  const { location } = place;
  const { customers = [], alerts = [], batteryEmptyAtUtcHour = 0 } = options;
  const id = cuidOf(location.id);
  const createdAt = new Date(location.dt_created).toISOString();
  const [latitude, longitude] = location.geocode.split(',').map(Number);
  const site: WireSite = {
    id,
    name: location.label,
    referenceId: location.id,
    workspaceId: WORKSPACE_ID,
    createdAt,
    updatedAt: createdAt,
    ...(options.tellsEquipment === false ? {} : { devices: devicesOf(place, id, createdAt) }),
    ...(options.tellsCustomers === false ? {} : { connectedCustomers: customers }),
    location: {
      streetOne: location.address,
      city: location.city,
      state: location.state,
      postalCode: location.postcode,
      country: location.country,
      latitude: latitude || null,
      longitude: longitude || null,
    },
  };
  return {
    site,
    place,
    alerts: alerts.map((alert) => ({ ...alert, siteId: id, workspaceId: WORKSPACE_ID })),
    batteryEmptyAtUtcHour,
  };
}

function devicesOf({ registers }: SimulatedLocation, siteId: string, createdAt: string): WireDevice[] {
  const device = (type: WireDevice['type'], state: object): WireDevice => {
    const id = cuidOf(`${siteId}/${type}`);
    return {
      id,
      siteId,
      name: type,
      manufacturerDeviceId: `${type}-1`,
      referenceId: id,
      manufacturer: 'example',
      type,
      model: `${type}-one`,
      state: { id: cuidOf(`${id}/state`), createdAt, ...state },
      availableCommands: [],
      tags: [],
      createdAt,
    };
  };
  const idle = { chargingState: 'idle', charge: 0, chargePercentage: 0, whConsumed: 0 };
  return [
    ...(registers.some(({ production }) => production) ? [device('inverter', { power: 0 })] : []),
    ...(registers.some(({ battery }) => battery) ? [device('battery', idle)] : []),
  ];
}
