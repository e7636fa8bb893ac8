import { batteryPowerW } from './battery.ts';
import type { Place } from './place.ts';
import { type Moment, SLOT_SECONDS } from './profile.ts';
import { driftAt, noiseAt, seedOf } from './steady-noise.ts';
import { type SunPosition, solarOutputW, sunPosition } from './sun.ts';
import type { WallClock } from './wall-clock.ts';
import { clearnessAt, temperatureC } from './weather.ts';

export const SLOTS_IN_DAY = 288;

/** Average power of everything at a place in 288 slots from an instant on, in W, with the API's signs. */
export type DayOfPower = {
  readonly circuits: readonly (readonly number[])[];
  /** Production is negative; at night the inverters draw a little. */
  readonly solar: readonly (readonly number[])[];
  readonly battery: readonly number[];
  /** By leg; their sum is load − production behind them + battery. */
  readonly mains: readonly (readonly number[])[];
};

const INVERTER_STANDBY_W = 2;

/** Works out a day so that it adds up: what the mains show is what hangs behind them. */
export function dayOfPower(place: Place, clock: WallClock, startEpochSeconds: number): DayOfPower {
  const seed = seedOf(place.name);
  const starts = Array.from({ length: SLOTS_IN_DAY }, (_, slot) => startEpochSeconds + slot * SLOT_SECONDS);
  const suns = starts.map((start) => sunPosition(start + SLOT_SECONDS / 2, place.latitude, place.longitude));
  const moments = starts.map((start, slot) => momentAt(place, clock, seed, start, suns[slot]));

  const circuits = place.circuits.map(({ label, profile }) => {
    const circuitSeed = seedOf(`${place.name}/${label}`);
    return moments.map((moment) => tenths(profile(moment, circuitSeed)));
  });
  const solar = (place.solar?.fields ?? []).map((field) =>
    starts.map((start, slot) => {
      const sun = suns[slot];
      const outputW = sun === undefined ? 0 : solarOutputW(field, sun, clearnessAt(place.climate, seed, start));
      return outputW > 0 ? -tenths(outputW) : INVERTER_STANDBY_W;
    }),
  );

  const [leastW, mostW] = place.unmeasuredW;
  const unmeasured = starts.map((start) => tenths(leastW + (mostW - leastW) * driftAt(seed + 5, start / 5400)));
  const behindMains = place.solar?.side === 'breaker' ? [...circuits, ...solar, unmeasured] : [...circuits, unmeasured];
  const netW = starts.map((_, slot) => behindMains.reduce((sum, row) => sum + (row[slot] ?? 0), 0));
  const hours = moments.map(({ hour }) => hour);
  const battery =
    place.battery === undefined ? [] : batteryPowerW(place.battery, netW, hours, SLOT_SECONDS).map(tenths);
  const total = netW.map((net, slot) => tenths(net + (battery[slot] ?? 0)));
  return { circuits, solar, battery, mains: splitOverLegs(total, place.mains.length, starts, seed) };
}

function momentAt(place: Place, clock: WallClock, seed: number, start: number, sun: SunPosition | undefined): Moment {
  const degreesUp = ((sun?.elevation ?? 0) * 180) / Math.PI;
  return {
    ...clock.at(start),
    epochSeconds: start,
    outdoorC: temperatureC(place.climate, seed, start, place.latitude, place.longitude),
    darkness: Math.min(1, Math.max(0.08, (8 - degreesUp) / 14)),
  };
}

/** Legs are never quite even: near zero, one may import while another exports. */
function splitOverLegs(total: readonly number[], legs: number, starts: readonly number[], seed: number): number[][] {
  if (legs === 0) return [];
  if (legs === 1) return [[...total]];
  const first = total.map((watts, slot) => {
    const start = starts[slot] ?? 0;
    const tilt = 0.2 * (driftAt(seed + 9, start / 7200) - 0.5) + 0.08 * (noiseAt(seed + 9, start / SLOT_SECONDS) - 0.5);
    return tenths((watts * (1 + tilt)) / legs + 90 * (driftAt(seed + 13, start / 2400) - 0.5));
  });
  const rest = total.map((watts, slot) => tenths(watts - (first[slot] ?? 0)));
  return [first, ...splitOverLegs(rest, legs - 1, starts, seed + 1)];
}

const tenths = (watts: number) => Math.round(watts * 10) / 10;
