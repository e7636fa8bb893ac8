import type { SimulatedFleet } from '../simulated-fleet.ts';
import type { WireInstallation } from '../wire-objects.ts';
import { outagesBefore } from './outages.ts';
import { placeLocation } from './place-location.ts';
import { AUSTIN } from './places/austin.ts';
import { BERLIN } from './places/berlin.ts';
import { KATHMANDU } from './places/kathmandu.ts';
import { LORD_HOWE } from './places/lord-howe.ts';
import { NEW_YORK } from './places/new-york.ts';
import { PARIS_CAFE } from './places/paris-cafe.ts';
import { SYDNEY } from './places/sydney.ts';

/**
 * Seven made-up places in as many zones, the same in every run, with data for any time in the past. Only what went wrong depends on when
 * the fleet is made: New York's second hub was offline for six hours on the local day before, and once in the month before.
 */
export function syntheticFleet(clock: () => number, fleetId = 'curb'): SimulatedFleet {
  const outages = outagesBefore(Math.floor(clock() / 1000), NEW_YORK.timezone, NEW_YORK.hubs[1]?.serial ?? '');
  const places = [AUSTIN, BERLIN, KATHMANDU, LORD_HOWE, SYDNEY, PARIS_CAFE];
  return {
    id: fleetId,
    locations: [...places.map((place) => placeLocation(place, fleetId)), placeLocation(NEW_YORK, fleetId, outages)],
    subfleets: [],
    spareInstallations: [spareHub(fleetId)],
  };
}

/** In a box, and in no location. */
const spareHub = (fleetId: string): WireInstallation => ({
  hub: 'zz8spare',
  dt_created: '2018-02-06T22:12:29.996870Z',
  dt_modified: '2019-12-20T22:51:58.673504Z',
  organization: fleetId,
  label: null,
  dt_claimed: '2019-12-20T22:51:58.673504Z',
  panel_type: 0,
  location: null,
  fleet: fleetId,
});
