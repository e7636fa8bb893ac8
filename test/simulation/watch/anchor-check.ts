import type { Actor } from '../world/actor.ts';
import type { WatchContext } from './watch-context.ts';
import { dueMs, spanAfter, spanOfKey } from './zone-clock.ts';

/** A planner may be so long on its way from its look at the clock to its anchor. */
const PLANNER_MS = 5 * 60_000;

/**
 * Checks that locations begin with the latest period that has fallen due: neither an earlier one nor one too many. Anchors
 * are kept one by one, or, of many locations that begin with the same period, together.
 *
 * @param place what the key says behind the kind
 */
export function anchorsCreated(
  context: WatchContext,
  kind: string,
  [first = '', second = '']: readonly string[],
  body: Readonly<Record<string, unknown>>,
  actor: Actor,
): void {
  const { locations = [first] } = body as { locations?: readonly string[] };
  checkPeriod(context, kind, second);
  for (const location of locations) {
    const name = `${kind} ${location}`;
    const known = context.anchors.get(name);
    if (known === undefined) context.anchors.set(name, { kind, location, actor, period: second });
    else if (second < known.period) known.period = second;
    if (known !== undefined && known.actor !== actor) context.world.sometimes('two planners at one anchor');
  }
}

function checkPeriod({ world, places, policy }: WatchContext, kind: string, period: string): void {
  // Anchors bear the location's id in keys only; any zone in which the period is the latest due one will do.
  const span = spanOfKey(kind, period);
  const fits = [...places.values()].some(({ clock }) => {
    const isDue = dueMs(clock, span, policy.sendAt) <= world.nowMs;
    return isDue && dueMs(clock, spanAfter(kind, span), policy.sendAt) > world.nowMs - PLANNER_MS;
  });
  if (!fits) world.violate('a location begins with its latest period', `${kind} ${period}`);
}
