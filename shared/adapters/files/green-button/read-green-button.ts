import type { TimeZone } from '../../../domain/time/time-zone.ts';
import { badFile, createFaultList, shownId } from '../file-fault.ts';
import { createIntervalCollector, type FileReadings } from '../intervals/interval-collector.ts';
import type { EspiResource } from './espi-feed.ts';
import { linkedSeries } from './linked-readings.ts';
import { checkLocalTimes } from './local-time.ts';
import { netReadings } from './net-readings.ts';
import { readEspiFeed } from './read-espi-feed.ts';
import { usagePointSeries } from './usage-point-series.ts';

/** What a location says about its Green Button files. */
export interface GreenButtonOptions {
  readonly timeZone: TimeZone;
  /** Whether what the file says of its zone is left unread. */
  readonly ignoreFileTimeZone: boolean;
  /** The register that a usage point is; undefined where nothing says it. `isOnly`: the file has no other. */
  readonly registerOf: (usagePointId: string, isOnly: boolean) => string | undefined;
}

/**
 * Reads a Green Button (ESPI) file: the net energy of each usage point of electricity.
 * @throws BadFileError with the line, the element and what is wrong
 */
export async function readGreenButton(
  pieces: AsyncIterable<Uint8Array>,
  { timeZone, ignoreFileTimeZone, registerOf }: GreenButtonOptions,
): Promise<FileReadings> {
  const faults = createFaultList();
  const feed = await readEspiFeed(pieces, faults);
  faults.throwIfAny();
  const points = usagePointSeries(linkedSeries(feed));
  const collector = createIntervalCollector(faults, (line) => `line ${line}, IntervalReading`);
  let count = 0;
  let firstSeconds = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const id = usagePointId(point.usagePoint);
    const registerId = registerOf(id, points.length === 1);
    if (registerId === undefined) {
      throw badFile(
        `line ${point.usagePoint?.line ?? 1}, UsagePoint`,
        `is ${shownId(id)}, which no register in location.json names: add "usagePoint": "${shownId(id)}" to the one that it is`,
      );
    }
    for (const { line, ...reading } of netReadings(point)) {
      collector.add(registerId, { ...reading, place: line });
      firstSeconds = Math.min(firstSeconds, reading.startSeconds);
      count += 1;
    }
  }
  const readings = collector.finish();
  if (count === 0) throw badFile('the file', 'has no IntervalReading of electricity');
  if (!ignoreFileTimeZone) checkLocalTimes(feed.localTimes, timeZone, firstSeconds);
  return readings;
}

/** The last part of its link, as `01` of `…/UsagePoint/01`. */
function usagePointId(usagePoint: EspiResource | undefined): string {
  return usagePoint?.self?.split('/').at(-1) ?? '';
}
