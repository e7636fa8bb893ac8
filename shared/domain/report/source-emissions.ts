import type { DayFacts } from '../energy/day-facts.ts';
import type { SourceEmissions } from '../energy/day-readings.ts';
import { figure, MISSING, sumFigures } from '../energy/figure.ts';
import type { EmissionFigure } from '../money/emissions.ts';

/** A source's own estimate over a period; another method than average factors, so that nobody may add the two. */
export interface PeriodEmissions extends EmissionFigure {
  readonly method: SourceEmissions['method'];
  readonly publisher: string;
}

/** Adds up what the source estimated day by day; days by another publisher than the last are left out. Null where it estimates nothing. */
export function sourceEmissionsOf(days: readonly DayFacts[]): PeriodEmissions | null {
  const known = days.flatMap((day) => day.sourceEmissions ?? []);
  const last = known.findLast((emissions) => emissions.kgCO2 !== null) ?? known.at(-1);
  if (last === undefined) return null;
  const { method, publisher } = last;
  const masses = days.map(({ sourceEmissions: part }) =>
    part === undefined || part.kgCO2 === null || part.publisher !== publisher ? MISSING : figure(part.kgCO2, true),
  );
  const { energyKWh: massKg, quality } = sumFigures(masses);
  return { massKg, quality, method, publisher };
}
