import { PALETTE } from '../../palette.ts';
import { ensureRoom, type Sheet } from '../sheet.ts';
import { drawMark } from '../state-mark.ts';
import { writeAligned, writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';
import { balanceEquations, type Equation } from './balance-equations.ts';

const ROW = 34;
const TERM_PADDING = 9;
const OPERATOR_WIDTH = 20;

/** The two sums that a reader can check, and whether the meters agree about them. */
export function drawReconciliation(sheet: Sheet): void {
  const equations = balanceEquations(sheet);
  if (equations.length === 0) return;
  const height = equations.length * (ROW + 6) + 18;
  writeHeading(sheet, sheet.language.texts.sections.reconciliation, height);
  ensureRoom(sheet, height);
  for (const equation of equations) {
    drawEquation(sheet, equation);
    sheet.y += ROW + 6;
  }
  drawVerdict(sheet);
  if (equations.some((equation) => !equation.addsUpInPrint))
    writeParagraph(sheet, sheet.language.texts.pdf.rounded, TYPE.small);
  sheet.y += 14;
}

function drawEquation({ surface, left, y }: Sheet, { terms }: Equation): void {
  const valueStyle = { ...TYPE.cellStrong, size: 11 };
  let x = left;
  const placed = terms.map((term) => {
    const content = Math.max(surface.widthOf(term.name, TYPE.small), surface.widthOf(term.value, valueStyle));
    const place = { ...term, x: x + (term.operator === '' ? 0 : OPERATOR_WIDTH), width: content + 2 * TERM_PADDING };
    x = place.x + place.width;
    return place;
  });
  surface.artifact(() => {
    for (const term of placed) {
      surface.fillRectangles(PALETTE.surfaceSoft, [{ x: term.x, y, width: term.width, height: ROW }]);
      surface.fillRectangles(term.colour, [{ x: term.x, y: y + ROW - 2, width: term.width, height: 2 }]);
    }
  });
  surface.content('P', () => {
    for (const term of placed) {
      writeAligned(surface, term.operator, term.x - OPERATOR_WIDTH / 2, y + 21, valueStyle, 'centre');
      surface.writeText(term.name, term.x + TERM_PADDING, y + 12, TYPE.small);
      surface.writeText(term.value, term.x + TERM_PADDING, y + 26, valueStyle);
    }
  });
}

function drawVerdict(sheet: Sheet): void {
  const { surface, language, report, left, y } = sheet;
  const { residualKWh, agrees } = report.reconciliation;
  const { marks, pdf } = language.texts;
  const words = agrees === null ? pdf.cannotTell : agrees ? marks.agrees : marks.disagrees;
  const colour = agrees === true ? PALETTE.consumptionText : PALETTE.attentionText;
  const style = { ...TYPE.bodyStrong, colour };
  surface.artifact(() => drawMark(surface, agrees === true, { x: left, y, width: 10, height: 10 }, colour));
  surface.content('P', () => {
    surface.writeText(words, left + 16, y + 8.5, style);
    const difference = residualKWh === null ? '' : `${marks.residual}: ${language.energy(residualKWh)}`;
    surface.writeText(difference, left + 16 + surface.widthOf(words, style) + 10, y + 8.5, TYPE.muted);
  });
  sheet.y += 18;
}
