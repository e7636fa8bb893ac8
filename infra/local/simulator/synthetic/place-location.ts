import type { SimulatedLocation } from '../simulated-fleet.ts';
import type { WireInstallation } from '../wire-objects.ts';
import { type DayOfPower, dayOfPower, SLOTS_IN_DAY } from './day-of-power.ts';
import type { Outage } from './outages.ts';
import type { Place } from './place.ts';
import { type Measured, placeRegisters } from './place-registers.ts';
import { SLOT_SECONDS } from './profile.ts';
import { uuidOf } from './steady-noise.ts';
import { createWallClock } from './wall-clock.ts';

const DAY_SECONDS = SLOTS_IN_DAY * SLOT_SECONDS;
const DAYS_KEPT = 40;

/** A made-up place as a location; its days are worked out when asked for, and the latest are kept. */
export function placeLocation(place: Place, fleetId: string, outages: readonly Outage[] = []): SimulatedLocation {
  const id = uuidOf(place.name);
  const stamp = `${place.installedOn}T16:20:31.604312Z`;
  const dates = { dt_created: stamp, dt_modified: stamp, organization: fleetId };
  const registers = placeRegisters(place, dates);
  const clock = createWallClock(place.timezone);
  const cycleStart = (place.battery?.cycleStartsAtUtcHour ?? 0) * 3600;
  const powerOn = createDayCache((day) => dayOfPower(place, clock, day * DAY_SECONDS + cycleStart));

  return {
    location: {
      id,
      ...dates,
      label: place.label,
      country: place.country,
      state: place.state,
      city: place.city,
      postcode: place.postcode,
      address: place.address,
      geocode: `${place.latitude.toFixed(8)},${place.longitude.toFixed(8)}`,
      timezone: place.timezone,
    },
    metadata: {
      mains: place.mains.length > 0,
      battery: place.battery !== undefined,
      production: place.solar !== undefined,
      installations_count: place.hubs.length,
      dt_claimed: stamp,
      dt_modified: stamp,
      dt_installed: stamp,
    },
    installations: place.hubs.map(
      ({ serial, label, panelType }): WireInstallation => ({
        hub: serial,
        ...dates,
        label,
        dt_claimed: stamp,
        panel_type: panelType,
        location: id,
        fleet: fleetId,
      }),
    ),
    registers: registers.map(({ register }) => register),
    nativeIntervalSeconds: SLOT_SECONDS,
    wattsAt(registerIndex, slotStart) {
      const one = registers[registerIndex];
      if (one === undefined || outages.some((outage) => isOut(outage, one.register.installation, slotStart)))
        return null;
      const day = Math.floor((slotStart - cycleStart) / DAY_SECONDS);
      const slot = (slotStart - cycleStart - day * DAY_SECONDS) / SLOT_SECONDS;
      return rowOf(powerOn(day), one.measured)?.[slot] ?? null;
    },
  };
}

const isOut = (outage: Outage, hub: string, slotStart: number) =>
  outage.hub === hub && slotStart >= outage.fromEpochSeconds && slotStart < outage.toEpochSeconds;

function rowOf(power: DayOfPower, { kind, index }: Measured): readonly number[] | undefined {
  switch (kind) {
    case 'main':
      return power.mains[index];
    case 'solar':
      return power.solar[index];
    case 'battery':
      return power.battery;
    case 'circuit':
      return power.circuits[index];
  }
}

/** Keeps the days that were asked for last. */
function createDayCache(make: (day: number) => DayOfPower): (day: number) => DayOfPower {
  const kept = new Map<number, DayOfPower>();
  return (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const made = make(day);
    const [oldest] = kept.keys();
    if (kept.size >= DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(day, made);
    return made;
  };
}
