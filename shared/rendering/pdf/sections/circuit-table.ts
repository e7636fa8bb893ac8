import { type PrintedPart, printedParts } from '../../printed-parts.ts';
import { pageBudget } from '../page-budget.ts';
import type { Sheet } from '../sheet.ts';
import { drawTable, rowsThatFit, tableStartHeight } from '../table.ts';
import type { TableColumn, TableRow } from '../table-rows.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';
import { summed } from './part-sums.ts';

/** Every circuit with its energy, share and coverage; the printed rows add up to the printed total. */
export function drawCircuitTable(sheet: Sheet): void {
  const { language, report } = sheet;
  const { parts, sum, decimals } = printedParts(report);
  if (parts.length === 0) return;
  const circuits = parts.filter((part) => part.kind === 'circuit');
  const others = parts.filter((part) => part.kind === 'other');
  const { columns: heads, pdf, marks } = language.texts;

  writeHeading(sheet, pdf.allCircuits, tableStartHeight(parts.length + 1));
  const most = rowsThatFit(sheet, pageBudget(report).circuits) - others.length - 2;
  const shown = circuits.slice(0, Math.max(1, most));
  const rows = [...shown, ...others].map((part) => rowOf(sheet, part, decimals));
  if (shown.length < circuits.length) {
    const cut = circuits.slice(shown.length);
    const rest = summed(cut);
    const amount = language.printedFigure(rest.printedKWh, rest, decimals);
    rows.splice(shown.length, 0, {
      cells: [pdf.moreInCsv(cut.length), amount, language.percent(rest.share), '', ''],
    });
  }
  if (sum !== null) rows.push(sumRow(sheet, sum.of, language.printedFigure(sum.printedKWh, sum, decimals)));
  drawTable(sheet, { columns: columnsOf(sheet, heads.circuit), rows });
  if (parts.some((part) => part.quality === 'partial')) writeParagraph(sheet, marks.signsExplained, TYPE.muted);
  if (sum === null) writeParagraph(sheet, marks.notSummed, TYPE.muted);
  sheet.y += 12;
}

/** The first column takes what the others leave. */
function columnsOf(sheet: Sheet, first: string): TableColumn[] {
  const { energy, share, coverage, quality } = sheet.language.texts.columns;
  const narrow: TableColumn[] = [
    { heading: energy, width: 72, alignment: 'right' },
    { heading: share, width: 58, alignment: 'right' },
    { heading: coverage, width: 58, alignment: 'right' },
    { heading: quality, width: 84, alignment: 'left' },
  ];
  const width = sheet.width - narrow.reduce((sum, column) => sum + column.width, 0);
  return [{ heading: first, width, alignment: 'left' }, ...narrow];
}

function rowOf({ language }: Sheet, part: PrintedPart, decimals: number): TableRow {
  return {
    cells: [
      part.kind === 'other' ? language.totalLabel('other') : language.label(part.label),
      language.printedFigure(part.printedKWh, part, decimals, part.kind === 'other' ? 'signed' : 'additive'),
      language.percent(part.share),
      part.kind === 'other' ? '' : language.coverage(part.coverage),
      language.reasonFor(part.quality),
    ],
  };
}

function sumRow({ language, report }: Sheet, of: 'consumption' | 'circuits', amount: string): TableRow {
  const { columns, measuredCircuits, totals } = language.texts;
  const name = columns.sumOf(of === 'consumption' ? totals.consumption : measuredCircuits);
  return { cells: [name, amount, language.percent(1), language.coverage(report.coverage), ''], strong: true };
}
