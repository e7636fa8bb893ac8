import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A home of which only the utility's meter is known: what came from the grid, hour by hour. */
export const HALIFAX: Place = {
  name: 'halifax',
  label: 'Harbour Cottage',
  country: 'CAN',
  state: 'NS',
  city: 'Halifax',
  postcode: 'B3H',
  address: 'Example Street 12',
  latitude: 44.6476,
  longitude: -63.5728,
  timezone: 'America/Halifax',
  installedOn: '2021-05-03',
  climate: { meanC: 7.5, seasonalC: 11, dailyC: 4, cloudiness: 0.5 },
  hubs: [{ serial: 'meter', label: null, panelType: 0 }],
  mains: ['Grid'],
  circuits: [
    { label: 'Heat pump', hub: 0, profile: heating({ fromC: 16, wattsPerDegree: 75, maxW: 2200, idleW: 12 }) },
    { label: 'Fridge', hub: 0, profile: cycling({ onW: 120, idleW: 2, periodMinutes: 52, duty: 0.38 }) },
    {
      label: 'Kitchen',
      hub: 0,
      profile: runs({ startHour: 17.8, spreadHours: 0.7, minutes: 50, powerW: 2100, workday: 0.9, weekend: 0.95 }),
    },
    { label: 'Rooms', hub: 0, profile: together(sockets(20, 160), lighting(140), standby(55)) },
  ],
  unmeasuredW: [30, 70],
};
