import { type Instant, instantFromEpochSeconds } from '../../../domain/time/instant.ts';
import { utcOffsetMinutesAt } from '../../../domain/time/local-day.ts';
import type { TimeZone } from '../../../domain/time/time-zone.ts';
import { badFile } from '../file-fault.ts';
import type { EspiResource } from './espi-feed.ts';

const QUARTER_SECONDS = 91 * 86_400;

/**
 * Sets what a file says of its local time beside the location's zone. The file's instants are in UTC and need no zone, but
 * a zone that is hours away makes other days of them.
 * @throws BadFileError when clocks in the zone never show the offset that the file tells
 */
export function checkLocalTimes(localTimes: readonly EspiResource[], zone: TimeZone, firstSeconds: number): void {
  for (const { line, texts } of localTimes) {
    const told = texts.get('tzOffset');
    if (told === undefined || told === '') continue;
    const offsets = offsetsAround(firstSeconds, zone);
    if (/^-?\d{1,6}$/.test(told) && offsets.has(Number(told) / 60)) continue;
    const hours = /^-?\d{1,6}$/.test(told) ? `${Number(told) / 3600} h` : 'no number of seconds';
    throw badFile(
      `line ${line}, LocalTimeParameters/tzOffset`,
      `says ${hours} from UTC, which clocks in ${zone}, the timeZone of location.json, do not show: correct timeZone, or where the file is known to be wrong, add "ignoreFileTimeZone": true there`,
    );
  }
}

/** In minutes, from half a year before to half a year after: standard time and summer time. */
function offsetsAround(seconds: number, zone: TimeZone): Set<number> {
  const instants = [-2, -1, 0, 1, 2].map(
    (quarters): Instant => instantFromEpochSeconds(Math.max(0, seconds + quarters * QUARTER_SECONDS)),
  );
  return new Set(instants.map((instant) => utcOffsetMinutesAt(instant, zone)));
}
