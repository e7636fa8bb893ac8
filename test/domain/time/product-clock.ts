import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { instantAtLocalTime, localDateAt, localDay, offsetChangesIn } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import type { LocalClock } from './zone-day-check.ts';

/** The product's functions in the plain types of the zone check. */
export const productClock: LocalClock = {
  localDay: (date, zone) => localDay(parseLocalDate(date), parseTimeZone(zone)),
  atLocalTime: (date, time, zone) => instantAtLocalTime(parseLocalDate(date), time, parseTimeZone(zone)),
  localDateAt: (epochMs, zone) => localDateAt(instantFromMs(epochMs), parseTimeZone(zone)),
  offsetChanges: (fromMs, toMs, zone) =>
    offsetChangesIn({ start: instantFromMs(fromMs), end: instantFromMs(toMs) }, parseTimeZone(zone)),
};
