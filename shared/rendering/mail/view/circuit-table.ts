import type { Report } from '../../../domain/report/report.ts';
import type { Language } from '../../language/language.ts';
import { type PrintedPart, printedParts } from '../../printed-parts.ts';
import { roundedTo } from '../../rounding-for-print.ts';

export interface CircuitRow {
  readonly kind: PrintedPart['kind'];
  readonly name: string;
  readonly amount: string;
  /** The amount as it was rounded; null when unknown. */
  readonly printedKWh: number | null;
  readonly share: string;
  /** How much of its data is there; empty where nothing is to be said. */
  readonly coverage: string;
  /** Length of its bar, 0 to 1 of the longest. */
  readonly barShare: number;
}

export interface CircuitTable {
  readonly rows: readonly CircuitRow[];
  readonly decimals: number;
  readonly sum: { readonly label: string; readonly amount: string } | null;
  /** Said below the rows: that they come to no sum, what the signs before amounts mean. */
  readonly remarks: readonly string[];
}

/** Where the energy went, circuit by circuit and Other last; null at a place that measures no circuits. */
export function circuitTable(report: Report, language: Language): CircuitTable | null {
  if (!report.measuresCircuits) return null;
  const { parts, sum, decimals } = printedParts(report);
  if (parts.every((part) => part.energyKWh === null)) return null;
  const longest = Math.max(...parts.map((part) => part.energyKWh ?? 0));
  const rows = parts.map((part): CircuitRow => {
    const { kind, printedKWh, energyKWh, quality, coverage } = part;
    return {
      kind,
      name: kind === 'other' ? language.totalLabel('other') : language.label(part.label),
      amount: language.printedFigure(printedKWh, part, decimals, kind === 'other' ? 'signed' : 'additive'),
      printedKWh,
      share: part.share === null ? '' : language.percent(part.share),
      coverage:
        coverage !== null ? language.coverage(coverage) : quality === 'measured' ? '' : language.reasonFor(quality),
      barShare: energyKWh === null || longest <= 0 ? 0 : Math.max(0, energyKWh / longest),
    };
  });
  const { columns, marks } = language.texts;
  return {
    rows,
    decimals,
    sum: sum === null ? null : { label: columns.sum, amount: language.printedFigure(sum.printedKWh, sum, decimals) },
    remarks: [
      ...(sum === null ? [marks.notSummed] : []),
      ...(parts.some((part) => part.quality === 'partial') ? [marks.signsExplained] : []),
    ],
  };
}

/** The same table with the smallest circuits as one row, so that it still adds up. */
export function withFewerRows(
  table: CircuitTable,
  maxRows: number,
  language: Language,
  fileKind: string | undefined,
): CircuitTable {
  const circuits = table.rows.filter((row) => row.kind === 'circuit');
  if (circuits.length <= maxRows) return table;
  const folded = circuits.slice(maxRows - 1);
  const known = folded.flatMap((row) => (row.printedKWh === null ? [] : [row.printedKWh]));
  const printedKWh =
    known.length === 0
      ? null
      : roundedTo(
          known.reduce((sum, part) => sum + part, 0),
          table.decimals,
        );
  const more: CircuitRow = {
    kind: 'circuit',
    name: language.texts.mail.moreCircuits(folded.length, fileKind),
    amount: language.amount(printedKWh, table.decimals),
    printedKWh,
    share: '',
    coverage: '',
    barShare: 0,
  };
  const other = table.rows.filter((row) => row.kind === 'other');
  return { ...table, rows: [...circuits.slice(0, maxRows - 1), more, ...other] };
}
