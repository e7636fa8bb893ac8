import type { DayFacts } from '../energy/day-facts.ts';
import { type Figure, sumFigures } from '../energy/figure.ts';
import type { Reconciliation, ReportPeak, ReportRegister, Totals } from './report.ts';

/** The highest of the days' peaks. */
export function peakOfPeriod(days: readonly DayFacts[]): ReportPeak | null {
  let highest: ReportPeak | null = null;
  for (const day of days) {
    if (day.peak === null || (highest !== null && day.peak.powerW <= highest.powerW)) continue;
    highest = { ...day.peak, resolutionSeconds: day.resolutionSeconds };
  }
  return highest;
}

/** Median of the days' base loads; the lower middle of an even number of days. */
export function baseLoadOfPeriod(days: readonly DayFacts[]): number | null {
  const loads = days.map((day) => day.baseLoadW).filter((load) => load !== null);
  return loads.sort((a, b) => a - b)[Math.floor((loads.length - 1) / 2)] ?? null;
}

/** Part of the production that was used (or stored) at the location; open while a part of it has gaps. */
export function selfConsumptionShare(totals: Totals): number | null {
  return share(totals.selfConsumption, totals.production);
}

/** Part of the consumption that did not come from the grid; open while a part of it has gaps. */
export function selfSufficiencyShare(totals: Totals): number | null {
  if (totals.production.quality === 'not_applicable') return null;
  const imported = share(totals.gridImport, totals.consumption);
  return imported === null ? null : 1 - imported;
}

function share(part: Figure, whole: Figure): number | null {
  if (part.quality !== 'measured' || whole.quality !== 'measured') return null;
  if (part.energyKWh === null || whole.energyKWh === null || whole.energyKWh <= 0) return null;
  return Math.min(1, Math.max(0, part.energyKWh / whole.energyKWh));
}

/** Both sides of the sums that a reader can check, over the whole period. */
export function reconcile(
  days: readonly DayFacts[],
  registers: readonly ReportRegister[],
  totals: Totals,
): Reconciliation {
  const residuals = days.map((day) => day.residualKWh).filter((residual) => residual !== null);
  const residualKWh = residuals.length === 0 ? null : residuals.reduce((sum, residual) => sum + residual, 0);
  const sourceOthers = days.map((day) => day.sourceOtherKWh).filter((other) => other !== null);
  const scaleKWh = Math.max(Math.abs(totals.consumption.energyKWh ?? 0), Math.abs(totals.netGrid.energyKWh ?? 0));
  return {
    circuits: sumFigures(registers.filter((register) => register.role === 'circuit')),
    residualKWh,
    agrees: residualKWh === null ? null : Math.abs(residualKWh) <= Math.max(0.05, 0.02 * scaleKWh),
    otherBasis:
      days.find((day) => day.otherBasis !== 'reported_by_source')?.otherBasis ??
      days[0]?.otherBasis ??
      'not_applicable',
    sourceOtherKWh: sourceOthers.length === 0 ? null : sourceOthers.reduce((sum, other) => sum + other, 0),
  };
}
