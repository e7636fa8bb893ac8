import type { DayReadings, DayRemark, SourceAlert, SourceEmissions } from '../../shared/domain/energy/day-readings.ts';
import type { Register, RegisterRole } from '../../shared/domain/energy/register.ts';
import type { LocalDay } from '../../shared/domain/time/local-day.ts';
import { expectedSlots } from '../../shared/domain/time/slots.ts';
import { seededRandom } from './seeded-random.ts';

/** A house whose readings can be told for any day; every part of it is optional and has a plain default. */
export interface House {
  readonly circuits?: readonly string[];
  readonly hasMains?: boolean;
  readonly hasProduction?: boolean;
  readonly hasBattery?: boolean;
  /** Production tied in before the mains, so that the mains see the house alone. */
  readonly lineSide?: boolean;
  /** Factor on production. */
  readonly production?: number;
  /** The mains see less than the circuits: a clamp is turned around. */
  readonly negativeOther?: boolean;
  /** Factor on every load. */
  readonly size?: number;
  readonly seed?: number;
  readonly resolutionSeconds?: number;
  /** The source's own Other: as computed (default), a figure, or undefined where it stays silent. */
  readonly sourceOther?: 'same' | 'silent' | number;
  /** A source that reads devices instead of clamps: no hubs, no Other, no count of samples, but what a battery holds. */
  readonly readsDevices?: boolean;
  readonly sourceEmissions?: SourceEmissions;
  readonly alerts?: readonly SourceAlert[];
  /** Stretches without samples; without registers, the whole house is silent. */
  readonly silences?: readonly Silence[];
}

export interface Silence {
  readonly date: string;
  /** Hours since the start of the local day. */
  readonly fromHour?: number;
  readonly toHour?: number;
  readonly registerIds?: readonly string[];
}

/** Readings of one local day of the house: invented, but true to its balance and the same for the same arguments. */
export function readingsOf(house: House, day: LocalDay): DayReadings {
  const resolutionSeconds = house.resolutionSeconds ?? 300;
  const slots = expectedSlots(day, resolutionSeconds);
  const random = seededRandom(`${house.seed ?? 1} ${day.date}`);
  const circuits = house.circuits ?? ['Heat pump', 'EV charger', 'Kitchen', 'Water heater', 'Lights'];
  const size = house.size ?? 1;
  const watts = new Map<string, Float64Array>();
  const registers: Register[] = [];
  const add = (
    id: string,
    label: string,
    role: RegisterRole,
    measuresGrid: boolean,
    powerAt: (slot: number) => number,
  ) => {
    registers.push({
      id,
      label,
      role,
      measuresGrid,
      hubId: house.readsDevices === true ? null : 'c0kw1n3y',
      createdAt: null,
    });
    watts.set(
      id,
      Float64Array.from({ length: slots }, (_, slot) => powerAt(slot)),
    );
  };
  const at = (id: string, slot: number) => watts.get(id)?.[slot] ?? 0;
  const hourOf = (slot: number) => (slot * resolutionSeconds) / 3600;

  circuits.forEach((label, index) => {
    const base = (900 * size) / (index + 1);
    add(`circuit-${index + 1}`, label, 'circuit', false, (slot) =>
      Math.round(base * (0.3 + random() + evening(hourOf(slot)))),
    );
  });
  const sun = 0.4 + 0.6 * random();
  if (house.hasProduction !== false) {
    add(
      'solar',
      'Solar',
      'production',
      house.lineSide === true,
      (slot) => -Math.round(4000 * size * (house.production ?? 1) * sun * daylight(hourOf(slot))),
    );
  }
  if (house.hasBattery === true) {
    const given = house.readsDevices === true ? 0.7 : 1;
    add('battery', 'Battery', 'battery', false, (slot) =>
      Math.round(800 * size * (daylight(hourOf(slot)) - given * evening(hourOf(slot)))),
    );
  }
  const unmeasured = Float64Array.from({ length: slots }, (_, slot) =>
    house.readsDevices === true
      ? Math.round(400 * size * (0.5 + random() + 4 * evening(hourOf(slot))))
      : Math.round((house.negativeOther === true ? -200 : 120) * size * (1 + random())),
  );
  if (house.hasMains !== false) {
    const loadsAt = (slot: number) =>
      circuits.reduce((sum, _, index) => sum + at(`circuit-${index + 1}`, slot), unmeasured[slot] ?? 0);
    const sourcesAt = (slot: number) => (house.lineSide === true ? 0 : at('solar', slot)) + at('battery', slot);
    add('main-1', 'Main 1', 'main', true, (slot) => Math.round((loadsAt(slot) + sourcesAt(slot)) * 0.6));
    add('main-2', 'Main 2', 'main', true, (slot) => loadsAt(slot) + sourcesAt(slot) - at('main-1', slot));
  }
  silence(house, day, registers, watts, resolutionSeconds);
  return finish(house, day, registers, watts, resolutionSeconds, unmeasured);
}

