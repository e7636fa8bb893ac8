import { driftAt } from './steady-noise.ts';

/** What the sky of a place is like over the year. */
export type Climate = {
  readonly meanC: number;
  /** Half the difference between the warmest and the coldest month. */
  readonly seasonalC: number;
  /** Half the difference between afternoon and dawn. */
  readonly dailyC: number;
  /** Share of sun that clouds take, 0 to 1, on average. */
  readonly cloudiness: number;
};

const DAY_SECONDS = 86_400;

/** Outdoor temperature: season, hour, and fronts that pass in a few days. */
export function temperatureC(
  climate: Climate,
  seed: number,
  epochSeconds: number,
  latitude: number,
  longitude: number,
): number {
  const yearShare = (epochSeconds / DAY_SECONDS - 202) / 365.2425;
  const season = Math.cos(2 * Math.PI * yearShare) * Math.sign(latitude);
  const solarHour = (epochSeconds / 3600 + longitude / 15) % 24;
  const hour = Math.cos((2 * Math.PI * (solarHour - 15)) / 24);
  const front = (driftAt(seed, epochSeconds / (3 * DAY_SECONDS)) - 0.5) * 10;
  return climate.meanC + climate.seasonalC * season + climate.dailyC * hour + front;
}

/** Clearness of the sky from 0.05 to 1: whole days differ, and clouds pass. */
export function clearnessAt(climate: Climate, seed: number, epochSeconds: number): number {
  const spell = driftAt(seed + 1, epochSeconds / (1.3 * DAY_SECONDS));
  const passing = driftAt(seed + 2, epochSeconds / 1500);
  const cloud = climate.cloudiness * (1.5 * spell + 0.5 * passing);
  return Math.min(1, Math.max(0.05, 1 - cloud));
}
