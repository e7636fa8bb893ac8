import type { TotalName } from '../energy/day-facts.ts';
import type { Figure, Quality } from '../energy/figure.ts';

/** How much carbon dioxide a grid's electricity stands for on average: location-based, with who says so. */
export interface EmissionFactor {
  readonly name: string;
  readonly gramsPerKWh: number;
  /** The grid or country that it is the average of. */
  readonly region: string;
  readonly publisher: string;
  /** The year that it is about. */
  readonly year: number;
}

/** A mass of carbon dioxide; null exactly when the quality is `missing` or `not_applicable`. */
export interface EmissionFigure {
  readonly massKg: number | null;
  readonly quality: Quality;
}

/** An estimate by an average factor. What production avoided stands beside what import caused and is never taken off it. */
export interface EmissionsEstimate {
  readonly factor: EmissionFactor;
  /** Factor × energy imported from the grid. */
  readonly imported: EmissionFigure;
  /** Factor × energy produced at the location, used there or exported. */
  readonly avoided: EmissionFigure;
}

export function estimateEmissions(
  totals: Readonly<Record<Extract<TotalName, 'gridImport' | 'production'>, Figure>>,
  factor: EmissionFactor,
): EmissionsEstimate {
  const massOf = ({ energyKWh, quality }: Figure): EmissionFigure => ({
    massKg: energyKWh === null ? null : (energyKWh * factor.gramsPerKWh) / 1000,
    quality,
  });
  return { factor, imported: massOf(totals.gridImport), avoided: massOf(totals.production) };
}
