import type { Balance } from './balance.ts';
import type { TotalName } from './day-facts.ts';
import type { DayReadings } from './day-readings.ts';
import { type Figure, figure, MISSING, NOT_APPLICABLE } from './figure.ts';
import { gapUncertaintyKWh, type UncertainFigure, type UncertaintyKWh } from './gap-uncertainty.ts';
import { exportedW, importedW } from './hourly-profile.ts';
import { energyOfSlots, type HousePower } from './house-power.ts';
import type { OtherDecision } from './other.ts';
import { entersConsumption, isBehindMains, type Register } from './register.ts';

/** The day's totals, each with the most that gaps may have turned it by; nothing is withheld yet. */
export function dayTotals(
  readings: DayReadings,
  balance: Balance,
  decision: OtherDecision,
  house: HousePower | null,
  wasHeard: boolean,
): Record<TotalName, UncertainFigure> {
  const { registers, power, day } = readings;
  const turnedBy = (selects: (register: Register) => boolean) =>
    gapUncertaintyKWh(registers.filter(selects), power, day);
  const uncertain = (total: Figure, uncertaintyKWh: UncertaintyKWh): UncertainFigure => {
    // An unknown difference of a day that was heard is unknown for the whole period too: it has no bound.
    const unknown = total.quality === 'missing' && wasHeard;
    return { ...total, uncertaintyKWh: unknown ? null : wasHeard ? uncertaintyKWh : 0 };
  };
  const hasSources = registers.some((register) => register.role === 'production' || register.role === 'battery');
  // Without a source, every leg of the mains only ever adds: a gap makes the sum smaller, it cannot turn it.
  const netGrid = uncertain(balance.netGrid, hasSources ? turnedBy((register) => register.measuresGrid) : 0);
  const feedsBehindMains = registers.some(isBehindMains);
  const consumption = uncertain(decision.consumption, feedsBehindMains ? turnedBy(entersConsumption) : 0);
  const explained = (register: Register) => entersConsumption(register) || register.role === 'circuit';
  return {
    consumption,
    production: uncertain(balance.production, 0),
    netGrid,
    battery: uncertain(
      balance.battery,
      turnedBy((register) => register.role === 'battery'),
    ),
    other: uncertain(decision.other, turnedBy(explained)),
    ...flows(house, balance),
  };
}

type FlowName = 'gridImport' | 'gridExport' | 'selfConsumption';

/** Import and export: the grid registers of a slot are summed first, then split by sign. */
function flows(house: HousePower | null, balance: Balance): Record<FlowName, UncertainFigure> {
  const hasGrid = balance.netGrid.quality !== 'not_applicable';
  const hasProduction = balance.production.quality !== 'not_applicable';
  const ownUse = house === null ? null : selfConsumedW(house);
  return {
    gridImport: hasGrid ? flow(house?.gridW ?? null, house, importedW) : certain(NOT_APPLICABLE),
    gridExport: hasGrid ? flow(house?.gridW ?? null, house, exportedW) : certain(NOT_APPLICABLE),
    selfConsumption: hasGrid && hasProduction ? flow(ownUse, house) : certain(NOT_APPLICABLE),
  };
}

function flow(
  watts: Float64Array | null,
  house: HousePower | null,
  pick?: (powerW: number) => number,
): UncertainFigure {
  if (watts === null || house === null) return certain(MISSING);
  const { energyKWh, samples } = energyOfSlots(watts, house.resolutionSeconds, 0, watts.length, pick);
  return certain(energyKWh === null ? MISSING : figure(energyKWh, samples === watts.length));
}

const certain = (total: Figure): UncertainFigure => ({ ...total, uncertaintyKWh: 0 });

/** Production that was not exported in the same slot, in watts; with a battery, part of it was stored. */
function selfConsumedW(house: HousePower): Float64Array | null {
  const { gridW, productionW } = house;
  if (gridW === null || productionW === null) return null;
  return productionW.map((powerW, slot) => powerW - exportedW(gridW[slot] ?? Number.NaN));
}
