import type { WatchContext } from './watch-context.ts';
import { dueMs, spanAfter, spanOfKey } from './zone-clock.ts';

/** A planner may be so long on its way from its look at the clock to its anchor. */
const PLANNER_MS = 5 * 60_000;

/** Checks that a location begins with the latest period that has fallen due: neither an earlier one nor one too many. */
export function checkAnchor(
  { world, places, policy }: WatchContext,
  kind: string,
  location: string,
  period: string,
): void {
  // Anchors bear the location's id in keys only; any zone in which the period is the latest due one will do.
  const span = spanOfKey(kind, period);
  const fits = [...places.values()].some(({ clock }) => {
    const isDue = dueMs(clock, span, policy.sendAt) <= world.nowMs;
    return isDue && dueMs(clock, spanAfter(kind, span), policy.sendAt) > world.nowMs - PLANNER_MS;
  });
  if (!fits) world.violate('a location begins with its latest period', `${kind} ${period} at ${location}`);
}
