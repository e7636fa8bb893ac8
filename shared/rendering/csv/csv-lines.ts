import type { TotalName } from '../../domain/energy/day-facts.ts';
import type { Quality } from '../../domain/energy/figure.ts';
import type { ReportDay, ReportRole } from '../../domain/report/report.ts';

/** The totals that a day has a line for, in order, with their names in the file. */
export const TOTAL_LINES = [
  ['consumption', 'consumption'],
  ['production', 'production'],
  ['netGrid', 'net_grid'],
  ['battery', 'battery'],
  ['other', 'other'],
] as const satisfies readonly (readonly [TotalName, string])[];

/** One line of a day: a total or a register. */
export interface CsvLine {
  readonly role: (typeof TOTAL_LINES)[number][1] | ReportRole;
  /** Null for totals. */
  readonly register: { readonly id: string; readonly label: string } | null;
  readonly energyKWh: number | null;
  readonly coverage: number | null;
  readonly quality: Quality;
}

/** The totals of a day, then its registers in the report's order. */
export function linesOfDay(day: ReportDay): CsvLine[] {
  const totals = TOTAL_LINES.map(([name, role]): CsvLine => {
    const { energyKWh, quality } = day.totals[name];
    const coverage = quality === 'not_applicable' ? null : day.coverage;
    return { role, register: null, energyKWh, coverage, quality };
  });
  const registers = day.registers.map(
    ({ id, label, role, energyKWh, coverage, quality }): CsvLine => ({
      role,
      register: { id, label },
      energyKWh,
      coverage,
      quality,
    }),
  );
  return [...totals, ...registers];
}
