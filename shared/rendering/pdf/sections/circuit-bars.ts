import type { Report } from '../../../domain/report/report.ts';
import type { FigureSign } from '../../language/figure-words.ts';
import type { Language } from '../../language/language.ts';
import { PALETTE } from '../../palette.ts';
import { type PrintedPart, printedParts } from '../../printed-parts.ts';
import { roomLeft, type Sheet } from '../sheet.ts';
import type { Rectangle } from '../surface.ts';
import { writeAligned, writeHeading } from '../text-blocks.ts';
import { fitText } from '../text-fitting.ts';
import { CAP_HEIGHT, TYPE } from '../type-scale.ts';
import { type SummedParts, summed } from './part-sums.ts';

const ROW = 16;
const LABEL_WIDTH = 158;
const AMOUNT_WIDTH = 64;
const SHARE_WIDTH = 38;
const MOST_CIRCUITS = 10;

/** What the bars want, with their heading; nothing where there are none. */
export function circuitBarsHeight(report: Report): number {
  const { parts } = printedParts(report);
  if (parts.length === 0) return 0;
  const circuits = parts.filter((part) => part.kind === 'circuit').length;
  return 20 + (Math.min(circuits, MOST_CIRCUITS + 1) + (parts.length - circuits)) * ROW;
}

/** The largest circuits as bars from the largest down, ending in Other; what is left of the page decides how many. */
export function drawCircuitBars(sheet: Sheet, toKeepFree: number): void {
  const { language, report, surface } = sheet;
  const { parts } = printedParts(report);
  const circuits = parts.filter((part) => part.kind === 'circuit');
  const others = parts.filter((part) => part.kind === 'other');
  if (circuits.length === 0 && others.length === 0) return;

  const rowsThatFit = Math.floor((roomLeft(sheet) - toKeepFree - 34) / ROW);
  // A row that says "1 more circuit" has room for that circuit.
  const most = Math.max(4, Math.min(MOST_CIRCUITS + 1, rowsThatFit - others.length));
  const shown = circuits.length <= most ? circuits : circuits.slice(0, most - 1);
  const more = circuits.slice(shown.length);
  const rows = [...shown, ...others];
  const height = (rows.length + (more.length > 0 ? 1 : 0)) * ROW;

  writeHeading(sheet, language.texts.sections.circuits, height);
  const area = { x: sheet.left, y: sheet.y, width: sheet.width, height };
  surface.content('Figure', () => drawRows(sheet, shown, others, more), {
    alternativeText: finding(sheet, circuits, others[0]),
    bounds: area,
  });
  sheet.y += height + 14;
}

const baselineIn = (top: number): number => top + ROW / 2 + (TYPE.cell.size * CAP_HEIGHT) / 2 - 0.5;

function drawRows(
  sheet: Sheet,
  shown: readonly PrintedPart[],
  others: readonly PrintedPart[],
  more: readonly PrintedPart[],
): void {
  const { surface, language, left, right } = sheet;
  const barX = left + LABEL_WIDTH + 8;
  const longest = right - AMOUNT_WIDTH - SHARE_WIDTH - 4 - barX;
  const scaleKWh = Math.max(...[...shown, ...others].map((part) => part.energyKWh ?? 0));
  const moreRow = more.length > 0 ? 1 : 0;
  const topOf = (index: number, isOther: boolean) => sheet.y + (index + (isOther ? moreRow : 0)) * ROW;
  const rows = [...shown, ...others].map((part, index) => ({ part, top: topOf(index, part.kind === 'other') }));
  const barOf = ({ part, top }: (typeof rows)[number]): Rectangle => {
    const share = scaleKWh > 0 ? Math.max(0, part.energyKWh ?? 0) / scaleKWh : 0;
    return { x: barX, y: top + 3, width: share * longest, height: ROW - 6.5 };
  };
  surface.fillRectangles(PALETTE.consumption, rows.filter(({ part }) => part.kind === 'circuit').map(barOf));
  surface.fillRectangles(PALETTE.other, rows.filter(({ part }) => part.kind === 'other').map(barOf));
  surface.strokeLines({ colour: PALETTE.muted, width: 0.5 }, [
    [
      { x: barX, y: sheet.y },
      { x: barX, y: sheet.y + (rows.length + moreRow) * ROW - 2 },
    ],
  ]);
  for (const { part, top } of rows) {
    const baseline = baselineIn(top);
    const name = part.kind === 'other' ? language.totalLabel('other') : language.label(part.label);
    writeAligned(surface, fitText(surface, name, TYPE.cell, LABEL_WIDTH), barX - 8, baseline, TYPE.cell, 'right');
    writeAligned(
      surface,
      energyOf(language, part, signOf(part)),
      right - SHARE_WIDTH,
      baseline,
      TYPE.cellStrong,
      'right',
    );
    writeAligned(surface, language.percent(part.share), right, baseline, TYPE.muted, 'right');
  }
  if (more.length > 0) {
    const baseline = baselineIn(sheet.y + shown.length * ROW);
    writeAligned(surface, language.texts.sections.moreCircuits(more.length), barX - 8, baseline, TYPE.muted, 'right');
    const rest = summed(more);
    writeAligned(surface, energyOf(language, rest), right - SHARE_WIDTH, baseline, TYPE.muted, 'right');
    writeAligned(surface, language.percent(rest.share), right, baseline, TYPE.muted, 'right');
  }
}

function energyOf(language: Language, part: SummedParts, sign: FigureSign = 'additive'): string {
  const amount = language.printedFigure(part.printedKWh, part, 1, sign);
  return part.printedKWh === null ? amount : `${amount}\u00a0kWh`;
}

const signOf = ({ kind }: PrintedPart): FigureSign => (kind === 'other' ? 'signed' : 'additive');

function finding({ language }: Sheet, circuits: readonly PrintedPart[], other: PrintedPart | undefined): string {
  const [largest] = circuits;
  return language.texts.pdf.alternative.circuits(
    largest && {
      name: language.label(largest.label),
      energy: energyOf(language, largest),
      share: largest.share === null ? undefined : language.percent(largest.share),
    },
    other && energyOf(language, other, 'signed'),
  );
}
