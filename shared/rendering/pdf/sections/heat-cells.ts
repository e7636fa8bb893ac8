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
  const cells: HeatCell[] = [];
  for (const [dayIndex, day] of days.entries()) {
    if (day.hourly.length === 0) addSilentDay(cells, dayIndex);
    else addDay(cells, day, dayIndex, hasMains);
  }
  return cells;
}

function addDay(cells: HeatCell[], day: ReportDay, dayIndex: number, hasMains: boolean): void {
  const minutesByHour = new Array<number>(HOURS).fill(0);
  for (const { hour, minutes } of day.hourly) minutesByHour[hour] = (minutesByHour[hour] ?? 0) + minutes;
  const filled = new Array<number>(HOURS).fill(0);
  for (const [hourIndex, facts] of day.hourly.entries()) {
    const { hour, minutes } = facts;
    const from = filled[hour] ?? 0;
    const to = from + minutes / Math.max(60, minutesByHour[hour] ?? 60);
    filled[hour] = to;
    cells.push({ dayIndex, hourIndex, hour, from, to, powerW: meanPowerW(facts, hasMains) });
  }
}

/** A day without a series: as many hatched hours as a plain day has. */
function addSilentDay(cells: HeatCell[], dayIndex: number): void {
  for (let hour = 0; hour < HOURS; hour += 1) {
    cells.push({ dayIndex, hourIndex: hour, hour, from: 0, to: 1, powerW: null });
  }
}

const HOURS = 24;

function meanPowerW(hour: HourFacts, hasMains: boolean): number | null {
  const energyKWh = hasMains ? hour.consumptionKWh : hour.circuitsKWh;
  const heardHours = (hour.minutes / 60) * hour.coverage;
  return energyKWh === null || heardHours <= 0 ? null : (energyKWh * 1000) / heardHours;
}

/** The hour with the highest mean power; undefined when nothing was heard. */
export function highestCell(cells: readonly HeatCell[]): (HeatCell & { readonly powerW: number }) | undefined {
  let highest: HeatCell | undefined;
  let highestW = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (cell.powerW === null || cell.powerW <= highestW) continue;
    highest = cell;
    highestW = cell.powerW;
  }
  return highest === undefined ? undefined : { ...highest, powerW: highestW };
}
