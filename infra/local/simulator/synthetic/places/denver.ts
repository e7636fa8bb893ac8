import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { cooling, heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A home whose meter, inverter and battery are told without any circuit: sun on most days, and a battery for the evening. */
export const DENVER: Place = {
  name: 'denver',
  label: 'Cottonwood House',
  country: 'USA',
  state: 'CO',
  city: 'Denver',
  postcode: '80210',
  address: '8 Example Street',
  latitude: 39.679,
  longitude: -104.961,
  timezone: 'America/Denver',
  installedOn: '2024-05-16',
  climate: { meanC: 10.5, seasonalC: 12, dailyC: 7.5, cloudiness: 0.35 },
  hubs: [{ serial: 'co8cott1', label: null, panelType: 0 }],
  mains: ['Main'],
  solar: {
    side: 'breaker',
    fields: [{ label: 'Solar', hub: 0, peakW: 6800, tiltDegrees: 30, azimuthDegrees: 185 }],
  },
  battery: { label: 'Battery', hub: 0, capacityKWh: 10, maxPowerW: 4000, cycleStartsAtUtcHour: 10 },
  circuits: [
    { label: 'Heat pump', hub: 0, profile: heating({ fromC: 16, wattsPerDegree: 85, maxW: 3100, idleW: 12 }) },
    { label: 'Air conditioner', hub: 0, profile: cooling({ fromC: 25, wattsPerDegree: 160, maxW: 2200, idleW: 0 }) },
    {
      label: 'Kitchen',
      hub: 0,
      profile: together(
        sockets(15, 240),
        runs({ startHour: 18, spreadHours: 1.2, minutes: 45, powerW: 2000, workday: 0.7, weekend: 0.7 }),
      ),
    },
    { label: 'Refrigerator', hub: 0, profile: cycling({ onW: 125, idleW: 3, periodMinutes: 50, duty: 0.38 }) },
    {
      label: 'Laundry',
      hub: 0,
      profile: runs({ startHour: 10, spreadHours: 6, minutes: 70, powerW: 1600, workday: 0.2, weekend: 0.6 }),
    },
    { label: 'Rooms', hub: 0, profile: together(standby(45), sockets(14, 170), lighting(160)) },
  ],
  unmeasuredW: [70, 170],
};
