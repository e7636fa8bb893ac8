import type { LocationReader } from '../../application/ports.ts';
import type { DayReadings } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { MeterpostError } from '../../errors.ts';
import { toDayReadings } from './day-readings.ts';
import { createDayRuns } from './day-runs.ts';
import { isUnitedStates, toEmissions } from './emissions.ts';
import { createPresence, type DeclaredEquipment } from './equipment.ts';
import { type Buckets, type ReadBuckets, readBuckets } from './metric.ts';
import { createRunBuckets } from './run-buckets.ts';
import { createSiteAlerts } from './site-alerts.ts';
import type { SiteContext } from './site-context.ts';
import { readStoredEnergy } from './stored-energy.ts';

/** What each day that was read adds to the budget: a long period takes its time, a source that stalls does not get it. */
const MORE_BUDGET_PER_DAY_MS = 3_000;

/**
 * Reads the days of one site. Whatever a figure of energy is made of has to be read, or the day is not; stored energy,
 * emissions and alerts are left out where they cannot be had.
 */
export function createSiteReader(
  context: SiteContext,
  about: Pick<LocationReader, 'location' | 'fields' | 'contacts'>,
  declared: DeclaredEquipment,
): LocationReader {
  const isThere = createPresence(context, declared);
  const alertsIn = createSiteAlerts(context);
  const hasEmissions = isUnitedStates(about.location.country);
  const readDay = async (day: LocalDay, read: ReadBuckets): Promise<DayReadings> => {
    const reading = [
      read('grid-energy', day),
      read('generation', day),
      read('consumption', day),
      read('production', day),
      declared.battery === false ? undefined : unlessInTrouble(readStoredEnergy(read, day)),
      hasEmissions ? unlessInTrouble(read('emissions', day)) : undefined,
      unlessInTrouble(alertsIn(day)),
    ] as const;
    // Waited for together, so that none goes on unheard when another fails.
    await Promise.allSettled(reading);
    const [grid, generation, charge, discharge, stored, estimate, alerts] = await Promise.all(reading);
    const hasSolar = isSeen(generation) || (await isThere('solar', day));
    const hasBattery = isSeen(charge) || isSeen(discharge) || stored !== undefined || (await isThere('battery', day));
    const readings = toDayReadings({ day, grid, generation, charge, discharge, hasSolar, hasBattery });
    context.budget.extend(MORE_BUDGET_PER_DAY_MS);
    return {
      ...readings,
      ...(stored === undefined ? {} : { storedEnergyKWh: stored }),
      ...(estimate === undefined ? {} : { sourceEmissions: toEmissions(estimate, grid, day) }),
      ...(alerts === undefined ? {} : { alerts }),
    };
  };
  const alone: ReadBuckets = (metric, interval) => readBuckets(context, metric, interval);
  return {
    ...about,
    readDay: createDayRuns((run) => {
      const together = run.length > 1 ? createRunBuckets(run, alone) : () => alone;
      return (day) => readDay(day, together(day));
    }),
  };
}

const isSeen = (buckets: Buckets | undefined) => (buckets?.amountByStart.size ?? 0) > 0;

/** What a report can do without keeps none from being made. */
async function unlessInTrouble<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MeterpostError) return undefined;
    throw error;
  }
}
