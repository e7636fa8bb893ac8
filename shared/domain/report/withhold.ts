import { TOTAL_NAMES, type TotalName } from '../energy/day-facts.ts';
import { type Figure, MISSING, sumFigures } from '../energy/figure.ts';
import { isTurnedByGaps, sumUncertainties, type UncertainFigure } from '../energy/gap-uncertainty.ts';
import type { Totals } from './report.ts';

type UncertainTotals = Readonly<Record<TotalName, UncertainFigure>>;

/** The totals as they may be printed: a difference that gaps may have turned is withheld, whatever it came to. */
export function printable(totals: UncertainTotals): Totals {
  return mapTotals((name) => withheld(totals[name]));
}

/** The same totals over several days; a day that is missing altogether shortens the sum but turns nothing. */
export function sumTotals(days: readonly UncertainTotals[]): UncertainTotals {
  return mapTotals((name) => {
    const parts = days.map((totals) => totals[name]);
    return { ...sumFigures(parts), uncertaintyKWh: sumUncertainties(parts.map((part) => part.uncertaintyKWh)) };
  });
}

/** The totals that are known but withheld, with the reason in kWh. */
export function withheldTotals(totals: UncertainTotals): { name: TotalName; uncertaintyKWh: number | null }[] {
  return TOTAL_NAMES.filter((name) => isTurnedByGaps(totals[name]) && !isUnheard(totals[name])).map((name) => ({
    name,
    uncertaintyKWh: totals[name].uncertaintyKWh,
  }));
}

const isUnheard = (total: UncertainFigure) => total.quality === 'missing' && total.uncertaintyKWh === 0;

function withheld(total: UncertainFigure): Figure {
  return isTurnedByGaps(total) ? MISSING : { energyKWh: total.energyKWh, quality: total.quality };
}

function mapTotals<Value>(of: (name: TotalName) => Value): Record<TotalName, Value> {
  return Object.fromEntries(TOTAL_NAMES.map((name) => [name, of(name)])) as Record<TotalName, Value>;
}
