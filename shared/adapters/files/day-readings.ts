import type { DayReadings, DayRemark } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { type DayGrid, dayGrid } from './intervals/day-grid.ts';
import type { DayInterval } from './intervals/day-intervals.ts';
import { layOverSlots, type RegisterDay } from './intervals/lay-over-slots.ts';
import type { Site, SiteRegister } from './site.ts';

/** The intervals of one local day, by channel. */
export type DayIntervals = ReadonlyMap<string, readonly DayInterval[]>;

/** Turns a day's intervals into our words and signs. */
export function toDayReadings(
  site: Site,
  day: LocalDay,
  byChannel: DayIntervals,
  hasUnmeasuredSource: boolean,
): DayReadings {
  const registers = site.registers.map(({ register }) => register);
  const about = {
    day,
    registers,
    hubIds: [],
    ...(hasUnmeasuredSource ? { hasUnmeasuredSource } : {}),
    measuresCircuits: registers.some(({ role }) => role === 'circuit'),
  };
  const grid = dayGrid(day, [...byChannel.values()]);
  if (grid === null) {
    const energyKWhByRegister = new Map(registers.map(({ id }) => [id, null]));
    const nothing = { energyKWhByRegister, sampleCount: 0, sourceOtherKWh: null, power: null };
    return { ...about, ...nothing, remarks: [{ code: 'no_data' }] };
  }
  const days = site.registers.map((each) => {
    const measured = layOverSlots(day, grid, byChannel.get(each.channel) ?? [], each.factor);
    return { ...each, ...measured };
  });
  return {
    ...about,
    energyKWhByRegister: new Map(days.map(({ register, energyKWh }) => [register.id, energyKWh])),
    sampleCount: slotsHeard(days, grid),
    sourceOtherKWh: otherOf(site, day, grid, byChannel),
    power: {
      resolutionSeconds: grid.resolutionSeconds,
      wattsByRegister: new Map(days.map(({ register, watts }) => [register.id, watts])),
    },
    remarks: [...remarksOf(days, grid), ...(hasUnmeasuredSource ? [{ code: 'source_unmeasured' } as const] : [])],
  };
}

/** Slots in which any register was heard; which of them was not shows in its own coverage. */
function slotsHeard(days: readonly RegisterDay[], grid: DayGrid): number {
  let heard = 0;
  for (let slot = 0; slot < grid.slots; slot += 1) {
    if (days.some(({ watts }) => !Number.isNaN(watts[slot]))) heard += 1;
  }
  return heard;
}

/** Half a day of the archive's own Other says nothing about the day's. */
function otherOf(site: Site, day: LocalDay, grid: DayGrid, byChannel: DayIntervals): number | null {
  if (site.otherChannel === undefined) return null;
  const { watts, energyKWh } = layOverSlots(day, grid, byChannel.get(site.otherChannel) ?? [], 1);
  return watts.some((powerW) => Number.isNaN(powerW)) ? null : energyKWh;
}

function remarksOf(days: readonly (SiteRegister & RegisterDay)[], grid: DayGrid): DayRemark[] {
  const remarks: DayRemark[] = [];
  if (grid.dividedSeconds !== null) remarks.push({ code: 'intervals_divided', lengthSeconds: grid.dividedSeconds });
  for (const { register, estimated, sideAssumed } of days) {
    if (estimated) remarks.push({ code: 'values_estimated', registerId: register.id });
    if (sideAssumed) remarks.push({ code: 'side_assumed', registerId: register.id });
  }
  return remarks;
}
