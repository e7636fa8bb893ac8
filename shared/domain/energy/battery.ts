import type { DayReadings, StoredEnergyKWh } from './day-readings.ts';
import { type Figure, figure, MISSING } from './figure.ts';
import { energyOfSlots } from './house-power.ts';

/** What went into the batteries of a location in a day and came out of them, each as a positive amount, and what they held. */
export interface BatteryFacts extends StoredEnergyKWh {
  readonly charged: Figure;
  readonly discharged: Figure;
}

const NOTHING_STORED: StoredEnergyKWh = { atStart: null, atEnd: null };

/**
 * Splits each battery register by its sign, slot by slot: registers of several batteries, or one for each direction, do
 * not cancel out. Null at a location without a battery.
 */
export function batteryFacts(readings: DayReadings): BatteryFacts | null {
  const { registers, power, storedEnergyKWh } = readings;
  const columns = registers
    .filter((register) => register.role === 'battery')
    .map((register) => power?.wattsByRegister.get(register.id));
  if (columns.length === 0 && storedEnergyKWh === undefined) return null;
  const { atStart, atEnd } = storedEnergyKWh ?? NOTHING_STORED;
  const flow = (pick: (powerW: number) => number): Figure => {
    if (power === null || columns.length === 0) return MISSING;
    let known = 0;
    let sumKWh = 0;
    let isComplete = true;
    for (const watts of columns) {
      const part = watts && energyOfSlots(watts, power.resolutionSeconds, 0, watts.length, pick);
      isComplete &&= part !== undefined && part.samples === watts?.length;
      if (part === undefined || part.energyKWh === null) continue;
      known += 1;
      sumKWh += part.energyKWh;
    }
    return known === 0 ? MISSING : figure(sumKWh, isComplete);
  };
  return {
    charged: flow((powerW) => Math.max(powerW, 0)),
    discharged: flow((powerW) => Math.max(-powerW, 0)),
    atStart,
    atEnd,
  };
}

/**
 * What was charged and neither came out again nor is still stored. Null where a part of that is unknown or has gaps, and
 * where the readings do not fit each other, so that less would have gone in than came out.
 */
export function batteryLossesKWh({ charged, discharged, atStart, atEnd }: BatteryFacts): number | null {
  if (charged.quality !== 'measured' || discharged.quality !== 'measured') return null;
  if (charged.energyKWh === null || discharged.energyKWh === null || atStart === null || atEnd === null) return null;
  const lossesKWh = charged.energyKWh - discharged.energyKWh - (atEnd - atStart);
  return lossesKWh < 0 ? null : lossesKWh;
}
