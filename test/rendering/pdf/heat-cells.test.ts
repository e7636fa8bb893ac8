import { describe, expect, it } from 'vitest';
import { type HeatCell, heatCells, highestCell } from '../../../shared/rendering/pdf/sections/heat-cells.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';

const cellsOf = (wishes: ReportWishes): HeatCell[] => {
  const report = aReport(wishes);
  return heatCells(report.days, report.hasMains);
};
const at = (cells: readonly HeatCell[], hour: number) =>
  cells.filter((cell) => cell.hour === hour).map(({ from, to }) => [from, to]);

describe('the cells of a heat map', () => {
  it('leave the place of an hour open that the clock left out', () => {
    const cells = cellsOf({ period: '2026-03-08' });

    expect(cells).toHaveLength(23);
    expect(at(cells, 2)).toEqual([]);
  });

  it('share the place of an hour that came twice', () => {
    const cells = cellsOf({ period: '2026-11-01' });

    expect(cells).toHaveLength(25);
    expect(at(cells, 1)).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
  });

  it('are as wide as half an hour where the clock moves by that', () => {
    const spring = cellsOf({ period: '2026-10-04', timeZone: 'Australia/Lord_Howe' });
    const autumn = cellsOf({ period: '2026-04-05', timeZone: 'Australia/Lord_Howe' });

    expect(at(spring, 2)).toEqual([[0, 0.5]]);
    expect(at(autumn, 1).flat().at(-1)).toBeCloseTo(1, 9);
    for (const [from, to] of at(autumn, 1)) expect((to ?? 0) - (from ?? 0)).toBeGreaterThan(0.3);
  });

  it('show the mean power of what was heard, and nothing where nothing was', () => {
    const cells = cellsOf({
      period: '2026-11-19',
      house: { silences: [{ date: '2026-11-19', fromHour: 4, toHour: 6.5 }] },
    });
    const whole = cellsOf({ period: '2026-11-19' });
    const powerAt = (hour: number) => cells.find((cell) => cell.hour === hour)?.powerW ?? null;

    expect([powerAt(4), powerAt(5)]).toEqual([null, null]);
    expect(powerAt(6)).toBeGreaterThan(0.7 * (whole.find((cell) => cell.hour === 6)?.powerW ?? 0));
  });

  it('know the hour with the most', () => {
    const cells = cellsOf({ period: '2026-11-19' });

    expect(highestCell(cells)?.powerW).toBe(Math.max(...cells.map((cell) => cell.powerW ?? 0)));
    expect(highestCell([])).toBeUndefined();
  });
});
