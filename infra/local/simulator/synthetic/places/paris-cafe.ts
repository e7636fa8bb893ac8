import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { cooling } from '../profiles/room-climate.ts';
import { opening, runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** A café in which only circuits are metered: nobody can say what it draws in all. Closed on Mondays. */
export const PARIS_CAFE: Place = {
  name: 'paris-cafe',
  label: 'Café des Canaux',
  country: 'FRA',
  state: 'IDF',
  city: 'Paris',
  postcode: '75010',
  address: '9 quai de l’Exemple',
  latitude: 48.8721,
  longitude: 2.3647,
  timezone: 'Europe/Paris',
  installedOn: '2023-01-17',
  climate: { meanC: 12.5, seasonalC: 8, dailyC: 4, cloudiness: 0.5 },
  hubs: [{ serial: 'fr1cana1', label: 'Cave', panelType: 0 }],
  mains: [],
  circuits: [
    {
      label: 'Espresso machine',
      hub: 0,
      profile: opening({ fromHour: 7, toHour: 19, closedOn: 1, openW: 1650, closedW: 35 }),
    },
    {
      label: 'Oven',
      hub: 0,
      profile: runs({ startHour: 6.4, spreadHours: 0.4, minutes: 130, powerW: 3800, workday: 0.8, weekend: 1 }),
    },
    {
      label: 'Dishwasher',
      hub: 0,
      profile: together(
        runs({ startHour: 14, spreadHours: 1, minutes: 60, powerW: 2900, workday: 0.8, weekend: 1 }),
        runs({ startHour: 18.7, spreadHours: 0.6, minutes: 50, powerW: 2900, workday: 0.8, weekend: 1 }),
      ),
    },
    { label: 'Display fridge', hub: 0, profile: cycling({ onW: 420, idleW: 60, periodMinutes: 31, duty: 0.46 }) },
    { label: 'Cold room', hub: 0, profile: cycling({ onW: 780, idleW: 20, periodMinutes: 42, duty: 0.4 }) },
    { label: 'Ice maker', hub: 0, profile: cycling({ onW: 360, idleW: 4, periodMinutes: 66, duty: 0.3 }) },
    {
      label: 'Lighting',
      hub: 0,
      profile: opening({ fromHour: 6.5, toHour: 20, closedOn: 1, openW: 520, closedW: 25 }),
    },
    { label: 'Terrace', hub: 0, profile: opening({ fromHour: 17, toHour: 20, closedOn: 1, openW: 240, closedW: 0 }) },
    { label: 'Air conditioning', hub: 0, profile: cooling({ fromC: 22, wattsPerDegree: 260, maxW: 2400, idleW: 5 }) },
    { label: 'Till and Wi-Fi', hub: 0, profile: standby(46) },
  ],
  unmeasuredW: [100, 250],
};
