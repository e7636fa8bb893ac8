/**
 * A second opinion on time zones that shares nothing with the product: wall clocks read from Intl.DateTimeFormat, the instants
 * at which they are changed found by halving, and local days worked out from those spans by the plain rule.
 */

/** From this instant on the zone's clocks are ahead of UTC by this much. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/** The spans of a zone in order; the first one begins where the search began. */
export interface ZoneRules {
  readonly zone: string;
  readonly spans: readonly OffsetSpan[];
}

/** What the zone's clocks show, as if they were UTC clocks. */
export type WallClock = (epochMs: number) => number;

export function intlWallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (epochMs) => {
    const text = format.format(epochMs); // 03/08/2026, 01:59:59
    const part = (from: number, to: number): number => Number(text.slice(from, to));
    const secondMs = Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17), part(18, 20));
    return secondMs + (((epochMs % 1000) + 1000) % 1000);
  };
}

/** Finds every change of the offset, provided that no two of them are closer together than the step. */
export function findZoneRules(zone: string, fromMs: number, toMs: number, stepMs: number): ZoneRules {
  const wallClock = intlWallClock(zone);
  const offsetAt = (epochMs: number): number => wallClock(epochMs) - epochMs;
  const spans = [{ fromMs, offsetMs: offsetAt(fromMs) }];
  let offsetMs = offsetAt(fromMs);
  for (let at = fromMs; at < toMs; at += stepMs) {
    const next = offsetAt(at + stepMs);
    if (next === offsetMs) continue;
    let [before, after] = [at, at + stepMs];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle) === offsetMs) before = middle;
      else after = middle;
    }
    offsetMs = offsetAt(after);
    spans.push({ fromMs: after, offsetMs });
    at = after - stepMs;
  }
  return { zone, spans };
}

/** The plain rule: the first instant at which the zone's clocks show the wall time or a later one. */
export function firstInstantShowing(wallMs: number, rules: ZoneRules): number {
  for (const [index, span] of rules.spans.entries()) {
    const end = rules.spans[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const candidate = Math.max(span.fromMs, wallMs - span.offsetMs);
    if (candidate < end) return candidate;
  }
  throw new RangeError('A zone has at least one span');
}
