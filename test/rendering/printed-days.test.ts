import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayTableColumns, printedDays } from '../../shared/rendering/printed-days.ts';
import { roundedTo } from '../../shared/rendering/rounding-for-print.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { aReport } from '../support/report-builder.ts';

describe('the printed days', () => {
  it('add up to the printed total of their column, for every report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const column of printedDays(report, dayTableColumns(report))) {
          expect(column.printedKWh).toHaveLength(report.days.length);
          if (column.printedTotalKWh === null) continue;
          const steps = column.printedKWh.reduce<number>((sum, kWh) => sum + Math.round((kWh ?? 0) * 10), 0);
          expect(steps).toBe(Math.round(column.printedTotalKWh * 10));
          expect(column.printedTotalKWh).toBe(roundedTo(column.total.energyKWh ?? Number.NaN, 1));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stay open on a day without data, and the rest still adds up', () => {
    const report = aReport({ period: '2026-W47', house: { silences: [{ date: '2026-11-18' }] } });
    const [consumption] = printedDays(report, ['consumption']);
    expect(consumption?.printedKWh[2]).toBeNull();
    expect(consumption?.printedTotalKWh).not.toBeNull();
  });

  it('have columns for what means something at the place', () => {
    const columns = (house: object) => dayTableColumns(aReport({ period: '2026-11-19', house }));
    expect(columns({})).toEqual(['consumption', 'production', 'gridImport', 'gridExport', 'other']);
    expect(columns({ hasMains: false, hasProduction: false })).toEqual(['circuits']);
    expect(columns({ circuits: [], hasProduction: false })).toEqual(['consumption', 'gridImport', 'gridExport']);
  });
});
