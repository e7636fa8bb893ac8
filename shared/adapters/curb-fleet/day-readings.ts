import type { DayReadings, DayRemark, PowerSeries } from '../../domain/energy/day-readings.ts';
import type { Register } from '../../domain/energy/register.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import type { DayEnergy } from './day-energy.ts';
import type { PowerColumn } from './day-power.ts';
import { toRegister } from './from-wire.ts';
import { findOther } from './other-register.ts';
import type { BatterySign } from './settings.ts';
import { RESOLUTION_SECONDS } from './time-window.ts';
import type { Topology } from './topology.ts';
import type { WireRegister } from './wire.ts';

/** A day's answers, and what the location's settings say about its registers. */
export interface DayAnswers {
  readonly day: LocalDay;
  /** Undefined where the API had no data. */
  readonly energy: DayEnergy | undefined;
  readonly power: readonly PowerColumn[] | undefined;
  readonly topology: Topology;
  readonly excludedRegisters: ReadonlySet<string>;
  readonly batterySign: BatterySign;
}

/** The registers of a day's answers that no list names, the virtual Other and excluded ones apart. */
export function unlistedRegisters(answers: DayAnswers): readonly WireRegister[] {
  const { topology, excludedRegisters } = answers;
  const isListed = (id: string) => topology.registers.has(id);
  const named = new Map<string, WireRegister>();
  for (const registers of [energyRegisters(answers), powerRegisters(answers)]) {
    const other = findOther(registers, isListed);
    for (const register of registers) {
      if (register !== other && !isListed(register.id) && !excludedRegisters.has(register.id)) {
        named.set(register.id, register);
      }
    }
  }
  return [...named.values()];
}

/** Turns a day's answers into our words and signs. */
export function toDayReadings(answers: DayAnswers): DayReadings {
  const { day, topology, excludedRegisters } = answers;
  const unlisted = unlistedRegisters(answers);
  const registers = [...topology.registers.values(), ...unlisted.map(toRegister)].filter(
    ({ id, role }) => !excludedRegisters.has(id) && (role !== 'main' || topology.hasMains),
  );
  const shown = new Set(registers.map(({ id }) => id));
  const power = toPowerSeries(answers, registers);
  const energies = toEnergies(answers, registers);
  const sampleCount = answers.energy?.sampleCount ?? null;
  const isKnown = knowsAnything(energies, sampleCount, power);
  return {
    day,
    registers,
    hubIds: topology.hubIds,
    energyKWhByRegister: isKnown ? energies : new Map(registers.map(({ id }) => [id, null])),
    sampleCount: isKnown ? sampleCount : 0,
    sourceOtherKWh: isKnown ? sourceOther(answers) : null,
    power,
    measuresCircuits: true,
    remarks: [
      ...(isKnown ? [] : [{ code: 'no_data' } as const]),
      ...unlisted
        .filter(({ id }) => shown.has(id))
        .map(({ id }): DayRemark => ({ code: 'register_unknown', registerId: id })),
    ],
  };
}

const energyRegisters = ({ energy }: DayAnswers) => energy?.rows.map((row) => row.register) ?? [];
const powerRegisters = ({ power }: DayAnswers) => power?.map((column) => column.register) ?? [];

function toEnergies(answers: DayAnswers, registers: readonly Register[]): ReadonlyMap<string, number | null> {
  const given = new Map(answers.energy?.rows.map((row) => [row.register.id, row.energyKWh]));
  return new Map(
    registers.map((register) => {
      const energyKWh = given.get(register.id) ?? null;
      const isTurned = energyKWh !== null && hasOtherSign(register, answers.batterySign);
      return [register.id, isTurned ? 0 - energyKWh : energyKWh];
    }),
  );
}

/** Without energies the powers are not shown either: they would make some totals of a day whose others are missing. */
function toPowerSeries(answers: DayAnswers, registers: readonly Register[]): PowerSeries | null {
  if (answers.power === undefined || answers.energy === undefined) return null;
  const columns = new Map(answers.power.map((column) => [column.register.id, column.watts]));
  const wattsByRegister = new Map<string, Float64Array>();
  for (const register of registers) {
    const watts = columns.get(register.id);
    if (watts === undefined) continue;
    const isTurned = hasOtherSign(register, answers.batterySign);
    wattsByRegister.set(register.id, isTurned ? watts.map((powerW) => 0 - powerW) : watts);
  }
  return { resolutionSeconds: RESOLUTION_SECONDS, wattsByRegister };
}

function hasOtherSign(register: Register, batterySign: BatterySign): boolean {
  return register.role === 'battery' && batterySign === 'discharging-positive';
}

/** Zeros beside not a single sample are what a silent day looks like, not what was used. */
function knowsAnything(
  energies: ReadonlyMap<string, number | null>,
  sampleCount: number | null,
  power: PowerSeries | null,
): boolean {
  const isHeard = [...(power?.wattsByRegister.values() ?? [])].some((watts) =>
    watts.some((powerW) => !Number.isNaN(powerW)),
  );
  if (isHeard) return true;
  return [...energies.values()].some((energyKWh) => energyKWh !== null && (energyKWh !== 0 || sampleCount !== 0));
}

function sourceOther(answers: DayAnswers): number | null | undefined {
  // The API's Other is about all registers: with some of them left out it means something else.
  if (answers.excludedRegisters.size > 0) return null;
  const rows = answers.energy?.rows ?? [];
  const other = findOther(energyRegisters(answers), (id) => answers.topology.registers.has(id));
  return rows.find((row) => row.register === other)?.energyKWh ?? undefined;
}
