import { startDayOf } from '../domain/time/billing-cycle.ts';
import type { Instant } from '../domain/time/instant.ts';
import { dayOf, plusDays } from '../domain/time/local-date.ts';
import { nextPeriod, type Period, periodOfDate } from '../domain/time/period.ts';
import { duePeriods } from '../domain/time/send-time.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import type { ReportSettings } from './configuration.ts';

/*
 * When the start day of cycles is changed, what was reported on stays as it is: the cycle that runs then is cut short, or
 * drawn out to the next one, and the new day counts from there. That cycle becomes a further anchor.
 */

/** True when the cycle behind an anchor begins on the start day that is set now. */
export function isInStep(anchor: Period, { cycleStartDay }: ReportSettings): boolean {
  return periodOfDate('cycle', anchor.last, cycleStartDay).last === anchor.last;
}

/** The cycle with which a new start day begins: it follows the last one of the old day that is due, or was begun with. */
export function firstOfNewDay(last: Period, now: Instant, zone: TimeZone, settings: ReportSettings): Period {
  const due = duePeriods(last, now, settings.sendAt.cycle, zone, dayBehind(last));
  return nextPeriod(due.at(-1) ?? last, settings.cycleStartDay);
}

/** All cycles that are due, by the start day that was in force at the time; oldest first. */
export function dueCycles(
  anchors: readonly Period[],
  now: Instant,
  zone: TimeZone,
  { cycleStartDay, sendAt }: ReportSettings,
): Period[] {
  const changes = anchors.filter((anchor, index) => {
    // Of two that planners set at once for the same day, the earlier counts.
    const before = anchors[index - 1];
    return before === undefined || dayBehind(before) !== dayBehind(anchor);
  });
  return changes.flatMap((anchor, index) => {
    const next = changes[index + 1];
    if (next === undefined) return duePeriods(anchor, now, sendAt.cycle, zone, cycleStartDay);
    return duePeriods(anchor, now, sendAt.cycle, zone, dayBehind(anchor)).filter(({ first }) => first < next.first);
  });
}

/** The start day of the cycles behind an anchor; of a short one, as far as the day after it tells. */
function dayBehind(anchor: Period): number {
  return startDayOf(anchor) ?? dayOf(plusDays(anchor.last, 1));
}
