import type { Figure, Quality } from '../domain/energy/figure.ts';
import type { Report, ReportDay, ReportRegister } from '../domain/report/report.ts';
import { roundedParts, roundedTo } from './rounding-for-print.ts';

/** One line of a breakdown: a circuit, or Other at its end. */
export interface PrintedPart extends Figure {
  readonly kind: 'circuit' | 'other';
  readonly id: string;
  /** As the source names it, not yet made safe to show; empty for Other, which the reader's language names. */
  readonly label: string;
  /** What is printed: rounded so that all printed parts add up to the printed sum; null when unknown. */
  readonly printedKWh: number | null;
  /** Share of the sum, 0 to 1; null where there is no sum or no positive amount. */
  readonly share: number | null;
  readonly coverage: number | null;
}

export interface PrintedSum {
  /** Consumption; the circuits' own sum at a place whose mains are not measured. */
  readonly of: 'consumption' | 'circuits';
  readonly printedKWh: number;
  readonly energyKWh: number;
  readonly quality: Quality;
}

export interface PrintedParts {
  readonly parts: readonly PrintedPart[];
  readonly decimals: number;
  /** What the printed parts add up to; null where a part of it is withheld and no sum may be claimed. */
  readonly sum: PrintedSum | null;
}

/** The breakdown of a report or of one of its days as every rendering prints it: circuits in the report's order, then Other. */
export function printedParts(
  breakdown: Pick<Report, 'registers' | 'totals'> | Pick<ReportDay, 'registers' | 'totals'>,
  decimals = 1,
): PrintedParts {
  const { registers, totals } = breakdown;
  const circuits = registers.filter((register) => register.role === 'circuit');
  const lines = circuits.map(circuitLine);
  if (totals.other.quality !== 'not_applicable') {
    lines.push({ kind: 'other', id: '', label: '', ...totals.other, coverage: null });
  }
  const known = lines.flatMap((line) => (line.energyKWh === null ? [] : [line.energyKWh]));
  const wanted = expectedSum(breakdown, circuits, known);
  const rounded = wanted === null ? undefined : roundedParts(known, wanted.energyKWh, decimals);
  const sum =
    wanted === null || rounded === undefined ? null : { ...wanted, printedKWh: roundedTo(wanted.energyKWh, decimals) };

  let next = 0;
  const parts = lines.map((line): PrintedPart => {
    if (line.energyKWh === null) return { ...line, printedKWh: null, share: null };
    const printedKWh = rounded?.[next] ?? roundedTo(line.energyKWh, decimals);
    next += 1;
    return { ...line, printedKWh, share: sum === null ? null : shareOf(line.energyKWh, sum.energyKWh) };
  });
  return { parts, decimals, sum };
}

type Line = Omit<PrintedPart, 'printedKWh' | 'share'>;

function circuitLine({ id, label, energyKWh, quality, coverage }: ReportRegister): Line {
  return { kind: 'circuit', id, label, energyKWh, quality, coverage };
}

function expectedSum(
  { totals }: Pick<Report, 'totals'>,
  circuits: readonly Figure[],
  known: readonly number[],
): Omit<PrintedSum, 'printedKWh'> | null {
  if (totals.consumption.quality === 'not_applicable') {
    const complete = circuits.every((circuit) => circuit.quality === 'measured');
    const energyKWh = known.reduce((sum, part) => sum + part, 0);
    return { of: 'circuits', energyKWh, quality: complete ? 'measured' : 'partial' };
  }
  const { energyKWh, quality } = totals.consumption;
  if (energyKWh === null || totals.other.energyKWh === null) return null;
  return { of: 'consumption', energyKWh, quality };
}

const shareOf = (partKWh: number, sumKWh: number) =>
  sumKWh > 0 && partKWh >= 0 ? Math.min(1, partKWh / sumKWh) : null;
