import { PALETTE } from '../../palette.ts';
import { ensureRoom, type Sheet } from '../sheet.ts';
import { drawMark } from '../state-mark.ts';
import type { Surface } from '../surface.ts';
import { writeAligned, writeHeading, writeParagraph } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';
import { balanceEquations, type Equation, type EquationTerm } from './balance-equations.ts';

const ROW = 34;
const TERM_PADDING = 9;
const OPERATOR_WIDTH = 20;
const VALUE_SIZES = [11, 10, 9, 8];
const SMALLEST_VALUE = 6.5;

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
  const isKnown = equations.every((equation) => equation.isKnown);
  const addsUp = equations.every((equation) => equation.addsUpInPrint);
  drawVerdict(sheet, isKnown);
  if (!addsUp) writeParagraph(sheet, sheet.language.texts.pdf.rounded, TYPE.small);
  sheet.y += 14;
}

interface PlacedTerm extends EquationTerm {
  readonly x: number;
  readonly width: number;
}

function drawEquation({ surface, left, y, width }: Sheet, { terms }: Equation): void {
  const placedAt = (size: number) => placeTerms(surface, terms, left, size);
  const size = VALUE_SIZES.find((candidate) => widthOfTerms(placedAt(candidate), left) <= width) ?? SMALLEST_VALUE;
  const valueStyle = { ...TYPE.cellStrong, size };
  const placed = placedAt(size);
  surface.artifact(() => {
    for (const term of placed) {
      surface.fillRectangles(PALETTE.surfaceSoft, [{ x: term.x, y, width: term.width, height: ROW }]);
      surface.fillRectangles(term.colour, [{ x: term.x, y: y + ROW - 2, width: term.width, height: 2 }]);
    }
  });
  surface.content('P', () => {
    for (const term of placed) {
      const operator = term.operator === '' ? '' : `${term.operator} `;
      writeAligned(surface, operator, term.x - OPERATOR_WIDTH / 2 + 1.5, y + 21, valueStyle, 'centre');
      surface.writeText(`${term.name} `, term.x + TERM_PADDING, y + 12, TYPE.small);
      surface.writeText(`${term.value} `, term.x + TERM_PADDING, y + 26, valueStyle);
    }
  });
}

function placeTerms(surface: Surface, terms: readonly EquationTerm[], left: number, size: number): PlacedTerm[] {
  let x = left;
  return terms.map((term) => {
    const valueWidth = surface.widthOf(term.value, { ...TYPE.cellStrong, size });
    const width = Math.max(surface.widthOf(term.name, TYPE.small), valueWidth) + 2 * TERM_PADDING;
    const placed = { ...term, x: x + (term.operator === '' ? 0 : OPERATOR_WIDTH), width };
    x = placed.x + width;
    return placed;
  });
}

function widthOfTerms(placed: readonly PlacedTerm[], left: number): number {
  const last = placed.at(-1);
  return last === undefined ? 0 : last.x + last.width - left;
}

function drawVerdict(sheet: Sheet, isKnown: boolean): void {
  const { surface, language, report, left, y } = sheet;
  const { residualKWh, agrees } = report.reconciliation;
  const { marks, pdf } = language.texts;
  const good = agrees === true && isKnown;
  const words = agrees === false ? marks.disagrees : good ? marks.agrees : pdf.cannotTell;
  const colour = good ? PALETTE.consumptionText : PALETTE.attentionText;
  const style = { ...TYPE.bodyStrong, colour };
  surface.artifact(() => drawMark(surface, good, { x: left, y, width: 10, height: 10 }, colour));
  surface.content('P', () => {
    surface.writeText(`${words} `, left + 16, y + 8.5, style);
    const difference =
      residualKWh === null || !isKnown
        ? ''
        : language.texts.labelled(marks.residual, language.energy(signedUnlessTiny(residualKWh)));
    surface.writeText(difference, left + 16 + surface.widthOf(words, style) + 10, y + 8.5, TYPE.muted);
  });
  sheet.y += 18;
}

/** Of a difference that is next to nothing nobody needs to know the direction. */
const signedUnlessTiny = (differenceKWh: number): number =>
  Math.abs(differenceKWh) < 0.1 ? Math.abs(differenceKWh) : differenceKWh;
