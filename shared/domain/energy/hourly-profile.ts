import type { LocalDay } from '../time/local-day.ts';
import { localHours } from '../time/slots.ts';
import type { HourFacts } from './day-facts.ts';
import { energyOfSlots, type HousePower } from './house-power.ts';

/** Energies of each local hour, from the power of its slots; hours are those of the local clock, 23 or 25 of them at a clock change. */
export function hourlyProfile(day: LocalDay, power: HousePower): HourFacts[] {
  const slotMs = power.resolutionSeconds * 1000;
  return localHours(day).map((hour) => {
    const from = Math.round((hour.start - day.start) / slotMs);
    const to = Math.round((hour.end - day.start) / slotMs);
    const energy = (watts: Float64Array | null, pick?: (powerW: number) => number) =>
      watts === null ? { energyKWh: null, samples: 0 } : energyOfSlots(watts, power.resolutionSeconds, from, to, pick);
    const house = energy(power.consumptionW ?? power.circuitsW ?? power.productionW ?? power.gridW);
    return {
      start: hour.start,
      hour: hour.hour,
      repeated: hour.repeated,
      minutes: (hour.end - hour.start) / 60_000,
      coverage: to > from ? house.samples / (to - from) : 0,
      consumptionKWh: energy(power.consumptionW).energyKWh,
      productionKWh: energy(power.productionW).energyKWh,
      gridImportKWh: energy(power.gridW, importedW).energyKWh,
      gridExportKWh: energy(power.gridW, exportedW).energyKWh,
      circuitsKWh: energy(power.circuitsW).energyKWh,
    };
  });
}

/** The part of a net grid power that flows in. */
export const importedW = (gridW: number): number => Math.max(gridW, 0);
/** The part of a net grid power that flows out, as a positive amount. */
export const exportedW = (gridW: number): number => Math.max(-gridW, 0);
