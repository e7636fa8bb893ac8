import type { Place } from '../place.ts';
import { together } from '../profile.ts';
import { lighting, sockets } from '../profiles/people.ts';
import { cooling, heating } from '../profiles/room-climate.ts';
import { runs } from '../profiles/runs.ts';
import { cycling, standby } from '../profiles/steady-loads.ts';

/** The zone whose clocks change by half an hour. */
export const LORD_HOWE: Place = {
  name: 'lord-howe',
  label: 'Lagoon Cottage',
  country: 'AUS',
  state: 'NSW',
  city: 'Lord Howe Island',
  postcode: '2898',
  address: '5 Example Road',
  latitude: -31.5273,
  longitude: 159.0606,
  timezone: 'Australia/Lord_Howe',
  installedOn: '2021-11-30',
  climate: { meanC: 19.5, seasonalC: 4, dailyC: 2.5, cloudiness: 0.5 },
  hubs: [{ serial: 'au2lago1', label: null, panelType: 0 }],
  mains: ['Main'],
  circuits: [
    {
      label: 'Hot water heat pump',
      hub: 0,
      profile: runs({ startHour: 11, spreadHours: 1.5, minutes: 150, powerW: 900, workday: 0.95, weekend: 0.95 }),
    },
    {
      label: 'Air conditioner',
      hub: 0,
      profile: together(
        cooling({ fromC: 24.5, wattsPerDegree: 220, maxW: 1600, idleW: 3 }),
        heating({ fromC: 13.5, wattsPerDegree: 170, maxW: 1500, idleW: 0 }),
      ),
    },
    {
      label: 'Kitchen',
      hub: 0,
      profile: together(
        sockets(11, 210),
        runs({ startHour: 18.3, spreadHours: 1, minutes: 40, powerW: 2000, workday: 0.7, weekend: 0.7 }),
      ),
    },
    { label: 'Fridge', hub: 0, profile: cycling({ onW: 120, idleW: 3, periodMinutes: 47, duty: 0.37 }) },
    { label: 'Chest freezer', hub: 0, profile: cycling({ onW: 105, idleW: 2, periodMinutes: 63, duty: 0.45 }) },
    {
      label: 'Rainwater pump',
      hub: 0,
      profile: runs({ startHour: 8, spreadHours: 3, minutes: 25, powerW: 550, workday: 0.9, weekend: 1 }),
    },
    { label: 'Lights and power', hub: 0, profile: together(standby(24), sockets(9, 130), lighting(150)) },
  ],
  unmeasuredW: [60, 140],
};
