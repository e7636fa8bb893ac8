import type { TotalName } from '../energy/day-facts.ts';
import type { Report } from './report.ts';

/** A figure that differs between two revisions; `registerId` is null for a total. Null energies are unknown ones. */
export interface FigureChange {
  readonly total: TotalName | null;
  readonly registerId: string | null;
  readonly label: string | null;
  readonly beforeKWh: number | null;
  readonly afterKWh: number | null;
}

/** The smallest change that a reader is told about: 0.1 kWh or half a percent, whichever is more. */
export function isNotable(beforeKWh: number | null, afterKWh: number | null): boolean {
  if (beforeKWh === null || afterKWh === null) return beforeKWh !== afterKWh;
  return Math.abs(afterKWh - beforeKWh) > Math.max(0.1, 0.005 * Math.abs(beforeKWh));
}

/** The notable differences between two reports of the same period, totals first. */
export function changesBetween(before: Report, after: Report): FigureChange[] {
  const totals = (Object.keys(after.totals) as TotalName[]).map((total) => ({
    total,
    registerId: null,
    label: null,
    beforeKWh: before.totals[total].energyKWh,
    afterKWh: after.totals[total].energyKWh,
  }));
  const beforeById = new Map(before.registers.map((register) => [register.id, register.energyKWh]));
  const registers = after.registers.map((register) => ({
    total: null,
    registerId: register.id,
    label: register.label,
    beforeKWh: beforeById.get(register.id) ?? null,
    afterKWh: register.energyKWh,
  }));
  return [...totals, ...registers].filter((change) => isNotable(change.beforeKWh, change.afterKWh));
}
