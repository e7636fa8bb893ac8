import type { SourceEmissions } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { expectedSlots } from '../../domain/time/slots.ts';
import { BUCKET_SECONDS, type Buckets } from './metric.ts';

/** International avoirdupois pound, exact by definition. */
const KG_PER_POUND = 0.453_592_37;

/** The day's emissions, of which there are estimates for the United States only; not known when the grid was not heard all day, or when nothing was estimated. */
export function toEmissions(estimate: Buckets, grid: Buckets | undefined, day: LocalDay): SourceEmissions {
  const pounds = [...estimate.amountByStart.values()];
  const heard = [...(grid?.amountByStart.values() ?? [])].filter((amount) => amount !== null).length;
  const isWhole = heard >= expectedSlots(day, BUCKET_SECONDS) && pounds.length > 0 && !pounds.includes(null);
  return {
    kgCO2: isWhole ? pounds.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) * KG_PER_POUND : null,
    method: 'marginal',
    publisher: 'WattTime',
  };
}

/** True for the ways in which the country is written. */
export function isUnitedStates(country: string | null): boolean {
  return /^(?:us|usa|u\.s\.(?:a\.)?|united states(?: of america)?)$/i.test(country?.trim() ?? '');
}
