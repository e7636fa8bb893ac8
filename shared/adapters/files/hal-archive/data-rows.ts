import { badFile, createFaultList, type FaultList, shownId } from '../file-fault.ts';
import { createIntervalCollector, type FileReadings, type IntervalCollector } from '../intervals/interval-collector.ts';
import type { WireData } from './wire.ts';

/** The column in which the archive delivers its own Other ready-made. */
export const OTHER_CHANNEL = 'urn:energycurb:registers:curb:other';

type WireResult = WireData['results'][number];

const SECONDS_BY_GRANULARITY: ReadonlyMap<string, number> = new Map([
  ['1T', 60],
  ['1H', 3600],
]);
/** More rows than a document can have in its bytes; a place's number has the result above it. */
const ROWS_A_RESULT = 10_000_000;
const MOST_RESULTS = 100;

/**
 * The intervals of a data document: mean watts, multiplier and sign already in them. Nulls are missing.
 *
 * @param isKnown whether the location has a register of that id
 * @throws BadFileError
 */
export function readDataRows({ results }: WireData, isKnown: (registerId: string) => boolean): FileReadings {
  if (results.length > MOST_RESULTS) throw badFile('results', `has more than ${MOST_RESULTS} entries`);
  const faults = createFaultList();
  const collector = createIntervalCollector(faults, rowPlace);
  for (const [index, result] of results.entries()) {
    const seconds = lengthOf(result, index);
    const channels = channelsOf(result, index, isKnown);
    for (const [row, cells] of result.data.entries()) {
      readRow(cells, { channels, seconds, place: index * ROWS_A_RESULT + row }, faults, collector);
    }
  }
  return collector.finish();
}

const rowPlace = (place: number) => `results[${Math.floor(place / ROWS_A_RESULT)}].data[${place % ROWS_A_RESULT}]`;

function lengthOf({ granularity, unit }: WireResult, index: number): number {
  if (unit !== 'w') {
    throw badFile(
      `results[${index}].unit`,
      `is ${unit === '$/hr' ? '$/hr' : 'another unit'}: save the data with unit=w`,
    );
  }
  const seconds = SECONDS_BY_GRANULARITY.get(granularity);
  if (seconds !== undefined) return seconds;
  const which = granularity === '1D' ? '1D, whose days are not those of the location' : 'not known';
  throw badFile(`results[${index}].granularity`, `is ${which}: save the data with granularity 1T or 1H`);
}

function channelsOf(
  { headers }: WireResult,
  index: number,
  isKnown: (registerId: string) => boolean,
): readonly string[] {
  const place = `results[${index}].headers`;
  const [first, ...channels] = headers;
  if (first !== 'timestamp') throw badFile(`${place}[0]`, 'is not timestamp');
  if (new Set(channels).size < channels.length) throw badFile(place, 'names a register twice');
  const unknown = channels.findIndex((channel) => channel !== OTHER_CHANNEL && !isKnown(channel));
  if (unknown >= 0) {
    throw badFile(
      `${place}[${unknown + 1}]`,
      `is ${shownId(channels[unknown] ?? '')}, which neither the profile nor location.json has: add it to "registers"`,
    );
  }
  return channels;
}

interface RowContext {
  readonly channels: readonly string[];
  readonly seconds: number;
  readonly place: number;
}

function readRow(cells: unknown, context: RowContext, faults: FaultList, collector: IntervalCollector): void {
  const { channels, seconds, place } = context;
  if (!Array.isArray(cells) || cells.length !== channels.length + 1) {
    faults.add(rowPlace(place), `does not have ${channels.length + 1} values, one for each header`);
    return;
  }
  const [start, ...amounts]: readonly unknown[] = cells;
  if (typeof start !== 'number' || start % seconds !== 0) {
    faults.add(`${rowPlace(place)}[0]`, `is no whole ${seconds === 60 ? 'minute' : 'hour'} in epoch seconds`);
    return;
  }
  for (const [column, powerW] of amounts.entries()) {
    if (powerW === null) continue;
    if (typeof powerW !== 'number') {
      faults.add(`${rowPlace(place)}[${column + 1}]`, 'is neither a number nor null');
      continue;
    }
    const energyWh = (powerW * seconds) / 3600;
    collector.add(channels[column] ?? '', { startSeconds: start, lengthSeconds: seconds, energyWh, place });
  }
}
