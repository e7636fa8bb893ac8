import type { DayFacts } from '../energy/day-facts.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Amount, type Change, changeBetween, type NoChangeReason, noChange } from './change.ts';
import type { ComparedWith } from './compared-periods.ts';
import { type PeriodSummary, type SummaryDay, summarisePeriod } from './period-summary.ts';

/** What stands for consumption: itself, or the sum of the measured circuits at a place without mains. */
export type ComparedMeasure = 'consumption' | 'circuits';

/** What the days are compared by: mains that are known but silent do not make the circuits stand in for them. */
export function measureOf(days: readonly DayFacts[]): ComparedMeasure {
  return days.some((day) => day.registers.some((register) => register.role === 'main')) ? 'consumption' : 'circuits';
}

/** How many of the days have enough data to be compared. */
export function coveredDays(days: readonly DayFacts[]): number {
  return summarisePeriod(days).days.filter((day) => energyOf(measureOf(days))(day) !== null).length;
}

/** Why a period is not compared that is certain without reading all of it. */
export type DeclinedEarly = Extract<
  NoChangeReason,
  'no_data' | 'different_coverage' | 'different_circuits' | 'production_changed'
>;

/** Another period as the snapshot keeps it: what it came to, or why nobody went to read it. */
export type ComparedPeriod = {
  readonly comparedWith: ComparedWith;
  /** As in a report's key. */
  readonly period: string;
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
} & ({ readonly summary: PeriodSummary } | { readonly declined: DeclinedEarly });

/** A report's period beside another one. */
export interface Comparison {
  readonly comparedWith: ComparedWith;
  readonly period: string;
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
  readonly measure: ComparedMeasure;
  /** Of the measure. */
  readonly consumption: Change;
  /** Null where one of the two had no production. */
  readonly production: Change | null;
  /** The other period's days in order, the first beside the report's first; null for a day without enough data. */
  readonly days: readonly { readonly date: LocalDate; readonly energyKWh: number | null }[];
}

/** Compares only what is alike: the same circuits, mains and production, and as many covered days. */
export function compareWith(now: PeriodSummary, other: ComparedPeriod, measure: ComparedMeasure): Comparison {
  const { comparedWith, period, firstDate, lastDate } = other;
  const about = { comparedWith, period, firstDate, lastDate, measure };
  if ('declined' in other) return { ...about, consumption: noChange(other.declined), production: null, days: [] };
  const then = other.summary;
  const difference = differenceInKind(now, then, measure);
  const change = (of: (day: SummaryDay) => number | null) =>
    difference === undefined ? changeInDays(now.days, then.days, of) : noChange(difference);
  const bothProduce = now.productionIds.length > 0 && then.productionIds.length > 0;
  return {
    ...about,
    consumption: change(energyOf(measure)),
    production: bothProduce ? change((day) => day.productionKWh) : null,
    days: then.days.map((day) => ({ date: day.date, energyKWh: energyOf(measure)(day) })),
  };
}

/** The energy that a measure looks at. */
export const energyOf = (measure: ComparedMeasure) => (day: SummaryDay) =>
  measure === 'consumption' ? day.consumptionKWh : day.circuitsKWh;

function differenceInKind(
  now: PeriodSummary,
  then: PeriodSummary,
  measure: ComparedMeasure,
): NoChangeReason | undefined {
  if (!isHeard(now) || !isHeard(then)) return 'no_data';
  if (measure === 'consumption' && !then.hasMains) return 'no_mains_then';
  if (!areSame(now.productionIds, then.productionIds)) return 'production_changed';
  return areSame(now.circuitIds, then.circuitIds) ? undefined : 'different_circuits';
}

const isHeard = ({ hasMains, circuitIds, productionIds }: PeriodSummary) =>
  hasMains || circuitIds.length > 0 || productionIds.length > 0;

export const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** Whole periods of different lengths are alike; once days are missing, only as many covered days are. */
function changeInDays(
  nowDays: readonly SummaryDay[],
  thenDays: readonly SummaryDay[],
  of: (day: SummaryDay) => number | null,
): Change {
  const [now, then] = [amountOf(nowDays, of), amountOf(thenDays, of)];
  const areWhole = now.days === nowDays.length && then.days === thenDays.length;
  if (now.days === 0 || then.days === 0 || (!areWhole && now.days !== then.days)) return noChange('different_coverage');
  if (now.days < nowDays.length / 2 || then.days < thenDays.length / 2) return noChange('too_few_days');
  return changeBetween(now, then);
}

/** The energy of the covered days. */
function amountOf(days: readonly SummaryDay[], of: (day: SummaryDay) => number | null): Amount {
  const sum = { energyKWh: 0, days: 0, hours: 0 };
  for (const day of days) {
    const energyKWh = of(day);
    if (energyKWh === null) continue;
    sum.energyKWh += energyKWh;
    sum.days += 1;
    sum.hours += day.hours;
  }
  return sum;
}
