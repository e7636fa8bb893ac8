import type { HourFacts } from '../../../domain/energy/day-facts.ts';
import type { ReportDay } from '../../../domain/report/report.ts';

/** One hour of one day, within the column of its hour on the clock. */
export interface HeatCell {
  readonly dayIndex: number;
  readonly hourIndex: number;
  readonly hour: number;
  /** Part of the column that the cell takes, 0 to 1: half of it for one of two passes, or for half an hour. */
  readonly from: number;
  readonly to: number;
  /** Mean power of what was heard; null where nothing was. */
  readonly powerW: number | null;
}

/** Lays the hours out in 24 columns: an hour that was left out leaves its place open, one that came twice shares it. */
export function heatCells(days: readonly ReportDay[], hasMains: boolean): HeatCell[] {
  return days.flatMap((day, dayIndex) =>
    day.hourly.length === 0 ? silentDay(day, dayIndex) : cellsOf(day, dayIndex, hasMains),
  );
}

function cellsOf(day: ReportDay, dayIndex: number, hasMains: boolean): HeatCell[] {
  const minutesByHour = new Map<number, number>();
  for (const { hour, minutes } of day.hourly) minutesByHour.set(hour, (minutesByHour.get(hour) ?? 0) + minutes);
  const filled = new Map<number, number>();
  return day.hourly.map((facts, hourIndex) => {
    const scale = Math.max(60, minutesByHour.get(facts.hour) ?? 60);
    const from = filled.get(facts.hour) ?? 0;
    const to = from + facts.minutes / scale;
    filled.set(facts.hour, to);
    return { dayIndex, hourIndex, hour: facts.hour, from, to, powerW: meanPowerW(facts, hasMains) };
  });
}

/** A day without a series: as many hatched hours as a plain day has. */
const silentDay = (_: ReportDay, dayIndex: number): HeatCell[] =>
  Array.from({ length: 24 }, (__, hour) => ({ dayIndex, hourIndex: hour, hour, from: 0, to: 1, powerW: null }));

function meanPowerW(hour: HourFacts, hasMains: boolean): number | null {
  const energyKWh = hasMains ? hour.consumptionKWh : hour.circuitsKWh;
  const heardHours = (hour.minutes / 60) * hour.coverage;
  return energyKWh === null || heardHours <= 0 ? null : (energyKWh * 1000) / heardHours;
}

/** The hour with the highest mean power; undefined when nothing was heard. */
export function highestCell(cells: readonly HeatCell[]): (HeatCell & { readonly powerW: number }) | undefined {
  let highest: (HeatCell & { readonly powerW: number }) | undefined;
  for (const cell of cells) {
    if (cell.powerW !== null && (highest === undefined || cell.powerW > highest.powerW))
      highest = { ...cell, powerW: cell.powerW };
  }
  return highest;
}