const daylight = (hour: number) => Math.max(0, Math.sin(((hour - 7) / 11) * Math.PI));
const evening = (hour: number) => Math.max(0, Math.sin(((hour - 16) / 7) * Math.PI));

function silence(
  house: House,
  day: LocalDay,
  registers: readonly Register[],
  watts: ReadonlyMap<string, Float64Array>,
  resolutionSeconds: number,
): void {
  for (const gap of house.silences ?? []) {
    if (gap.date !== day.date) continue;
    for (const register of registers) {
      if (gap.registerIds?.includes(register.id) === false) continue;
      const from = Math.round(((gap.fromHour ?? 0) * 3600) / resolutionSeconds);
      const to = Math.round(((gap.toHour ?? day.hours) * 3600) / resolutionSeconds);
      watts.get(register.id)?.fill(Number.NaN, from, to);
    }
  }
}

function finish(
  house: House,
  day: LocalDay,
  registers: readonly Register[],
  watts: ReadonlyMap<string, Float64Array>,
  resolutionSeconds: number,
  unmeasured: Float64Array,
): DayReadings {
  const kWh = (column: Float64Array) => {
    const heard = column.filter((powerW) => !Number.isNaN(powerW));
    return heard.length === 0 ? null : (heard.reduce((sum, powerW) => sum + powerW, 0) * resolutionSeconds) / 3_600_000;
  };
  const columns = [...watts.values()];
  const heardSlots = unmeasured.map((_, slot) =>
    columns.some((column) => !Number.isNaN(column[slot] ?? Number.NaN)) ? 1 : 0,
  );
  const sampleCount = heardSlots.reduce((sum, heard) => sum + heard, 0);
  const otherKWh = kWh(unmeasured.map((powerW, slot) => (heardSlots[slot] === 1 ? powerW : Number.NaN)));
  const remarks: DayRemark[] = sampleCount === 0 ? [{ code: 'no_data' }] : [];
  const { sourceEmissions, alerts } = house;
  const readings: DayReadings = {
    day,
    registers,
    hubIds: ['c0kw1n3y'],
    energyKWhByRegister: new Map(registers.map(({ id }) => [id, kWh(watts.get(id) ?? new Float64Array())])),
    sampleCount,
    sourceOtherKWh:
      house.sourceOther === 'silent' ? undefined : typeof house.sourceOther === 'number' ? house.sourceOther : otherKWh,
    power: { resolutionSeconds, wattsByRegister: watts },
    measuresCircuits: (house.circuits?.length ?? 1) > 0,
    remarks,
    ...(sourceEmissions === undefined ? {} : { sourceEmissions }),
    ...(alerts === undefined ? {} : { alerts }),
  };
  return house.readsDevices === true ? asRead(readings, watts.get('battery'), resolutionSeconds) : readings;
}

/** As devices give it: the battery began with 2 kWh, and a tenth of what it takes is lost. */
function asRead(readings: DayReadings, batteryW: Float64Array | undefined, resolutionSeconds: number): DayReadings {
  const movedKWh = (batteryW ?? new Float64Array()).reduce(
    (sum, powerW) =>
      sum + ((Number.isNaN(powerW) ? 0 : powerW > 0 ? 0.9 * powerW : powerW) * resolutionSeconds) / 3_600_000,
    0,
  );
  const stored = batteryW === undefined ? {} : { storedEnergyKWh: { atStart: 2, atEnd: 2 + movedKWh } };
  return { ...readings, hubIds: [], sampleCount: null, sourceOtherKWh: null, ...stored };
}
