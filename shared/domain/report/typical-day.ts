import type { Instant } from '../time/instant.ts';
import { isoWeekday, type LocalDate } from '../time/local-date.ts';
import { localDay } from '../time/local-day.ts';
import { localHours } from '../time/slots.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { type Change, changeBetween, noChange } from './change.ts';
import { type ComparedMeasure, energyOf } from './comparison.ts';
import type { PeriodSummary } from './period-summary.ts';
import type { TypicalDayData, TypicalHour } from './typical-day-data.ts';

/** A usual day of this weekday, laid out over the hours that the report's own day has. */
export interface TypicalDay {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  readonly dates: readonly LocalDate[];
  readonly measure: ComparedMeasure;
  readonly hourly: readonly (TypicalHour & {
    readonly start: Instant;
    readonly repeated: boolean;
    readonly minutes: number;
  })[];
  /** The report's day beside the usual one; `otherDays` is the number of days that the median is of. */
  readonly consumption: Change;
  readonly production: Change | null;
}

/** Lays a typical day over the hours of a date: 23 or 25 of them where the clocks change. */
export function typicalDayOf(data: TypicalDayData, now: PeriodSummary, timeZone: TimeZone): TypicalDay | null {
  const today = now.days[0];
  if (today === undefined) return null;
  const change = (energyKWh: number | null, usualPerHourKWh: number): Change => {
    if (energyKWh === null) return noChange('different_coverage');
    const { hours } = today;
    const usual = { energyKWh: usualPerHourKWh * hours, days: 1, hours };
    const result = changeBetween({ energyKWh, days: 1, hours }, usual);
    return result.comparable ? { ...result, otherDays: data.dates.length } : result;
  };
  return {
    weekday: isoWeekday(today.date),
    dates: data.dates,
    measure: data.measure,
    hourly: localHours(localDay(today.date, timeZone)).map(({ start, end, hour, repeated }) => {
      const minutes = (end - start) / 60_000;
      const usual = data.hourly[hour];
      const inIt = (energyKWh: number | null) => (energyKWh === null ? null : (energyKWh * minutes) / 60);
      return {
        ...{ start, hour, repeated, minutes },
        energyKWh: inIt(usual?.energyKWh ?? null),
        productionKWh: inIt(usual?.productionKWh ?? null),
      };
    }),
    consumption: change(energyOf(data.measure)(today), data.energyPerHourKWh),
    production: data.productionPerHourKWh === null ? null : change(today.productionKWh, data.productionPerHourKWh),
  };
}
