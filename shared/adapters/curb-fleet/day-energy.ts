import type { LocalDay } from '../../domain/time/local-day.ts';
import { UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import type { LocationContext } from './location-context.ts';
import { checkEcho, windowOf, windowQuery } from './time-window.ts';
import { type WireAggregate, type WireRegister, wireAggregate } from './wire.ts';

/** One row of a day's `aggregate`; null when the energy is not known. */
export interface EnergyRow {
  readonly register: WireRegister;
  readonly energyKWh: number | null;
}

export interface DayEnergy {
  /** Summed over the hubs; null where the API gives no count. */
  readonly sampleCount: number | null;
  readonly rows: readonly EnergyRow[];
}

/**
 * Reads each register's energy of a day, and asks for the API's own Other; undefined where there is no data (404).
 * The figure is taken as it is: it cannot be rebuilt from the sums and averages beside it, and may be stretched over gaps.
 */
export async function readDayEnergy(context: LocationContext, day: LocalDay): Promise<DayEnergy | undefined> {
  const window = windowOf(day);
  const answer = await context.get('aggregate', wireAggregate, { ...windowQuery(window), add_other: '1' });
  if (answer === undefined) return undefined;
  const endpoint = endpointName('GET', context.url('aggregate'));
  checkEcho(answer, window, endpoint);
  checkRows(answer, endpoint);
  return {
    sampleCount: answer.samples_count ?? null,
    rows: answer.results.map(({ register, kwh }) => ({ register, energyKWh: kwh == null ? null : kwh + 0 })),
  };
}

function checkRows({ results }: WireAggregate, endpoint: string): void {
  const ids = new Set(results.map(({ register }) => register.id));
  if (ids.size < results.length) throw new UnexpectedPayloadError(`${endpoint} answered with a register twice`);
  // One energy may be unknown; none at all under this name means another unit or version.
  if (results.length > 0 && results.every(({ kwh }) => kwh === undefined)) {
    throw new UnexpectedPayloadError(`${endpoint} answered without any kwh`);
  }
}
