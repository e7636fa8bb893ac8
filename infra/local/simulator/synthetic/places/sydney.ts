import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { cooling, heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A family home of the southern summer: nothing produced, a pool, and clocks that change the other way round. */
export const SYDNEY: Place = {
  name: 'sydney',
  label: 'Marrickville Terrace',
  country: 'AUS',
  state: 'NSW',
  city: 'Sydney',
  postcode: '2204',
  address: '12 Example Street',
  latitude: -33.911,
  longitude: 151.155,
  timezone: 'Australia/Sydney',
  installedOn: '2020-02-14',
  climate: { meanC: 18.5, seasonalC: 6, dailyC: 4.5, cloudiness: 0.4 },
  hubs: [{ serial: 'au3marr1', label: 'Hallway', panelType: 0 }],
  mains: ['Main A', 'Main B'],
  circuits: [
    {
      label: 'Ducted air conditioning',
      hub: 0,
      multiplier: 2,
      profile: together(
        cooling({ fromC: 24, wattsPerDegree: 330, maxW: 3600, idleW: 9 }),
        heating({ fromC: 13, wattsPerDegree: 240, maxW: 2800, idleW: 0 }),
      ),
    },
    {
      label: 'Pool pump',
      hub: 0,
      profile: runs({ startHour: 10, spreadHours: 0.6, minutes: 330, powerW: 980, workday: 1, weekend: 1 }),
    },
    {
      label: 'Hot water',
      hub: 0,
      profile: runs({ startHour: 23.2, spreadHours: 0.4, minutes: 115, powerW: 3500, workday: 1, weekend: 1 }),
    },
    {
      label: 'Cooktop and oven',
      hub: 0,
      profile: together(
        standby(4),
        runs({ startHour: 18.4, spreadHours: 1.2, minutes: 45, powerW: 2500, workday: 0.75, weekend: 0.65 }),
      ),
    },
    { label: 'Kitchen', hub: 0, profile: sockets(15, 330) },
    { label: 'Fridge', hub: 0, profile: cycling({ onW: 130, idleW: 3, periodMinutes: 49, duty: 0.4 }) },
    {
      label: 'Laundry',
      hub: 0,
      profile: together(
        runs({ startHour: 9.5, spreadHours: 4, minutes: 60, powerW: 520, workday: 0.35, weekend: 0.7 }),
        runs({ startHour: 12, spreadHours: 3, minutes: 70, powerW: 2200, workday: 0.15, weekend: 0.35 }),
      ),
    },
    { label: 'Living areas', hub: 0, profile: together(sockets(25, 190), lighting(160)) },
    { label: 'Bedrooms', hub: 0, profile: together(sockets(8, 80), lighting(110)) },
    { label: 'Study', hub: 0, profile: together(standby(38), sockets(5, 110)) },
  ],
  unmeasuredW: [80, 250],
};
