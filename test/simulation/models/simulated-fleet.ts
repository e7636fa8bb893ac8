import { windowOf } from '../../../shared/adapters/curb-fleet/time-window.ts';
import type { EnergySource, ListedLocation, LocationList, LocationReader } from '../../../shared/application/ports.ts';
import type { DayReadings, PowerSeries } from '../../../shared/domain/energy/day-readings.ts';
import type { Register } from '../../../shared/domain/energy/register.ts';
import type { Location } from '../../../shared/domain/location.ts';
import type { LocalDay } from '../../../shared/domain/time/local-day.ts';
import { expectedSlots } from '../../../shared/domain/time/slots.ts';
import { SourceUnavailableError, UnknownLocationError } from '../../../shared/errors.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import { circuitPowerW, type MeasuredTruth, plainPowerW, SAMPLE_SECONDS } from './measured-truth.ts';
import { isWithin, type Span } from './simulated-scheduler.ts';

export interface FleetSettings {
  readonly locations: readonly ListedLocation[];
  readonly truth: MeasuredTruth;
  /** Stretches in which nothing answers. */
  readonly outages: readonly Span[];
}

const MAIN: Register = {
  id: 'm',
  label: 'Main',
  role: 'main',
  measuresGrid: true,
  hubId: 'hub1',
  createdAt: null,
};
const CIRCUIT: Register = { ...MAIN, id: 'c', label: 'Circuit', role: 'circuit', measuresGrid: false };
/** Hubs send every five minutes; one place in so many has its series told too, of hours, and others their energies only. */
const HUB_SAMPLE_SECONDS = 300;
const PLACES_A_SERIES = 4;

/** A fleet whose answers can fail, come late and change, and whose time windows include both of their bounds. */
export function createSimulatedFleet(world: World, { locations, truth, outages }: FleetSettings) {
  const places = new Map(locations.map((listed, place) => [listed.ref.id, { listed, place }]));
  const unavailable = (): never => {
    throw new SourceUnavailableError('The fleet does not answer.');
  };
  const unlessOut = <T>(answer: () => T): T | 'out' => {
    if (!isWithin(outages, world.nowMs)) return answer();
    world.sometimes('a call in an outage of the fleet');
    return 'out';
  };
  const ask = async <T>(
    actor: Actor,
    port: 'source.list' | 'source.open' | 'source.read',
    label: string,
    answer: () => T,
    refuse?: () => T,
  ) => {
    const reply = await actor.call<T | 'out'>({
      port,
      label,
      perform: () => unlessOut(answer),
      fail: unavailable,
      ...(refuse === undefined ? {} : { refuse }),
    });
    return reply === 'out' ? unavailable() : reply;
  };
  const half = () => {
    world.sometimes('half a list of locations');
    const readable = locations.slice(0, Math.ceil(locations.length / 2));
    return { locations: readable, incompleteBecause: 'page 2 did not come' };
  };

  const portFor = (caller: () => Actor): EnergySource => ({
    listLocations: (fleet) =>
      ask<LocationList>(caller(), 'source.list', fleet, () => ({ locations, incompleteBecause: undefined }), half),
    async openLocation(ref) {
      const known = await ask(caller(), 'source.open', ref.id, () => places.get(ref.id));
      if (known === undefined || 'problem' in known.listed.location) throw new UnknownLocationError(ref.id);
      return readerOf(caller, known.listed.location, known.listed.fields, known.place);
    },
  });
  const readerOf = (
    caller: () => Actor,
    location: Location,
    fields: ListedLocation['fields'],
    place: number,
  ): LocationReader => ({
    location,
    fields,
    readDay: (day) =>
      ask(caller(), 'source.read', `${location.id} ${day.date}`, () => readingsAt(day, place, world.nowMs)),
  });

  function readingsAt(day: LocalDay, place: number, nowMs: number): DayReadings {
    const { startEpochSeconds, endEpochSeconds } = windowOf(day);
    const factor = truth.factorAt(place, day.end, nowMs);
    const missing = truth.missingAt(place, day.end, nowMs);
    const slots = expectedSlots(day, SAMPLE_SECONDS);
    const hasSeries = place % PLACES_A_SERIES === 0;
    const mainW = new Float64Array(slots).fill(Number.NaN);
    let [told, mainWh] = [0, 0];
    const first = Math.ceil(startEpochSeconds / SAMPLE_SECONDS) * SAMPLE_SECONDS;
    for (let at = first, slot = 0; at <= endEpochSeconds; at += SAMPLE_SECONDS, slot += 1) {
      if (slot >= slots - missing && missing > 0) continue;
      const powerW = factor * plainPowerW(place, at);
      mainWh += powerW;
      told += 1;
      if (slot < slots) mainW[slot] = powerW;
    }
    const hubSamples = expectedSlots(day, HUB_SAMPLE_SECONDS) - (missing * SAMPLE_SECONDS) / HUB_SAMPLE_SECONDS;
    return {
      day,
      registers: [MAIN, CIRCUIT],
      hubIds: ['hub1'],
      energyKWhByRegister: new Map([
        [MAIN.id, mainWh / 1000],
        [CIRCUIT.id, circuitPowerW(mainWh / 1000)],
      ]),
      sampleCount: hasSeries ? told : hubSamples,
      sourceOtherKWh: null,
      power: hasSeries ? seriesOf(mainW) : null,
      measuresCircuits: true,
      remarks: [],
    };
  }

  return { portFor };
}

function seriesOf(mainW: Float64Array): PowerSeries {
  const wattsByRegister = new Map([
    [MAIN.id, mainW],
    [CIRCUIT.id, mainW.map(circuitPowerW)],
  ]);
  return { resolutionSeconds: SAMPLE_SECONDS, wattsByRegister };
}
