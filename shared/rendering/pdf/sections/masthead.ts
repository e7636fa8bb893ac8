import { PALETTE } from '../../palette.ts';
import type { Sheet } from '../sheet.ts';
import { writeAligned, writeParagraph } from '../text-blocks.ts';
import { fitText, largestFitting } from '../text-fitting.ts';
import { TYPE } from '../type-scale.ts';
import { drawLogo } from './logo.ts';

/** Who sends it, what it is, of which place and period, and whether it may still change. */
export function drawMasthead(sheet: Sheet): void {
  const { surface, language, report, left, right, width } = sheet;
  const top = sheet.y;
  const half = width / 2 - 8;

  const name = language.label(report.presentation.organization);
  const nameX = left + drawLogo(sheet, name);
  const style = { ...TYPE.organization, colour: sheet.accent };
  const organization = fitText(surface, name, style, half - (nameX - left));
  surface.content('P', () => surface.writeText(organization, nameX, top + (nameX > left ? 4 : 8), style));
  drawMarks(sheet, top + 8);

  const { reportTitle } = language.texts;
  const period = language.periodTitle(report);
  const periodStyle = largestFitting(
    surface,
    period,
    { ...TYPE.period, colour: sheet.accent },
    [13, 12, 11, 10, 9],
    half,
  );
  surface.content('H1', () => {
    surface.writeText(`${reportTitle} `, left, top + 40, TYPE.title);
    surface.writeText(period, left, top + 60, periodStyle);
  });
  const place = fitText(surface, language.label(report.location.label), TYPE.place, half);
  surface.content('P', () => writeAligned(surface, place, right, top + 40, TYPE.place, 'right'));
  const besidePeriod = Math.min(half, width - surface.widthOf(period, periodStyle) - 16);
  const town = fitText(surface, townOf(sheet), TYPE.muted, besidePeriod);
  if (town !== '') surface.content('P', () => writeAligned(surface, town, right, top + 53, TYPE.muted, 'right'));
  surface.content('P', () => surface.writeText(language.periodLine(report), left, top + 76, TYPE.muted));
  surface.artifact(() =>
    surface.fillRectangles(sheet.report.presentation.branding?.accent ?? PALETTE.consumption, [
      { x: left, y: top + 85, width, height: 1.4 },
    ]),
  );
  sheet.y = top + 100;
}

function townOf({ language, report }: Sheet): string {
  const { city, state } = report.location;
  return [city, state].flatMap((part) => (part === null || part === '' ? [] : [language.label(part)])).join(', ');
}

function drawMarks({ surface, language, report, right }: Sheet, baseline: number): void {
  const { provisional, revised } = language.texts.marks;
  const marks = [
    ...(report.provisional ? [provisional] : []),
    ...(report.revision > 1 ? [revised(report.revision)] : []),
  ];
  if (marks.length === 0) return;
  const text = marks.join(' · ');
  const width = surface.widthOf(text, TYPE.attention);
  surface.artifact(() =>
    surface.fillRectangles(PALETTE.surfaceAttention, [
      { x: right - width - 14, y: baseline - 11, width: width + 14, height: 16 },
    ]),
  );
  surface.content('P', () => surface.writeText(text, right - width - 7, baseline, TYPE.attention));
}

/** What a reader most wants to know, in one sentence. */
export function drawHeadline(sheet: Sheet): void {
  const { language, report } = sheet;
  writeParagraph(sheet, language.headline(report), TYPE.headline);
  const lines = language.comparisonLines(report);
  if (lines.length > 0) sheet.y += 3;
  for (const line of lines) writeParagraph(sheet, line, TYPE.muted);
  sheet.y += 12;
}
