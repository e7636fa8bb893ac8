import type { DayFacts, RegisterFacts } from '../domain/energy/day-facts.ts';
import { coveredDays, type DeclinedEarly } from '../domain/report/comparison.ts';
import { type PeriodSummary, summarisePeriod } from '../domain/report/period-summary.ts';
import { knownRegisters } from '../domain/report/report-registers.ts';
import type { LocalDay } from '../domain/time/local-day.ts';
import type { ExtraReadings } from './extra-readings.ts';

/**
 * A first day alone shows whether a source has such old data at all, some more whether it has much of it. Then more at once,
 * as sources give days that are asked for together in few requests, but not so many that the time is up meanwhile.
 */
const BATCHES = [1, 4];
const LATER_BATCH = 9;

/**
 * What another period came to. The source is asked for the days that the archive has not, the latest first, and only
 * while they can still lead to a comparison with the report's own days.
 */
export async function readOtherPeriod(
  readings: ExtraReadings,
  ownDays: readonly DayFacts[],
  days: readonly LocalDay[],
): Promise<{ readonly summary: PeriodSummary } | { readonly declined: DeclinedEarly }> {
  const known = () => days.flatMap((day) => readings.known(day) ?? []);
  const missing = days.filter((day) => readings.known(day) === undefined).reverse();
  const declined = missing.length === 0 ? undefined : whyNotRead(ownDays, days);
  if (declined !== undefined) return { declined };
  for (let from = 0, batch = 0; from < missing.length; batch += 1) {
    const size = BATCHES[batch] ?? LATER_BATCH;
    if (!canStillMatch(ownDays, known(), days.length)) return { declined: incomplete(known()) };
    if (!(await readings.read(missing.slice(from, from + size)))) return { declined: 'no_data' };
    from += size;
  }
  return { summary: summarisePeriod(known()) };
}

/** What is certain before the source is asked: registers that came later have nothing to say about the days before. */
function whyNotRead(ownDays: readonly DayFacts[], days: readonly LocalDay[]): DeclinedEarly | undefined {
  const end = days.at(-1)?.end ?? 0;
  const cameLater = ({ createdAt }: RegisterFacts) => createdAt !== null && Date.parse(createdAt) >= end;
  const registers = knownRegisters(ownDays);
  if (registers.length > 0 && registers.every(cameLater)) return 'no_data';
  if (coveredDays(ownDays) === 0) return incomplete(ownDays);
  const own = summarisePeriod(ownDays);
  const later = new Set(registers.filter(cameLater).map(({ id }) => id));
  if (own.productionIds.some((id) => later.has(id))) return 'production_changed';
  return own.circuitIds.some((id) => later.has(id)) ? 'different_circuits' : undefined;
}

/** As many days can be covered as the report's own; a whole period may also be set beside one of another length. */
function canStillMatch(ownDays: readonly DayFacts[], known: readonly DayFacts[], days: number): boolean {
  const uncovered = known.length - coveredDays(known);
  return uncovered === 0 || days - uncovered >= coveredDays(ownDays);
}

const incomplete = (facts: readonly DayFacts[]): DeclinedEarly =>
  facts.every((day) => day.quality === 'missing') ? 'no_data' : 'different_coverage';
