import type { Instant } from '../../domain/time/instant.ts';

/** More than clocks ever differ. */
const DAY_MS = 86_400_000;

/** True for what only a tick can have written down that stood for another time than the present: somebody looked ahead. */
export function isToCome(instant: Instant, now: Instant): boolean {
  return instant > now + DAY_MS;
}
