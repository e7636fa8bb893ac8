import type { SimulatedLocation } from '../simulated-fleet.ts';
import type { WireRegister } from '../wire-objects.ts';

export const QUARTER_SECONDS = 900;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
/** What a battery gives back of what it takes. */
const ROUND_TRIP = 0.9;

/** What a place did in a quarter of an hour, in Wh, as the API signs it; undefined where it says nothing. */
export type QuarterHour = {
  /** + import, − export. */
  readonly gridWh: number | undefined;
  readonly generationWh: number | undefined;
  readonly chargeWh: number | undefined;
  readonly dischargeWh: number | undefined;
};

/**
 * Adds up the samples of a place's registers in the quarter hour that begins at a stamp. Activity of nothing is not told; the
 * exchange with the grid is, unless one of its registers was silent all the while.
 */
export function quarterHourOf(place: SimulatedLocation, startEpochSeconds: number): QuarterHour {
  const { registers, nativeIntervalSeconds: step } = place;
  const sums = { grid: 0, generation: 0, charge: 0, discharge: 0 };
  let isGridHeard = true;
  for (const [index, register] of registers.entries()) {
    if (!isTold(register)) continue;
    let heard = 0;
    for (
      let stamp = startEpochSeconds;
      stamp < startEpochSeconds + QUARTER_SECONDS;
      stamp += Math.min(step, QUARTER_SECONDS)
    ) {
      const watts = place.wattsAt(index, Math.floor(stamp / step) * step);
      if (watts === null) continue;
      heard += 1;
      const energyWh = (watts * Math.min(step, QUARTER_SECONDS)) / HOUR_SECONDS;
      if (register.grid) sums.grid += energyWh;
      if (register.production) sums.generation -= energyWh;
      if (register.battery) sums[energyWh > 0 ? 'charge' : 'discharge'] += Math.abs(energyWh);
    }
    if (register.grid && heard === 0) isGridHeard = false;
  }
  const unlessNothing = (energyWh: number) => (energyWh === 0 ? undefined : energyWh);
  return {
    gridWh: isGridHeard && registers.some(({ grid }) => grid) ? sums.grid : undefined,
    generationWh: unlessNothing(sums.generation),
    chargeWh: unlessNothing(sums.charge),
    dischargeWh: unlessNothing(sums.discharge),
  };
}

const isTold = ({ grid, production, battery }: WireRegister) => grid || production || battery;

/** What the battery holds at the end of a quarter hour, counted from when it was empty last; undefined without a battery. */
export function storedWhAt(
  place: SimulatedLocation,
  quarterStartEpochSeconds: number,
  emptyAtUtcHour: number,
): number | undefined {
  if (!place.registers.some(({ battery }) => battery)) return undefined;
  const emptyAt = emptyAtUtcHour * HOUR_SECONDS;
  const cycleStart = Math.floor((quarterStartEpochSeconds - emptyAt) / DAY_SECONDS) * DAY_SECONDS + emptyAt;
  let storedWh = 0;
  for (let start = cycleStart; start <= quarterStartEpochSeconds; start += QUARTER_SECONDS) {
    const { chargeWh = 0, dischargeWh = 0 } = quarterHourOf(place, start);
    storedWh += chargeWh * ROUND_TRIP - dischargeWh;
  }
  return Math.max(0, storedWh);
}
