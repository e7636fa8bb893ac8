import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { cooling, heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A brownstone whose second hub, in the attic, is not always online. */
export const NEW_YORK: Place = {
  name: 'new-york',
  label: 'Carroll Gardens Brownstone',
  country: 'USA',
  state: 'NY',
  city: 'Brooklyn',
  postcode: '11231',
  address: '41 Example Place',
  latitude: 40.6795,
  longitude: -73.9992,
  timezone: 'America/New_York',
  installedOn: '2019-09-05',
  climate: { meanC: 13, seasonalC: 11.5, dailyC: 4, cloudiness: 0.45 },
  hubs: [
    { serial: 'ny8base1', label: 'Basement Hub', panelType: 0 },
    { serial: 'ny8attc2', label: 'Attic Hub', panelType: 1 },
  ],
  mains: ['Main I', 'Main II'],
  circuits: [
    {
      label: 'Heat pump',
      hub: 0,
      multiplier: 2,
      profile: heating({ fromC: 14.5, wattsPerDegree: 120, maxW: 3400, idleW: 12 }),
    },
    {
      label: 'Water Heater',
      hub: 0,
      multiplier: 2,
      profile: together(
        runs({ startHour: 6.8, spreadHours: 0.8, minutes: 45, powerW: 4200, workday: 0.95, weekend: 0.9 }),
        runs({ startHour: 21, spreadHours: 1.5, minutes: 30, powerW: 4200, workday: 0.9, weekend: 0.9 }),
      ),
    },
    { label: 'Kitchen', hub: 0, profile: sockets(16, 340) },
    { label: 'Refrigerator', hub: 0, profile: cycling({ onW: 150, idleW: 4, periodMinutes: 54, duty: 0.37 }) },
    {
      label: 'Range',
      hub: 0,
      multiplier: 2,
      profile: together(
        standby(3),
        runs({ startHour: 18.8, spreadHours: 1.4, minutes: 45, powerW: 2400, workday: 0.6, weekend: 0.6 }),
      ),
    },
    {
      label: 'Dishwasher',
      hub: 0,
      profile: runs({ startHour: 21, spreadHours: 1.5, minutes: 75, powerW: 800, workday: 0.6, weekend: 0.8 }),
    },
    { label: 'Sump Pump', hub: 0, profile: cycling({ onW: 480, idleW: 0, periodMinutes: 190, duty: 0.035 }) },
    {
      label: 'A/C Top Floor',
      hub: 1,
      multiplier: 2,
      profile: cooling({ fromC: 23, wattsPerDegree: 260, maxW: 2500, idleW: 5 }),
    },
    { label: 'Bedrooms', hub: 1, profile: together(sockets(10, 90), lighting(110)) },
    { label: 'Bathroom', hub: 1, profile: together(standby(6), lighting(60)) },
    { label: 'Studio', hub: 1, profile: together(standby(55), sockets(12, 160)) },
    {
      label: 'Washer and Dryer',
      hub: 1,
      profile: runs({ startHour: 14, spreadHours: 7, minutes: 110, powerW: 1500, workday: 0.2, weekend: 0.6 }),
    },
  ],
  unmeasuredW: [70, 230],
};
