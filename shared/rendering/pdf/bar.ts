import type { Report } from '../../domain/report/report.ts';
import { PALETTE } from '../palette.ts';
import type { Colour } from './surface.ts';

/** One column of a chart: what goes up, what goes down, and how far both can be trusted. */
export interface Bar {
  /** Stands below the column where there is room for it. */
  readonly label: string;
  readonly up: BarAmount;
  /** A positive amount, drawn below the zero line; undefined where nothing goes down. */
  readonly down: BarAmount | undefined;
  /** False for a column without any data. */
  readonly isHeard: boolean;
  readonly tinted: boolean;
  /** Share of the column's width: an hour of 30 minutes is half as wide. */
  readonly breadth: number;
}

export interface BarAmount {
  readonly energyKWh: number | null;
  /** True where some of the data is missing. */
  readonly partial: boolean;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  readonly upColours: BarColours;
  /** Where both directions are averaged; null where no average is drawn. */
  readonly averageUpKWh: number | null;
  readonly averageDownKWh: number | null;
  /** What else the columns that go up may be seen against; null where there is nothing alike. */
  readonly reference: Reference | null;
}

/** A line over the columns, such as last year's days. */
export interface Reference {
  readonly name: string;
  /** One for each column; null where it is not known. */
  readonly amountsKWh: readonly (number | null)[];
  /** What it says, in a sentence. */
  readonly finding: string | undefined;
}

/** Of the bars themselves, and darker for what is written about them. */
export interface BarColours {
  readonly bar: Colour;
  readonly text: Colour;
}

export const USE_COLOURS: BarColours = { bar: PALETTE.consumption, text: PALETTE.consumptionText };
export const PRODUCTION_COLOURS: BarColours = { bar: PALETTE.production, text: PALETTE.productionText };

export const upOf = (bar: Bar): BarAmount => bar.up;
export const downOf = (bar: Bar): BarAmount | undefined => bar.down;

/** True where a column was heard, but this of it cannot be told. */
export const isUnknown = (bar: Bar, amount: BarAmount | undefined): boolean =>
  bar.isHeard && amount !== undefined && amount.energyKWh === null;

/** Whether a place has anything that counts as used: mains, or circuits that stand in for them. */
export const measuresUse = (report: Report): boolean =>
  report.hasMains || report.registers.some((register) => register.role === 'circuit');

export const producesAnything = (report: Report): boolean => report.totals.production.quality !== 'not_applicable';
