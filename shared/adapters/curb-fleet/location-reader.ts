import type { LocationReader } from '../../application/ports.ts';
import type { DayReadings } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { expectedSlots } from '../../domain/time/slots.ts';
import { readDayEnergy } from './day-energy.ts';
import { readDayPower } from './day-power.ts';
import { type DayAnswers, toDayReadings, unlistedRegisters } from './day-readings.ts';
import { createHubSilence } from './hub-silence.ts';
import type { LocationContext } from './location-context.ts';
import type { CurbFleetSettings } from './settings.ts';
import { RESOLUTION_SECONDS } from './time-window.ts';
import { createTopologyReader } from './topology.ts';

/** What each day that was read adds to the budget: a long period takes its time, a source that stalls does not get it. */
const MORE_BUDGET_PER_DAY_MS = 3_000;

/**
 * Reads the days of one location. A day whose power series cannot be read is not handed over with its energies alone: the
 * error lets the report be tried again, and a day that was taken for complete would never get its import and export.
 * Only a source that says it has no series (404) gets a day without one.
 */
export function createLocationReader(
  context: LocationContext,
  about: Pick<LocationReader, 'location' | 'fields'>,
  settings: Pick<CurbFleetSettings, 'excludedRegisters' | 'batterySign'>,
): LocationReader {
  const topologyReader = createTopologyReader(context);
  const hubSilence = createHubSilence(context);
  const excludedRegisters = settings.excludedRegisters.get(about.location.id) ?? new Set<string>();
  return {
    ...about,
    async readDay(day) {
      const reading = [readDayEnergy(context, day), readDayPower(context, day), topologyReader.read()] as const;
      // Waited for together, so that none goes on unheard when another fails.
      await Promise.allSettled(reading);
      const [energy, power, topology] = await Promise.all(reading);
      const answers: DayAnswers = { ...settings, day, energy, power, topology, excludedRegisters };
      const hasNewcomers = unlistedRegisters(answers).length > 0;
      const readings = toDayReadings(
        hasNewcomers ? { ...answers, topology: await topologyReader.readAgain() } : answers,
      );
      context.budget.extend(MORE_BUDGET_PER_DAY_MS);
      if (!isShort(readings, day)) return readings;
      return { ...readings, remarks: [...readings.remarks, ...(await hubSilence(readings.hubIds, day))] };
    },
  };
}

function isShort({ sampleCount, hubIds }: DayReadings, day: LocalDay): boolean {
  return sampleCount !== null && sampleCount < expectedSlots(day, RESOLUTION_SECONDS) * hubIds.length;
}
