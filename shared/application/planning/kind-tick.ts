import type { LocationRef } from '../../domain/location.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { type LocalDate, plusDays } from '../../domain/time/local-date.ts';
import { type Period, periodInterval, previousPeriod, type ReportKind } from '../../domain/time/period.ts';
import { dueAt } from '../../domain/time/send-time.ts';
import type { TimeZone } from '../../domain/time/time-zone.ts';
import type { ReportSettings } from '../configuration.ts';
import { firstOfNewDay, isInStep } from '../cycle-anchors.ts';
import { createDuePeriods } from '../due-periods.ts';
import { recheckDayAt } from '../rechecks.ts';
import type { Subscription } from '../subscriptions.ts';
import type { AnchorBook } from './anchor-book.ts';
import type { LedgerMarks } from './ledger-marks.ts';
import type { RuleSet } from './sheet.ts';
import { isToCome } from './time-to-come.ts';

/** A report that a tick asks for, or a finished one to look at once more. */
export interface DueReport {
  readonly ref: LocationRef;
  readonly timeZone: TimeZone;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly subscription: Subscription;
  /** Set for a finished report whose data is to be read once more, so many days after the period's end. */
  readonly recheckDay: number | undefined;
}

/** A period whose data is to have been read once more by now. */
export interface DueRecheck {
  readonly period: Period;
  /** Days after the period's end. */
  readonly day: number;
}

/** What all locations have in common in one tick, for one kind of report. */
export interface KindTick {
  readonly kind: ReportKind;
  readonly now: Instant;
  readonly dryRun: boolean;
  readonly marks: LedgerMarks;
  readonly anchors: AnchorBook;
  readonly subscriptionOf: (
    fleet: { readonly source: string; readonly fleet: string },
    rules: RuleSet,
  ) => Subscription | undefined;
  readonly calendar: Calendar;
}

/** The periods of one kind as they are in a zone now; all is worked out once. */
export interface Calendar {
  latest(zone: TimeZone, settings: ReportSettings): Period;
  /** From a location's anchors on, of many only the last ones. */
  since(anchors: readonly Period[], zone: TimeZone, settings: ReportSettings): readonly Period[];
  /** The anchor that a location lacks: it has none that has come yet, or its cycles have got another start day. */
  missingAnchor(anchors: readonly Period[], zone: TimeZone, settings: ReportSettings): Period | undefined;
  /** Those that are due and begin after a date, of many only the last ones. */
  after(date: LocalDate, zone: TimeZone, settings: ReportSettings): readonly Period[];
  /** False for a period that is so old that ticks have given it up. */
  isLookedAt(period: Period, zone: TimeZone, settings: ReportSettings): boolean;
  /** True for a date that the zone left out: there is no report on it. */
  isEmpty(period: Period, zone: TimeZone): boolean;
  rechecks(zone: TimeZone, settings: ReportSettings): readonly DueRecheck[];
  recheckDay(period: Period, zone: TimeZone, settings: ReportSettings): number | undefined;
  dueAt(period: Period, zone: TimeZone, settings: ReportSettings): Instant;
}

const DAYS: Readonly<Record<ReportKind, number>> = { daily: 1, weekly: 7, monthly: 31, cycle: 31 };

/** A recheck that was missed is made up for within days of its last one. */
const RECHECK_MARGIN_DAYS = 5;

export function createCalendar(kind: ReportKind, now: Instant, mostPeriods: number): Calendar {
  const due = createDuePeriods(kind, now, mostPeriods);
  const lists = createMemo<readonly Period[]>();
  const rechecks = createMemo<readonly DueRecheck[]>();
  const bounds = createMemo<Interval>();
  const dues = createMemo<Instant>();
  const oldest = createMemo<LocalDate>();
  const boundsOf = (period: Period, zone: TimeZone) =>
    bounds(`${zone} ${period.key}`, () => periodInterval(period, zone));
  const nameOf = (zone: TimeZone, { sendAt, cycleStartDay }: ReportSettings) =>
    `${zone} ${sendAt[kind]} ${kind === 'cycle' ? cycleStartDay : ''}`;

  const oldestOf = (latest: Period, { cycleStartDay }: ReportSettings) => {
    let first = latest;
    for (let count = 1; count < mostPeriods; count += 1) first = previousPeriod(first, cycleStartDay);
    return first.first;
  };
  const calendar: Calendar = {
    latest: due.latest,
    since: (anchors, zone, settings) => due.since(anchors, zone, settings).map(({ period }) => period),
    missingAnchor(anchors, zone, settings) {
      const [first, last] = [anchors[0], anchors.at(-1)];
      if (first === undefined || last === undefined) return due.latest(zone, settings);
      if (isToCome(boundsOf(first, zone).end, now)) return due.latest(zone, settings);
      return kind !== 'cycle' || isInStep(last, settings) ? undefined : firstOfNewDay(last, now, zone, settings);
    },
    after: (date, zone, settings) =>
      lists(`${nameOf(zone, settings)} ${date}`, () => {
        if (due.latest(zone, settings).first <= date) return [];
        if (kind === 'cycle') return cyclesAfter(date, due.latest(zone, settings), mostPeriods, settings.cycleStartDay);
        const first = plusDays(date, 1);
        return calendar.since([{ kind, key: `from ${first}`, first, last: first }], zone, settings);
      }),
    isLookedAt: (period, zone, settings) =>
      period.first >= oldest(nameOf(zone, settings), () => oldestOf(due.latest(zone, settings), settings)),
    isEmpty(period, zone) {
      const { start, end } = boundsOf(period, zone);
      return start === end;
    },
    rechecks: (zone, settings) =>
      rechecks(`${nameOf(zone, settings)} ${settings.recheckDays.join()}`, () => {
        if (settings.recheckDays.length === 0) return [];
        const span = Math.max(...settings.recheckDays) + RECHECK_MARGIN_DAYS + DAYS[kind];
        const since = plusDays(due.latest(zone, settings).first, -span);
        return calendar.after(since, zone, settings).flatMap((period) => {
          const day = recheckDayAt(boundsOf(period, zone).end, now, settings.recheckDays);
          return day === undefined ? [] : [{ period, day }];
        });
      }),
    recheckDay: (period, zone, settings) => recheckDayAt(boundsOf(period, zone).end, now, settings.recheckDays),
    dueAt: (period, zone, { sendAt }) =>
      dues(`${zone} ${sendAt[kind]} ${period.key}`, () => dueAt(period, sendAt[kind], zone)),
  };
  return calendar;
}

function cyclesAfter(date: LocalDate, latest: Period, most: number, cycleStartDay: number): Period[] {
  const found: Period[] = [];
  for (let cycle = latest; cycle.first > date && found.length < most; cycle = previousPeriod(cycle, cycleStartDay)) {
    found.push(cycle);
  }
  return found.reverse();
}

function createMemo<T>(): (name: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (name, make) => {
    const value = known.get(name) ?? make();
    known.set(name, value);
    return value;
  };
}
