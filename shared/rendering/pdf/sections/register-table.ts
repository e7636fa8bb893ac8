import { pageBudget } from '../page-budget.ts';
import type { Sheet } from '../sheet.ts';
import { drawTable, rowsThatFit, tableStartHeight } from '../table.ts';
import { writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';

/** The meters beside the circuits: mains as they count, production and batteries. */
export function drawRegisterTable(sheet: Sheet): void {
  const { language, report } = sheet;
  const registers = report.registers.filter((register) => register.role !== 'circuit');
  if (registers.length === 0) return;
  const { columns, sections, pdf } = language.texts;
  writeHeading(sheet, sections.registers, tableStartHeight(registers.length));
  const shown = registers.slice(0, Math.max(1, rowsThatFit(sheet, pageBudget(report).registers) - 1));
  drawTable(sheet, {
    columns: [
      { heading: columns.register, width: sheet.width - 300, alignment: 'left' },
      { heading: columns.role, width: 86, alignment: 'left' },
      { heading: columns.energy, width: 72, alignment: 'right' },
      { heading: columns.coverage, width: 58, alignment: 'right' },
      { heading: columns.quality, width: 84, alignment: 'left' },
    ],
    rows: shown.map((register) => ({
      cells: [
        language.label(register.label),
        language.roleLabel(register.role),
        language.amount(register.energyKWh, 1),
        language.coverage(register.coverage),
        language.reasonFor(register.quality),
      ],
    })),
  });
  const more = registers.length - shown.length;
  if (more > 0) writeParagraph(sheet, pdf.moreMetersInCsv(more), TYPE.muted);
  sheet.y += 12;
}
