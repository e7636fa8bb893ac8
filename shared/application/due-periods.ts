import type { Instant } from '../domain/time/instant.ts';
import { type Period, periodInterval, previousPeriod, type ReportKind } from '../domain/time/period.ts';
import { duePeriods, latestDuePeriod } from '../domain/time/send-time.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import type { ReportSettings } from './configuration.ts';

/** The periods of one kind that have fallen due at an instant. */
export interface DuePeriods {
  /** The most recent one. */
  latest(zone: TimeZone, settings: ReportSettings): Period;
  /** From a first one on, oldest first; of many only the last ones. */
  since(first: Period, zone: TimeZone, settings: ReportSettings): readonly Period[];
}

/**
 * Works out once what all locations of a zone have in common, so that a large fleet costs little more than its zones.
 *
 * @param most how many of the last due periods `since` gives at most
 */
export function createDuePeriods(kind: ReportKind, now: Instant, most: number): DuePeriods {
  const known = new Map<string, Backwards>();
  const backwards = (zone: TimeZone, { sendAt, cycleStartDay }: ReportSettings): Backwards => {
    const name = `${zone} ${sendAt[kind]} ${cycleStartDay}`;
    const latest = known.get(name)?.latest ?? latestDuePeriod(kind, now, sendAt[kind], zone, cycleStartDay);
    const found = known.get(name) ?? { latest, before: [] };
    known.set(name, found);
    return found;
  };
  return {
    latest: (zone, settings) => backwards(zone, settings).latest,
    since(first, zone, settings) {
      const { sendAt, cycleStartDay } = settings;
      // A cycle's bounds depend on the one before it, so these are followed from the first one on.
      if (kind === 'cycle') return duePeriods(first, now, sendAt.cycle, zone, cycleStartDay).slice(-most);
      const { latest, before } = backwards(zone, settings);
      const found: Period[] = [];
      for (let period = latest; period.first >= first.first && found.length < most; ) {
        found.push(period);
        const previous = before[found.length - 1] ?? previousDue(period, zone);
        before[found.length - 1] = previous;
        period = previous;
      }
      return found.reverse();
    },
  };
}

/** The latest due period, and those before it as far back as anybody asked. */
interface Backwards {
  readonly latest: Period;
  readonly before: Period[];
}

/** A date that its zone left out has no report. */
function previousDue(period: Period, zone: TimeZone): Period {
  let previous = previousPeriod(period);
  for (let bounds = periodInterval(previous, zone); bounds.start === bounds.end; ) {
    previous = previousPeriod(previous);
    bounds = periodInterval(previous, zone);
  }
  return previous;
}
