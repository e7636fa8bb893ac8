import type { TotalName } from '../../domain/energy/day-facts.ts';
import type { Figure, Quality } from '../../domain/energy/figure.ts';
import type { Report, ReportRole } from '../../domain/report/report.ts';
import type { DayColumnName } from '../printed-days.ts';
import { type NumberFormats, UNKNOWN } from './number-formats.ts';
import type { Texts } from './texts.ts';

/** What decides the digits of a figure: a total of the period, a register of the period, or anything of a single day. */
export type FigureKind = TotalName | 'register' | 'day';
/** An additive figure only grows when more data comes; a signed one may move either way. */
export type FigureSign = 'additive' | 'signed';

const SIGNED_TOTALS: ReadonlySet<TotalName> = new Set<TotalName>(['netGrid', 'battery', 'other']);

/** Digits behind the point: whole kWh for a total of 100 kWh or more over several days, tenths for everything else. */
export function decimalsFor(report: Report, kind: FigureKind): number {
  if (kind === 'register' || kind === 'day' || report.kind === 'daily') return 1;
  return Math.abs(report.totals[kind].energyKWh ?? 0) >= 99.95 ? 0 : 1;
}

export const signOfTotal = (name: TotalName): FigureSign => (SIGNED_TOTALS.has(name) ? 'signed' : 'additive');
export const signOfColumn = (name: DayColumnName): FigureSign =>
  name === 'circuits' || name === 'charged' || name === 'discharged' ? 'additive' : signOfTotal(name);

export interface FigurePhrases {
  /** "12.3 kWh", "at least 12.3 kWh" for an additive one with gaps, "– (not known)" for none. */
  figure(figure: Figure, decimals?: number, sign?: FigureSign): string;
  /** A cell of a table: the rounded amount, with a sign before it where the figure has gaps. */
  printedFigure(printedKWh: number | null, figure: Figure, decimals: number, sign?: FigureSign): string;
  /** A total of the report with the digits and the words that become it. */
  total(report: Report, name: TotalName): string;
  totalLabel(name: TotalName): string;
  roleLabel(role: ReportRole): string;
  /** Why a figure is what it is, in a word or two: "has gaps", "not known". */
  reasonFor(quality: Quality): string;
}

/** Puts figures and their quality into words. */
export function figurePhrases(texts: Texts, numbers: NumberFormats): FigurePhrases {
  const figure = (value: Figure, decimals = 1, sign: FigureSign = 'additive') => {
    if (value.energyKWh === null) return texts.unknownBecause(UNKNOWN, texts.qualities[value.quality]);
    const energy = numbers.energy(value.energyKWh, decimals);
    if (value.quality !== 'partial') return energy;
    return sign === 'additive' && value.energyKWh >= 0 ? texts.atLeast(energy) : texts.withGaps(energy);
  };
  return {
    figure,
    printedFigure: (printedKWh, value, decimals, sign = 'additive') => {
      const amount = numbers.printedAmount(printedKWh, value.energyKWh, decimals);
      if (value.quality !== 'partial' || value.energyKWh === null) return amount;
      const { atLeastSign, withGapsSign } = texts.marks;
      const mark = sign === 'additive' && value.energyKWh >= 0 ? atLeastSign : withGapsSign;
      return /^[<>]/.test(amount) ? `${mark}${numbers.amount(0, 0)}` : `${mark}${amount}`;
    },
    total: (report, name) => figure(report.totals[name], decimalsFor(report, name), signOfTotal(name)),
    totalLabel: (name) => texts.totals[name],
    roleLabel: (role) => texts.roles[role],
    reasonFor: (quality) => texts.qualities[quality],
  };
}
