import { createWallClock } from './wall-clock.ts';

/** A time in which a hub sent nothing. */
export type Outage = { readonly hub: string; readonly fromEpochSeconds: number; readonly toEpochSeconds: number };

const OUTAGE_SECONDS = 6 * 3600;

/** Six hours without one hub on the local day before the instant, from 10:00, and six on the 17th of the month before, from 13:00. */
export function outagesBefore(nowEpochSeconds: number, timeZone: string, hub: string): Outage[] {
  const clock = createWallClock(timeZone);
  const today = clock.at(nowEpochSeconds).dayNumber;
  const calendar = new Date(today * 86_400_000);
  const seventeenth = Date.UTC(calendar.getUTCFullYear(), calendar.getUTCMonth() - 1, 17) / 86_400_000;
  return [clock.instantOf(today - 1, 10), clock.instantOf(seventeenth, 13)].map((fromEpochSeconds) => ({
    hub,
    fromEpochSeconds,
    toEpochSeconds: fromEpochSeconds + OUTAGE_SECONDS,
  }));
}
