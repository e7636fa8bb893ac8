import { TOTAL_NAMES, type TotalName } from '../../domain/energy/day-facts.ts';
import type { Quality } from '../../domain/energy/figure.ts';
import type { Totals } from '../../domain/report/report.ts';

type EnergyKey = `${TotalName}KWh`;

/** The energies of totals under keys that name their unit: `consumptionKWh` …; null for not known. */
export function totalEnergies(totals: Totals): Record<EnergyKey, number | null> {
  return Object.fromEntries(TOTAL_NAMES.map((name) => [`${name}KWh`, totals[name].energyKWh])) as Record<
    EnergyKey,
    number | null
  >;
}

/** How far each total can be trusted. */
export function totalQualities(totals: Totals): Record<TotalName, Quality> {
  return Object.fromEntries(TOTAL_NAMES.map((name) => [name, totals[name].quality])) as Record<TotalName, Quality>;
}
