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
  since(first: Period, zone: TimeZone, settings: ReportSettings): readonly DuePeriod[];
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
    since: (first, zone, settings) => inZone(zone, settings).since(first),
  };
}

interface DueInZone {
  readonly latest: Period;
  since(first: Period): readonly DuePeriod[];
}

function dueInZone(kind: ReportKind, now: Instant, most: number, zone: TimeZone, settings: ReportSettings): DueInZone {
  const { sendAt, cycleStartDay } = settings;
  const latest = latestDuePeriod(kind, now, sendAt[kind], zone, cycleStartDay);
  const withEnd = (period: Period) => ({ period, end: periodInterval(period, zone).end });
  const backwards = [withEnd(latest)];
  const lists = new Map<string, readonly DuePeriod[]>();

  const listSince = (first: Period): readonly DuePeriod[] => {
    // A cycle's bounds depend on the one before it, so these are followed from the first one on.
    if (kind === 'cycle') return duePeriods(first, now, sendAt.cycle, zone, cycleStartDay).slice(-most).map(withEnd);
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
    since(first) {
      // Most locations of a zone begin with the same period.
      const list = lists.get(first.key) ?? listSince(first);
      lists.set(first.key, list);
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
