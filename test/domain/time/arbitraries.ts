import * as fc from 'fast-check';
import { type Instant, instantFromMs } from '../../../shared/domain/time/instant.ts';
import { dateOfDayNumber, type LocalDate, parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { type Period, periodOfDate, type ReportKind } from '../../../shared/domain/time/period.ts';
import { parseTimeZone, type TimeZone } from '../../../shared/domain/time/time-zone.ts';

/** A place and a date at which something unusual happens to the clocks. */
const UNUSUAL: readonly (readonly [zone: string, date: string])[] = [
  ['Pacific/Apia', '2011-12-30'],
  ['America/St_Johns', '2006-10-29'],
  ['America/St_Johns', '2010-11-07'],
  ['Africa/Cairo', '2026-04-24'],
  ['Asia/Amman', '2010-10-29'],
  ['Asia/Gaza', '2021-10-29'],
  ['Antarctica/Casey', '2010-03-05'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Chicago', '2026-03-08'],
  ['America/Chicago', '2026-11-01'],
  ['America/Caracas', '2007-12-09'],
  ['Asia/Pyongyang', '2018-05-05'],
  ['Asia/Kathmandu', '2026-11-20'],
];

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const daysSince1970 = fc.integer({ min: 12_784, max: 24_106 }); // 2005 to 2035

export const localDates: fc.Arbitrary<LocalDate> = daysSince1970.map(dateOfDayNumber);

export interface ZoneDate {
  readonly zone: TimeZone;
  readonly date: LocalDate;
}

/** Any zone on any date of 2005 to 2035, and as often one near a date on which its clocks do something unusual. */
export const zoneDates: fc.Arbitrary<ZoneDate> = fc.oneof(
  fc.record({ zone: anyZone.map(parseTimeZone), date: localDates }),
  fc.tuple(fc.constantFrom(...UNUSUAL), fc.integer({ min: -3, max: 3 })).map(([[zone, date], days]) => ({
    zone: parseTimeZone(zone),
    date: dateOfDayNumber(Date.parse(date) / 86_400_000 + days),
  })),
);

export const reportKinds: fc.Arbitrary<ReportKind> = fc.constantFrom('daily', 'weekly', 'monthly', 'cycle');
export const cycleStartDays: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.integer({ min: 28, max: 31 }),
);

export const sendTimes: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('00:00', '00:01', '00:30', '01:00', '02:30', '06:00', '23:30', '23:59'),
  fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
);

/** A send time in a zone, and a period near its unusual dates. */
export interface ZonePeriod {
  readonly zone: TimeZone;
  readonly period: Period;
  readonly cycleStartDay: number;
}

export const zonePeriods: fc.Arbitrary<ZonePeriod> = fc
  .tuple(zoneDates, reportKinds, cycleStartDays)
  .map(([{ zone, date }, kind, cycleStartDay]) => ({
    zone,
    period: periodOfDate(kind, date, cycleStartDay),
    cycleStartDay,
  }));

export const instants: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 11, 31) })
  .map(instantFromMs);

/** Short hands for tests: they go through the same parsers as everything else. */
export const date = (text: string): LocalDate => parseLocalDate(text);
export const zone = (text: string): TimeZone => parseTimeZone(text);
