import { placeLocation } from '../synthetic/place-location.ts';
import { DENVER } from '../synthetic/places/denver.ts';
import type { SimulatedWorkspace } from './simulated-workspace.ts';
import { cuidOf, siteOfPlace, WORKSPACE_ID } from './site-of-place.ts';

const DAY_MS = 86_400_000;

/** A made-up home in Denver, the same in every run; only its inverter's silence depends on when the workspace is made. */
export function syntheticWorkspace(clock: () => number): SimulatedWorkspace {
  const place = placeLocation(DENVER, 'homes');
  const owner = {
    id: cuidOf('owner of denver'),
    workspaceId: WORKSPACE_ID,
    referenceId: null,
    firstName: null,
    lastName: null,
    email: 'denver@example.com',
    createdAt: null,
  };
  // The evening before last at the place.
  const silentFromMs = Math.floor(clock() / DAY_MS) * DAY_MS - DAY_MS + 2 * 3_600_000;
  const resolvedAt = new Date(silentFromMs + 6 * 3_600_000).toISOString();
  const site = siteOfPlace(place, {
    customers: [owner],
    batteryEmptyAtUtcHour: DENVER.battery?.cycleStartsAtUtcHour ?? 0,
    alerts: [
      {
        id: cuidOf('alert of denver'),
        sourceSystem: 'example',
        type: 'COMMUNICATIONS',
        severity: 'WARNING',
        status: 'RESOLVED',
        title: 'Inverter was offline',
        deviceId: null,
        createdAt: new Date(silentFromMs).toISOString(),
        updatedAt: resolvedAt,
        resolvedAt,
      },
    ],
  });
  return { sites: [site], customers: [] };
}
