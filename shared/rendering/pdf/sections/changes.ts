import type { FigureChange } from '../../../domain/report/changes.ts';
import { pageBudget } from '../page-budget.ts';
import type { Sheet } from '../sheet.ts';
import { drawTable, rowsThatFit, tableStartHeight } from '../table.ts';
import type { TableRow } from '../table-rows.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';

/** What a revision says otherwise than the report before it. */
export function drawChanges(sheet: Sheet): void {
  const { language, report } = sheet;
  if (report.changes.length === 0) return;
  const { columns, sections, pdf } = language.texts;
  writeHeading(sheet, sections.changes, tableStartHeight(report.changes.length));
  const shown = report.changes.slice(0, Math.max(1, rowsThatFit(sheet, pageBudget(report).changes) - 1));
  const amounts = 88;
  drawTable(sheet, {
    columns: [
      { heading: columns.figure, width: sheet.width - 3 * amounts, alignment: 'left' },
      { heading: pdf.inKWh(columns.before), width: amounts, alignment: 'right' },
      { heading: pdf.inKWh(columns.after), width: amounts, alignment: 'right' },
      { heading: pdf.inKWh(pdf.difference), width: amounts, alignment: 'right' },
    ],
    rows: shown.map((change) => rowOf(sheet, change)),
  });
  const more = report.changes.length - shown.length;
  if (more > 0) writeParagraph(sheet, pdf.moreChanges(more), TYPE.muted);
  sheet.y += 12;
}

function rowOf({ language }: Sheet, { total, label, beforeKWh, afterKWh }: FigureChange): TableRow {
  const known = beforeKWh !== null && afterKWh !== null;
  return {
    cells: [
      total === null ? language.label(label ?? '') : language.totalLabel(total),
      language.amount(beforeKWh, 1),
      language.amount(afterKWh, 1),
      known ? signed(language.amount(afterKWh - beforeKWh, 1)) : language.amount(null, 1),
    ],
  };
}

const signed = (amount: string): string => (amount.startsWith('\u2212') ? amount : `+${amount}`);
