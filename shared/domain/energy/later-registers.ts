import type { Interval } from '../time/interval.ts';
import { samplesOf } from './coverage.ts';
import type { DayFacts } from './day-facts.ts';
import type { DayReadings } from './day-readings.ts';
import type { Register } from './register.ts';

/**
 * Leaves out the registers, and the hubs that have only such ones, that were not there yet on the day: silent all day,
 * and added after it or unknown when the same day was read before. Sources list what is wired today, and a circuit that
 * somebody wired later is not a gap in the days before.
 *
 * @param earlier the same day as it was read before
 */
export function withoutLaterRegisters(readings: DayReadings, earlier: DayFacts | undefined): DayReadings {
  const known = earlier === undefined ? undefined : new Set(earlier.registers.map(({ id }) => id));
  const isLater = (register: Register) =>
    isSilent(readings, register.id) && (wasAddedAfter(readings, register) || known?.has(register.id) === false);
  const registers = readings.registers.filter((register) => !isLater(register));
  if (registers.length === readings.registers.length) return readings;

  const hubsOf = (some: readonly Register[]) => new Set(some.map(({ hubId }) => hubId));
  const [named, kept] = [hubsOf(readings.registers), hubsOf(registers)];
  return { ...readings, registers, hubIds: readings.hubIds.filter((hubId) => !named.has(hubId) || kept.has(hubId)) };
}

function isSilent({ power, energyKWhByRegister }: DayReadings, registerId: string): boolean {
  // Some sources fill silence with zeros.
  return !samplesOf(power, registerId) && Math.abs(energyKWhByRegister.get(registerId) ?? 0) < 1e-9;
}

function wasAddedAfter({ day }: DayReadings, { createdAt }: Register): boolean {
  return createdAt !== null && Date.parse(createdAt) >= day.end;
}

/** The first slot of the day from which samples of a register are expected: later than 0 where it was added during the day. */
export function firstSlotOf({ createdAt }: Register, { start, end }: Interval, resolutionSeconds: number): number {
  const createdMs = createdAt === null ? Number.NaN : Date.parse(createdAt);
  return createdMs > start && createdMs < end ? Math.ceil((createdMs - start) / (resolutionSeconds * 1000)) : 0;
}
