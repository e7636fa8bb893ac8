import type { Instant } from '../domain/time/instant.ts';
import { type Period, periodInterval, previousPeriod, type ReportKind } from '../domain/time/period.ts';
import { latestDuePeriod } from '../domain/time/send-time.ts';
import type { TimeZone } from '../domain/time/time-zone.ts';
import type { ReportSettings } from './configuration.ts';
import { dueCycles } from './cycle-anchors.ts';

/** The periods of one kind that have fallen due at an instant. */
export interface DuePeriods {
  /** The most recent one. */
  latest(zone: TimeZone, settings: ReportSettings): Period;
  /**
   * From a first one on, oldest first; of many only the last ones.
   * @param anchors the first one; of cycles, each that another start day began with
   */
  since(anchors: readonly Period[], zone: TimeZone, settings: ReportSettings): readonly DuePeriod[];
}

export interface DuePeriod {
  readonly period: Period;
  /** The first instant after it. */
  readonly end: Instant;
}

/**
 * Works out once what all locations of a zone have in common, so that a large fleet costs little more than its zones.
 *
 * @param most how many of the last due periods `since` gives at most
 */
export function createDuePeriods(kind: ReportKind, now: Instant, most: number): DuePeriods {
  const known = new Map<string, DueInZone>();
  const inZone = (zone: TimeZone, settings: ReportSettings): DueInZone => {
    const name = `${zone} ${settings.sendAt[kind]} ${settings.cycleStartDay}`;
    const found = known.get(name) ?? dueInZone(kind, now, most, zone, settings);
    known.set(name, found);
    return found;
  };
  return {
    latest: (zone, settings) => inZone(zone, settings).latest,
    since: (anchors, zone, settings) => inZone(zone, settings).since(anchors),
  };
}

interface DueInZone {
  readonly latest: Period;
  since(anchors: readonly Period[]): readonly DuePeriod[];
}

function dueInZone(kind: ReportKind, now: Instant, most: number, zone: TimeZone, settings: ReportSettings): DueInZone {
  const latest = latestDuePeriod(kind, now, settings.sendAt[kind], zone, settings.cycleStartDay);
  const withEnd = (period: Period) => ({ period, end: periodInterval(period, zone).end });
  const backwards = [withEnd(latest)];
  const lists = new Map<string, readonly DuePeriod[]>();

  const listSince = (anchors: readonly Period[]): readonly DuePeriod[] => {
    // A cycle's bounds depend on the one before it, so these are followed from the first one on.
    if (kind === 'cycle') return dueCycles(anchors, now, zone, settings).slice(-most).map(withEnd);
    const [first] = anchors;
    if (first === undefined) return [];
    let count = 0;
    while (count < most) {
      const due = backwards[count];
      if (due === undefined || due.period.first < first.first) break;
      count += 1;
      backwards[count] ??= withEnd(previousDue(due.period, zone));
    }
    return backwards.slice(0, count).reverse();
  };
  return {
    latest,
    since(anchors) {
      // Most locations of a zone begin with the same period.
      const name = anchors.length === 1 ? (anchors[0]?.key ?? '') : anchors.map(({ key }) => key).join(' ');
      const list = lists.get(name) ?? listSince(anchors);
      lists.set(name, list);
      return list;
    },
  };
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
