import type { DayReadings } from '../../shared/domain/energy/day-readings.ts';
import type { Register, RegisterRole } from '../../shared/domain/energy/register.ts';
import { parseLocalDate } from '../../shared/domain/time/local-date.ts';
import { type LocalDay, localDay } from '../../shared/domain/time/local-day.ts';
import { expectedSlots } from '../../shared/domain/time/slots.ts';
import { parseTimeZone } from '../../shared/domain/time/time-zone.ts';

export const RESOLUTION_SECONDS = 300;

/** A local day; Chicago on a plain winter day unless said otherwise. */
export function aDay(date = '2026-11-19', zone = 'America/Chicago'): LocalDay {
  return localDay(parseLocalDate(date), parseTimeZone(zone));
}

/** A register: line-side sources measure the grid, breaker-side ones do not. */
export function aRegister(id: string, role: RegisterRole, over: Partial<Register> = {}): Register {
  return { id, label: `Label of ${id}`, role, measuresGrid: role === 'main', hubId: 'hub1', createdAt: null, ...over };
}

/** Power of a slot in watts, or null for a missing sample. */
export type SlotPower = number | ((slot: number, slots: number) => number | null);

export interface MeteredRegister {
  readonly register: Register;
  readonly powerW: SlotPower;
  /** Overrides the energy that the slots come to; null for an energy that the source does not give. */
  readonly energyKWh?: number | null;
}

/** Readings of a day whose energies are those of its samples, as an honest source would give them. */
export function readingsOf(
  day: LocalDay,
  metered: readonly MeteredRegister[],
  over: Partial<DayReadings> = {},
): DayReadings {
  const slots = expectedSlots(day, RESOLUTION_SECONDS);
  const wattsByRegister = new Map<string, Float64Array>();
  const energyKWhByRegister = new Map<string, number | null>();
  for (const { register, powerW, energyKWh } of metered) {
    const watts = Float64Array.from({ length: slots }, (_, slot) => {
      const value = typeof powerW === 'number' ? powerW : powerW(slot, slots);
      return value ?? Number.NaN;
    });
    wattsByRegister.set(register.id, watts);
    energyKWhByRegister.set(register.id, energyKWh === undefined ? energyOf(watts) : energyKWh);
  }
  const registers = metered.map(({ register }) => register);
  const hubIds = [...new Set(registers.map(({ hubId }) => hubId).filter((hubId) => hubId !== null))];
  return {
    day,
    registers,
    hubIds,
    energyKWhByRegister,
    sampleCount: hubIds.reduce((sum, hubId) => sum + heardSlots(registers, wattsByRegister, hubId, slots), 0),
    sourceOtherKWh: undefined,
    power: { resolutionSeconds: RESOLUTION_SECONDS, wattsByRegister },
    measuresCircuits: true,
    remarks: [],
    ...over,
  };
}

function energyOf(watts: Float64Array): number {
  return watts.reduce((sum, powerW) => sum + (Number.isNaN(powerW) ? 0 : powerW), 0) * (RESOLUTION_SECONDS / 3_600_000);
}

function heardSlots(
  registers: readonly Register[],
  watts: ReadonlyMap<string, Float64Array>,
  hubId: string,
  slots: number,
): number {
  const ofHub = registers.filter((register) => register.hubId === hubId);
  let heard = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    if (ofHub.some((register) => !Number.isNaN(watts.get(register.id)?.[slot] ?? Number.NaN))) heard += 1;
  }
  return heard;
}
