/** One column of a chart: what goes up, what goes down, and how far both can be trusted. */
export interface Bar {
  /** Stands below the column where there is room for it. */
  readonly label: string;
  readonly upKWh: number | null;
  /** A positive amount, drawn below the zero line. */
  readonly downKWh: number | null;
  readonly state: 'whole' | 'partial' | 'missing';
  readonly tinted: boolean;
  /** Share of the column's width: an hour of 30 minutes is half as wide. */
  readonly breadth: number;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  /** Where both directions are averaged: complete columns only; null where none is drawn. */
  readonly averageUpKWh: number | null;
  readonly averageDownKWh: number | null;
}
