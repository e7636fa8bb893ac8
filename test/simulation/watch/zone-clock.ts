import { findZoneRules, firstInstantShowing, type ZoneRules } from '../../domain/time/intl-zone-rules.ts';

/** A second opinion on when local days begin and reports fall due, which shares nothing with the product. */
export interface ZoneClock {
  /** When the zone's clocks first show a wall time (given as if it were UTC), or a later one. */
  firstShowing(wallMs: number): number;
}

export const DAY_MS = 86_400_000;

/** The two nearest changes of one zone's offset in these years are weeks apart. */
const STEP_MS = 7 * 24 * 3_600_000;
const clocks = new Map<string, ZoneClock>();

/** The clock of a zone between two instants; each is made once. */
export function zoneClock(zone: string, fromMs: number, toMs: number): ZoneClock {
  const name = `${zone} ${fromMs} ${toMs}`;
  const known = clocks.get(name) ?? clockOf(findZoneRules(zone, fromMs, toMs, STEP_MS));
  clocks.set(name, known);
  return known;
}

function clockOf(rules: ZoneRules): ZoneClock {
  const found = new Map<number, number>();
  return {
    firstShowing(wallMs) {
      const known = found.get(wallMs) ?? firstInstantShowing(wallMs, rules);
      found.set(wallMs, known);
      return known;
    },
  };
}

/** A period as the calendar has it: its first date, and the one after its last, as if they began in UTC. */
export interface CalendarSpan {
  readonly firstMs: number;
  readonly nextMs: number;
}

/** Reads a period's key by calendar arithmetic of its own. */
export function spanOfKey(kind: string, key: string): CalendarSpan {
  const dateMs = (text: string) => Date.parse(`${text}T00:00:00Z`);
  if (kind === 'daily') return { firstMs: dateMs(key), nextMs: dateMs(key) + DAY_MS };
  if (kind === 'monthly') return monthFrom(dateMs(`${key}-01`));
  if (kind === 'weekly') {
    const fourthOfJanuaryMs = dateMs(`${key.slice(0, 4)}-01-04`);
    const mondayMs = fourthOfJanuaryMs - ((new Date(fourthOfJanuaryMs).getUTCDay() + 6) % 7) * DAY_MS;
    const firstMs = mondayMs + (Number(key.slice(6)) - 1) * 7 * DAY_MS;
    return { firstMs, nextMs: firstMs + 7 * DAY_MS };
  }
  const [first = '', last = ''] = key.split(/[/_]/);
  return { firstMs: dateMs(first), nextMs: dateMs(last) + DAY_MS };
}

/** The period of the kind that begins on the day after; cycles begin on the same day of each month. */
export function spanAfter(kind: string, { nextMs }: CalendarSpan): CalendarSpan {
  if (kind === 'daily') return { firstMs: nextMs, nextMs: nextMs + DAY_MS };
  if (kind === 'weekly') return { firstMs: nextMs, nextMs: nextMs + 7 * DAY_MS };
  return monthFrom(nextMs);
}

function monthFrom(firstMs: number): CalendarSpan {
  const first = new Date(firstMs);
  return { firstMs, nextMs: Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, first.getUTCDate()) };
}

/** When the report on a span falls due, the send time written `HH:MM`. */
export function dueMs(clock: ZoneClock, span: CalendarSpan, sendAt: string): number {
  const [hours = 0, minutes = 0] = sendAt.split(':').map(Number);
  return clock.firstShowing(span.nextMs + (hours * 60 + minutes) * 60_000);
}
