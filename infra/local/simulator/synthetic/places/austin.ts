import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { cooling, heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** Two hubs, line-side solar on two roofs, an electric car that charges at night, and Texan summers. */
export const AUSTIN: Place = {
  name: 'austin',
  label: 'Bluebonnet House',
  country: 'USA',
  state: 'TX',
  city: 'Austin',
  postcode: '78704',
  address: '100 Example Lane',
  latitude: 30.2457,
  longitude: -97.7688,
  timezone: 'America/Chicago',
  installedOn: '2020-06-23',
  climate: { meanC: 20.5, seasonalC: 9.5, dailyC: 6, cloudiness: 0.4 },
  hubs: [
    { serial: 'tx4outd1', label: 'Outdoor Hub', panelType: 0 },
    { serial: 'tx4indr2', label: 'Indoor Hub', panelType: 2 },
  ],
  mains: ['Main I', 'Main II'],
  solar: {
    side: 'line',
    fields: [
      { label: 'Solar (South)', hub: 0, peakW: 4200, tiltDegrees: 25, azimuthDegrees: 180 },
      { label: 'Solar (West)', hub: 0, peakW: 2800, tiltDegrees: 25, azimuthDegrees: 265 },
    ],
  },
  circuits: [
    {
      label: 'EV Charger',
      hub: 0,
      multiplier: 2,
      profile: together(
        standby(4),
        runs({ startHour: 22.6, spreadHours: 2, minutes: 130, powerW: 7200, workday: 0.7, weekend: 0.3 }),
      ),
    },
    {
      label: 'A/C Upstairs',
      hub: 0,
      multiplier: 2,
      profile: cooling({ fromC: 22.5, wattsPerDegree: 115, maxW: 2900, idleW: 6 }),
    },
    {
      label: 'A/C Downstairs',
      hub: 0,
      multiplier: 2,
      profile: cooling({ fromC: 23.5, wattsPerDegree: 100, maxW: 2600, idleW: 6 }),
    },
    {
      label: 'Water Heater',
      hub: 0,
      multiplier: 2,
      profile: together(
        runs({ startHour: 7, spreadHours: 1, minutes: 45, powerW: 4300, workday: 0.95, weekend: 0.9 }),
        runs({ startHour: 20.5, spreadHours: 2, minutes: 35, powerW: 4300, workday: 0.9, weekend: 0.9 }),
      ),
    },
    {
      label: 'Clothes Dryer',
      hub: 0,
      multiplier: 2,
      profile: runs({ startHour: 17, spreadHours: 6, minutes: 55, powerW: 3400, workday: 0.2, weekend: 0.7 }),
    },
    { label: 'Garage', hub: 0, profile: together(standby(11), lighting(60)) },
    {
      label: 'Pool Pump',
      hub: 0,
      profile: runs({ startHour: 10, spreadHours: 0.5, minutes: 300, powerW: 780, workday: 1, weekend: 1 }),
    },
    { label: 'Kitchen', hub: 1, profile: sockets(18, 420) },
    { label: 'Refrigerator', hub: 1, profile: cycling({ onW: 145, idleW: 4, periodMinutes: 52, duty: 0.38 }) },
    {
      label: 'Oven',
      hub: 1,
      multiplier: 2,
      profile: together(
        standby(3),
        runs({ startHour: 18.2, spreadHours: 1.5, minutes: 45, powerW: 2300, workday: 0.45, weekend: 0.6 }),
      ),
    },
    {
      label: 'Dishwasher',
      hub: 1,
      profile: runs({ startHour: 20.5, spreadHours: 1.5, minutes: 75, powerW: 850, workday: 0.6, weekend: 0.8 }),
    },
    {
      label: 'Washer',
      hub: 1,
      profile: runs({ startHour: 15.5, spreadHours: 6, minutes: 50, powerW: 420, workday: 0.2, weekend: 0.7 }),
    },
    { label: 'Furnace Fan', hub: 1, profile: heating({ fromC: 15, wattsPerDegree: 55, maxW: 480, idleW: 9 }) },
    { label: 'Living Room', hub: 1, profile: together(sockets(22, 160), lighting(140)) },
    { label: 'Office', hub: 1, profile: together(standby(42), sockets(6, 120)) },
    { label: 'Bedrooms', hub: 1, profile: together(sockets(9, 70), lighting(90)) },
    { label: 'Guest, Hall (2F)', hub: 1, profile: together(sockets(3, 20), lighting(70)) },
    { label: 'Spare', hub: 1, profile: () => 0 },
  ],
  unmeasuredW: [70, 210],
};
