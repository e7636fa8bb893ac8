import { type DayFacts, type HourFacts, isComplete } from '../energy/day-facts.ts';
import { type LocalDate, plusDays } from '../time/local-date.ts';
import { areSame, type ComparedMeasure, energyOf, measureOf } from './comparison.ts';
import { heardIds, summarisePeriod } from './period-summary.ts';

/** What an hour of the local clock usually comes to, in kWh over 60 minutes; null where no day knew it. */
export interface TypicalHour {
  readonly hour: number;
  readonly energyKWh: number | null;
  readonly productionKWh: number | null;
}

/** The medians of the same weekday of the weeks before, as the snapshot keeps them. */
export interface TypicalDayData {
  /** The days that they are the medians of, latest first. */
  readonly dates: readonly LocalDate[];
  readonly measure: ComparedMeasure;
  readonly hourly: readonly TypicalHour[];
  /** Of whole days, per hour of their length: the sum of the hours' medians would miss whatever runs at another hour each week. */
  readonly energyPerHourKWh: number;
  readonly productionPerHourKWh: number | null;
}

const WEEKS = 8;
/** Two days make no habit. */
const LEAST_DAYS = 3;

/** The dates of the same weekday that a typical day is made of, latest first. */
export function typicalDates(date: LocalDate): LocalDate[] {
  return Array.from({ length: WEEKS }, (_, week) => plusDays(date, -7 * (week + 1)));
}

/** The typical day of those complete days on which the same registers measured; null when there are fewer than three. */
export function typicalDayData(day: DayFacts, before: readonly DayFacts[]): TypicalDayData | null {
  const alike = before
    .filter((other) => isComplete(other) && measuresAlike(day, other))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  if (alike.length < LEAST_DAYS) return null;
  const measure = measureOf([day]);
  const summaries = summarisePeriod(alike).days;
  const energyPerHourKWh = median(summaries.map((summary) => perHour(energyOf(measure)(summary), summary.hours)));
  if (energyPerHourKWh === null) return null;
  const hourOf = measure === 'consumption' ? 'consumptionKWh' : 'circuitsKWh';
  const hours = alike.flatMap((other) => other.hourly);
  return {
    dates: alike.map((other) => other.date),
    measure,
    hourly: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      energyKWh: medianOfHour(hours, hour, hourOf),
      productionKWh: medianOfHour(hours, hour, 'productionKWh'),
    })),
    energyPerHourKWh,
    productionPerHourKWh: median(summaries.map((summary) => perHour(summary.productionKWh, summary.hours))),
  };
}

function measuresAlike(a: DayFacts, b: DayFacts): boolean {
  return (['main', 'circuit', 'production'] as const).every((role) =>
    areSame(heardIds([a], role), heardIds([b], role)),
  );
}

const perHour = (energyKWh: number | null, hours: number) => (energyKWh === null ? null : energyKWh / hours);

type HourEnergy = 'consumptionKWh' | 'circuitsKWh' | 'productionKWh';

function medianOfHour(hours: readonly HourFacts[], hour: number, name: HourEnergy): number | null {
  return median(hours.filter((facts) => facts.hour === hour).map((facts) => perHour(facts[name], facts.minutes / 60)));
}

/** The middle one of what is known, or the mean of the middle two. */
function median(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null).sort((a, b) => a - b);
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
