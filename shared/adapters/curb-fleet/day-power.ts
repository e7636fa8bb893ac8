import { epochSeconds } from '../../domain/time/instant.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { slotStarts } from '../../domain/time/slots.ts';
import { UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import type { LocationContext } from './location-context.ts';
import { checkEcho, RESOLUTION_SECONDS, windowOf, windowQuery } from './time-window.ts';
import { type WireHistorical, type WireRegister, wireHistorical } from './wire.ts';

/** One register's day in watts, as the API signs them; NaN where no sample came. */
export interface PowerColumn {
  readonly register: WireRegister;
  readonly watts: Float64Array;
}

/**
 * Reads the five-minute power of a day; undefined where there is no series (404). Nothing is interpolated:
 * slots that are left out, and values that are null, are missing.
 */
export async function readDayPower(
  context: LocationContext,
  day: LocalDay,
): Promise<readonly PowerColumn[] | undefined> {
  const window = windowOf(day);
  const answer = await context.get('historical', wireHistorical, windowQuery(window));
  if (answer === undefined) return undefined;
  const endpoint = endpointName('GET', context.url('historical'));
  checkEcho(answer, window, endpoint);
  return columnsOf(answer, slotStarts(day, RESOLUTION_SECONDS).map(epochSeconds), endpoint);
}

/** The values of a slot belong to the registers of the same answer by their position; no other order is to be trusted. */
function columnsOf(answer: WireHistorical, slots: readonly number[], endpoint: string): readonly PowerColumn[] {
  const refuse = (what: string) => new UnexpectedPayloadError(`${endpoint} answered with ${what}`);
  const { registers, results } = answer;
  if (new Set(registers.map((register) => register.id)).size < registers.length) throw refuse('a register twice');

  const columns = registers.map((register) => ({ register, watts: new Float64Array(slots.length).fill(Number.NaN) }));
  const slotByStart = new Map(slots.map((start, slot) => [start, slot]));
  for (const { t, r } of results) {
    const slot = slotByStart.get(t);
    if (slot === undefined) throw refuse('a sample that is outside the day, off the five minutes or there twice');
    slotByStart.delete(t);
    if (r.w.length !== columns.length) throw refuse(`${r.w.length} values for ${columns.length} registers`);
    fillSlot(columns, slot, r.w);
  }
  return columns;
}

/** By index: an iterator's pairs of ten thousand values a day would take three times as long. */
function fillSlot(columns: readonly PowerColumn[], slot: number, watts: readonly (number | null)[]): void {
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    const powerW = watts[index];
    // Adding 0 turns −0 into 0.
    if (column !== undefined && powerW != null) column.watts[slot] = powerW + 0;
  }
}
