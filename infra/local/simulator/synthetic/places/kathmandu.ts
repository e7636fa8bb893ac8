import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A zone at 45 minutes past the hour: hours of the grid are not hours of the wall clock here. */
export const KATHMANDU: Place = {
  name: 'kathmandu',
  label: 'Patan Guest House',
  country: 'NPL',
  state: 'BA',
  city: 'Lalitpur',
  postcode: '44700',
  address: 'Example Tole 3',
  latitude: 27.6766,
  longitude: 85.3142,
  timezone: 'Asia/Kathmandu',
  installedOn: '2022-10-02',
  climate: { meanC: 18, seasonalC: 7, dailyC: 6, cloudiness: 0.5 },
  hubs: [{ serial: 'np5patn1', label: null, panelType: 0 }],
  mains: ['Main'],
  circuits: [
    {
      label: 'Water pump',
      hub: 0,
      profile: runs({ startHour: 5.8, spreadHours: 0.8, minutes: 55, powerW: 760, workday: 0.9, weekend: 0.9 }),
    },
    {
      label: 'Kitchen',
      hub: 0,
      profile: together(
        sockets(10, 180),
        runs({ startHour: 9.2, spreadHours: 0.8, minutes: 45, powerW: 700, workday: 0.95, weekend: 0.95 }),
        runs({ startHour: 19, spreadHours: 0.8, minutes: 45, powerW: 700, workday: 0.95, weekend: 0.95 }),
      ),
    },
    { label: 'Refrigerator', hub: 0, profile: cycling({ onW: 110, idleW: 2, periodMinutes: 58, duty: 0.42 }) },
    {
      label: 'Geyser',
      hub: 0,
      profile: runs({ startHour: 6.5, spreadHours: 1, minutes: 60, powerW: 1900, workday: 0.8, weekend: 0.9 }),
    },
    { label: 'Room heaters', hub: 0, profile: heating({ fromC: 12, wattsPerDegree: 160, maxW: 1800, idleW: 0 }) },
    { label: 'Guest rooms', hub: 0, profile: together(sockets(8, 120), lighting(160)) },
    { label: 'Reception and Wi-Fi', hub: 0, profile: together(standby(28), lighting(50)) },
  ],
  unmeasuredW: [60, 130],
};
