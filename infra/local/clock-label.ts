import { formatInTimeZone } from 'date-fns-tz';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { TimeZone } from '../../shared/domain/time/time-zone.ts';

/**
 * What the clocks at a place show, for people: `Sun 1 Nov 2026, 06:00 CST`. A label only, never a boundary: date-fns-tz
 * takes the process's own zone for one without clock changes, which is why every process of ours runs in UTC.
 */
export function clockLabel(instant: Instant, zone: TimeZone): string {
  return formatInTimeZone(new Date(instant), zone, 'EEE d MMM yyyy, HH:mm zzz');
}
