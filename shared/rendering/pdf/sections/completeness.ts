import { PALETTE } from '../../palette.ts';
import type { Sheet } from '../sheet.ts';
import { drawMark } from '../state-mark.ts';
import { writeLines } from '../text-blocks.ts';
import { wrapText } from '../text-fitting.ts';
import { leadingOf, TYPE } from '../type-scale.ts';

const PADDING = 8;
const MARK_WIDTH = 22;

/** Whether all the data was there, in words, with a mark that needs no colour to be told apart. */
export function drawCompleteness(sheet: Sheet): void {
  const { surface, language, report, left, width } = sheet;
  const { complete, incomplete, noData } = language.texts.marks;
  const empty = report.days.every((day) => day.quality === 'missing');
  const whole = report.completeDays === report.days.length && !empty;
  const words = whole ? complete : empty ? noData : incomplete;
  const style = { ...TYPE.bodyStrong, colour: whole ? PALETTE.consumptionText : PALETTE.attentionText };
  const x = left + PADDING + MARK_WIDTH;
  const sentenceX = x + surface.widthOf(words, style) + 10;
  const lines = wrapText(surface, language.completenessSentence(report), TYPE.body, left + width - PADDING - sentenceX);
  const leading = leadingOf(TYPE.body);
  const box = { x: left, y: sheet.y, width, height: lines.length * leading + 2 * PADDING - 3 };
  const baseline = box.y + PADDING + TYPE.body.size - 1;

  surface.artifact(() => {
    surface.fillRectangles(whole ? PALETTE.surfaceSoft : PALETTE.surfaceAttention, [box]);
    drawMark(surface, whole, { x: left + PADDING, y: baseline - 9, width: 11, height: 11 }, style.colour);
  });
  surface.content('P', () => {
    surface.writeText(`${words} `, x, baseline, style);
    writeLines(surface, lines, sentenceX, baseline, TYPE.body);
  });
  sheet.y += box.height + 18;
}
