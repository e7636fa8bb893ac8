import { daysInMonthOf } from '../time/day-number.ts';
import { holdsAt, type PriceBand, takesTheRest } from './tariff.ts';
import type { TariffFault } from './tariff-faults.ts';

/** The bands that meet somewhere, and the hours that none of them takes, each with one example. */
export function bandFaults(bands: readonly PriceBand[]): TariffFault[] {
  const ofTheRest = bands.flatMap((band, index) => (takesTheRest(band) ? [index] : []));
  const overlaps = new Map<string, TariffFault>();
  let uncovered: Moment | undefined;
  for (const moment of momentsToTry(bands)) {
    const [first, ...others] = bands.flatMap((band, index) => (takesMoment(band, moment) ? [index] : []));
    if (first === undefined) uncovered ??= moment;
    for (const other of others) {
      const pair = `${first} ${other}`;
      if (overlaps.has(pair)) continue;
      overlaps.set(pair, {
        path: ['bands', other],
        problem: `overlaps with bands[${first}], such as on ${inWords(moment)}`,
      });
    }
  }
  const hole: TariffFault[] =
    uncovered === undefined || ofTheRest.length > 0
      ? []
      : [{ path: ['bands'], problem: `have no price for some hours, such as ${inWords(uncovered)}; ${REST}` }];
  const rivals = ofTheRest.slice(1).map((index) => ({
    path: ['bands', index],
    problem: `holds at any time, as bands[${ofTheRest[0]}] does; ${REST}`,
  }));
  return [...hole, ...rivals, ...overlaps.values()];
}

const REST = 'one band without hours, weekdays and season takes what the others leave';

/** An hour of a weekday on a day of the year; any date falls on any weekday sooner or later. */
interface Moment {
  readonly monthDay: string;
  readonly weekday: number;
  readonly hour: number;
}

const takesMoment = (band: PriceBand, { monthDay, weekday, hour }: Moment) =>
  !takesTheRest(band) && holdsAt(band, monthDay, weekday, hour);

/** Every hour of the week on each day from which other seasons hold: all other days are like the ones before. */
function momentsToTry(bands: readonly PriceBand[]): Moment[] {
  const turns = new Set([
    '01-01',
    ...bands.flatMap(({ season }) => (season === null ? [] : [season.from, dayAfter(season.to)])),
  ]);
  return [...turns].sort().flatMap((monthDay) =>
    HOURS_OF_WEEK.map((hourOfWeek) => ({
      monthDay,
      weekday: Math.floor(hourOfWeek / 24) + 1,
      hour: hourOfWeek % 24,
    })),
  );
}

const HOURS_OF_WEEK = Array.from({ length: 7 * 24 }, (_, hour) => hour);
const two = (number: number) => String(number).padStart(2, '0');

/** All days of a year with a 29 February, as `MM-DD`. */
const MONTH_DAYS = Array.from({ length: 12 }, (_, month) =>
  Array.from({ length: daysInMonthOf(2024, month + 1) }, (_, day) => `${two(month + 1)}-${two(day + 1)}`),
).flat();

const dayAfter = (monthDay: string) => MONTH_DAYS[(MONTH_DAYS.indexOf(monthDay) + 1) % MONTH_DAYS.length] ?? '01-01';

export const isMonthDay = (text: string): boolean => MONTH_DAYS.includes(text);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const inWords = ({ monthDay, weekday, hour }: Moment) =>
  `a ${WEEKDAYS[weekday - 1]} at ${two(hour)}:00 from ${monthDay} on`;
