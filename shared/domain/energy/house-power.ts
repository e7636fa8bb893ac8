import type { PowerSeries } from './day-readings.ts';
import { entersConsumption, type Register } from './register.ts';

/** The house's power in each slot of a day, in watts; NaN where a register that it needs has no sample. */
export interface HousePower {
  readonly resolutionSeconds: number;
  /** + import, − export; null without mains. */
  readonly gridW: Float64Array | null;
  /** Loads without battery charging; null without mains, and where a source feeds the house unmeasured. */
  readonly consumptionW: Float64Array | null;
  /** Positive amounts; null without production registers. */
  readonly productionW: Float64Array | null;
  /** + charging, − discharging; null without battery registers. */
  readonly batteryW: Float64Array | null;
  /** Sum of the circuits; null without circuits. */
  readonly circuitsW: Float64Array | null;
}

/** Adds the registers up slot by slot; the grid registers of a slot are summed before anybody splits them by sign. */
export function housePower(
  registers: readonly Register[],
  series: PowerSeries,
  slots: number,
  hasUnmeasuredSource = false,
): HousePower {
  const sum = (selects: (register: Register) => boolean, signOf: (register: Register) => 1 | -1) => {
    const chosen = registers.filter(selects);
    return chosen.length === 0 ? null : addUp(chosen, series, slots, signOf);
  };
  const hasMains = registers.some((register) => register.role === 'main');
  return {
    resolutionSeconds: series.resolutionSeconds,
    gridW: hasMains ? sum((register) => register.measuresGrid, plus) : null,
    consumptionW:
      hasMains && !hasUnmeasuredSource
        ? sum(entersConsumption, (register) => (register.role === 'main' ? 1 : -1))
        : null,
    productionW: sum((register) => register.role === 'production', minus),
    batteryW: sum((register) => register.role === 'battery', plus),
    circuitsW: sum((register) => register.role === 'circuit', plus),
  };
}

const plus = () => 1 as const;
const minus = () => -1 as const;

function addUp(
  registers: readonly Register[],
  series: PowerSeries,
  slots: number,
  signOf: (register: Register) => 1 | -1,
): Float64Array {
  const total = new Float64Array(slots);
  for (const register of registers) {
    const watts = series.wattsByRegister.get(register.id);
    if (watts === undefined) return new Float64Array(slots).fill(Number.NaN);
    const sign = signOf(register);
    // A missing sample is NaN and makes the slot's sum NaN by itself: missing is never counted as zero.
    for (let slot = 0; slot < slots; slot += 1) total[slot] = (total[slot] ?? 0) + sign * (watts[slot] ?? Number.NaN);
  }
  return total;
}

/** Energy of the slots from `from` up to `to`, after `pick` chose a part of each slot's power; null without a sample. */
export function energyOfSlots(
  watts: Float64Array,
  resolutionSeconds: number,
  from: number,
  to: number,
  pick: (powerW: number) => number = (powerW) => powerW,
): { readonly energyKWh: number | null; readonly samples: number } {
  let wattSum = 0;
  let samples = 0;
  for (let slot = from; slot < to; slot += 1) {
    const powerW = watts[slot] ?? Number.NaN;
    if (Number.isNaN(powerW)) continue;
    wattSum += pick(powerW);
    samples += 1;
  }
  return { energyKWh: samples === 0 ? null : (wattSum * resolutionSeconds) / 3_600_000, samples };
}
