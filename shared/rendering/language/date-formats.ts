import type { Instant } from '../../domain/time/instant.ts';
import type { Interval } from '../../domain/time/interval.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { localDateAt, localDay, offsetChangesIn } from '../../domain/time/local-day.ts';
import type { TimeZone } from '../../domain/time/time-zone.ts';
import { remembered } from '../remembered.ts';
import type { Texts } from './texts.ts';

/** How a language writes dates and times; every instant is shown in the zone that comes with it. */
export interface DateFormats {
  /** "14 September 2026". */
  date(date: LocalDate): string;
  /** With the weekday: "Thursday, 19 November 2026". */
  fullDate(date: LocalDate): string;
  dayAndMonth(date: LocalDate): string;
  /** For the head of a row: "Thu 1 Oct". */
  rowDate(date: LocalDate): string;
  month(date: LocalDate): string;
  /** Both dates included: "16–22 November 2026". */
  dateRange(first: LocalDate, last: LocalDate): string;
  weekday(date: LocalDate, style: 'short' | 'long'): string;
  /** Clock time; with the zone's abbreviation or offset on a day whose clocks change. */
  time(instant: Instant, zone: TimeZone): string;
  /** "02:00–11:35"; an end at the end of the day reads "midnight", a whole day "all day". */
  timeRange(interval: Interval, zone: TimeZone): string;
  /** Date and time with the zone's abbreviation or offset. */
  dateTime(instant: Instant, zone: TimeZone): string;
}

const MAX_ZONES_REMEMBERED = 50;
const MAX_DATES_REMEMBERED = 500;

type DateWords = Pick<Texts, 'allDay' | 'midnight' | 'writtenDate' | 'writtenRange'>;

/** Builds the date formats of a locale that Intl knows. */
export function dateFormats(locale: string, texts: DateWords): DateFormats {
  const calendar = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    // The days of a month stand in its chart, its heat map and its table, and in those of every other place.
    return remembered(MAX_DATES_REMEMBERED, (date: LocalDate) => plainSpaces(format.format(atUtc(date))));
  };
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = calendar(options);
    return (date: LocalDate) => texts.writtenDate(format(date));
  };
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const range = new Intl.DateTimeFormat(locale, { ...long, timeZone: 'UTC' });
  const weekdays = { short: calendar({ weekday: 'short' }), long: calendar({ weekday: 'long' }) };
  const clockTime = { hour: hourStyle(locale), minute: '2-digit' } as const;
  const clock = formatterByZone(locale, clockTime);
  const zonedClock = formatterByZone(locale, { ...clockTime, timeZoneName: 'short' });
  const stamp = formatterByZone(locale, {
    ...long,
    month: 'short',
    ...clockTime,
    timeZoneName: 'short',
  });

  const time = (instant: Instant, zone: TimeZone) => {
    const changes = clocksChange(zone)(localDateAt(instant, zone));
    return plainSpaces((changes ? zonedClock : clock)(zone).format(instant));
  };
  const date = written(long);
  const dateRange = remembered(MAX_DATES_REMEMBERED, (interval: string) => {
    const [first, last] = interval.split('/').map(atUtc);
    return texts.writtenRange(tightened(plainSpaces(range.formatRange(first ?? 0, last ?? 0))));
  });
  return {
    date,
    fullDate: written({ ...long, weekday: 'long' }),
    dayAndMonth: written({ day: 'numeric', month: 'long' }),
    rowDate: written({ weekday: 'short', day: 'numeric', month: 'short' }),
    month: calendar({ month: 'long', year: 'numeric' }),
    dateRange: (first, last) => (first === last ? date(first) : dateRange(`${first}/${last}`)),
    weekday: (date, style) => weekdays[style](date),
    time,
    timeRange: ({ start, end }, zone) => {
      const day = localDay(localDateAt(start, zone), zone);
      if (start === day.start && end === day.end) return texts.allDay;
      const [from, to] = [time(start, zone), end === day.end ? texts.midnight : time(end, zone)];
      return /\s/.test(from) ? `${from} – ${to}` : `${from}–${to}`;
    },
    dateTime: (instant, zone) => plainSpaces(stamp(zone).format(instant)),
  };
}

/** Whether a zone's clocks change on a date: all places of a zone ask for the same few days. */
const clocksChange = remembered(MAX_ZONES_REMEMBERED, (zone: TimeZone) =>
  remembered(MAX_DATES_REMEMBERED, (date: LocalDate) => offsetChangesIn(localDay(date, zone), zone).length > 0),
);

const atUtc = (date: string) => Date.parse(`${date}T00:00:00Z`);

// Intl puts thin and narrow spaces around dashes and before "AM"; not every font has them.
const plainSpaces = (text: string) => text.replaceAll('\u2009', ' ').replaceAll('\u202F', '\u00A0');

// "1 – 31 October" reads as two things; "2025 – 4 January" are two.
const tightened = (range: string) => range.replace(/(?<!\d)(\d{1,2}) – (\d{1,2})(?!\d)/, '$1–$2');

/** Two digits on a clock of 24 hours, as columns of times need them; one where "AM" or "PM" follows. */
function hourStyle(locale: string): 'numeric' | '2-digit' {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true ? 'numeric' : '2-digit';
}

const formatterByZone = (locale: string, options: Intl.DateTimeFormatOptions) =>
  remembered(MAX_ZONES_REMEMBERED, (zone: TimeZone) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
