import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** Breaker-side solar and a battery behind the mains, which charges by day and serves the evening; a heat pump in winter. */
export const BERLIN: Place = {
  name: 'berlin',
  label: 'Haus am Waldsee',
  country: 'DEU',
  state: 'BE',
  city: 'Berlin',
  postcode: '14163',
  address: 'Beispielweg 7',
  latitude: 52.437,
  longitude: 13.241,
  timezone: 'Europe/Berlin',
  installedOn: '2021-03-09',
  climate: { meanC: 10, seasonalC: 9.5, dailyC: 4, cloudiness: 0.55 },
  hubs: [{ serial: 'de7wald1', label: 'Keller', panelType: 0 }],
  mains: ['Hauptzähler L1', 'Hauptzähler L2', 'Hauptzähler L3'],
  solar: {
    side: 'breaker',
    fields: [{ label: 'Solar (Dach)', hub: 0, peakW: 8400, tiltDegrees: 35, azimuthDegrees: 190 }],
  },
  battery: { label: 'Battery', hub: 0, capacityKWh: 7.5, maxPowerW: 3300, cycleStartsAtUtcHour: 3 },
  circuits: [
    {
      label: 'Heat pump',
      hub: 0,
      multiplier: 3,
      profile: heating({ fromC: 15.5, wattsPerDegree: 95, maxW: 2400, idleW: 14 }),
    },
    {
      label: 'Hot water',
      hub: 0,
      profile: runs({ startHour: 13, spreadHours: 1, minutes: 80, powerW: 1500, workday: 0.95, weekend: 0.95 }),
    },
    {
      label: 'Kitchen',
      hub: 0,
      profile: together(
        sockets(14, 260),
        runs({ startHour: 18.5, spreadHours: 1.2, minutes: 40, powerW: 1900, workday: 0.75, weekend: 0.5 }),
        runs({ startHour: 12.3, spreadHours: 1, minutes: 50, powerW: 2100, workday: 0.15, weekend: 0.8 }),
      ),
    },
    { label: 'Fridge-freezer', hub: 0, profile: cycling({ onW: 95, idleW: 2, periodMinutes: 44, duty: 0.36 }) },
    {
      label: 'Dishwasher',
      hub: 0,
      profile: runs({ startHour: 13.5, spreadHours: 3, minutes: 95, powerW: 620, workday: 0.5, weekend: 0.8 }),
    },
    {
      label: 'Washing machine',
      hub: 0,
      profile: runs({ startHour: 11, spreadHours: 5, minutes: 100, powerW: 480, workday: 0.3, weekend: 0.6 }),
    },
    { label: 'Living room', hub: 0, profile: together(sockets(16, 110), lighting(90)) },
    { label: 'Home office', hub: 0, profile: together(standby(35), sockets(4, 90)) },
    { label: 'Upstairs', hub: 0, profile: together(sockets(7, 60), lighting(70)) },
    { label: 'Cellar and garden', hub: 0, profile: together(standby(12), lighting(40)) },
  ],
  unmeasuredW: [60, 160],
};
