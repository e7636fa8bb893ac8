import type { SimulatedLocation } from '../../infra/local/simulator/simulated-fleet.ts';
import { classify } from '../../shared/adapters/curb-fleet/register-role.ts';
import type { DayReadings } from '../../shared/domain/energy/day-readings.ts';
import type { LocalDay } from '../../shared/domain/time/local-day.ts';
import { aRegister, RESOLUTION_SECONDS, readingsOf } from '../support/readings-builder.ts';

/** What a simulated or measured place comes to on a local day, read straight from its samples. */
export function simulatedReadings(place: SimulatedLocation, day: LocalDay): DayReadings {
  const step = place.nativeIntervalSeconds;
  const parts = Math.max(1, Math.round(RESOLUTION_SECONDS / step));
  const startSeconds = day.start / 1000;
  const wattsIn = (register: number, slot: number): number | null => {
    const slotStart = startSeconds + slot * RESOLUTION_SECONDS;
    const samples = Array.from({ length: parts }, (_, part) => {
      const at = slotStart + part * step;
      return place.wattsAt(register, at - (at % step));
    });
    const heard = samples.filter((powerW) => powerW !== null);
    return heard.length < parts ? null : heard.reduce((sum, powerW) => sum + powerW, 0) / parts;
  };
  const metered = place.registers.map((wire, index) => ({
    register: aRegister(wire.id, classify(wire).role, {
      ...classify(wire),
      label: wire.label,
      hubId: wire.installation,
    }),
    powerW: (slot: number) => wattsIn(index, slot),
  }));
  return readingsOf(day, metered, { measuresCircuits: metered.some(({ register }) => register.role === 'circuit') });
}
