import { PALETTE } from '../palette.ts';
import { type Bar, downOf, isUnknown, upOf } from './bar.ts';
import type { PlacedBar } from './bar-columns.ts';
import { hatchingOf } from './hatching.ts';
import type { Sheet } from './sheet.ts';
import type { Rectangle } from './surface.ts';
import { TYPE } from './type-scale.ts';

const GAP_STRIPES = { colour: PALETTE.muted, width: 0.35 };
/** Keeps the words clear of the topmost grid line. */
const TOP_SPACE = 8;

/** Hatches what is not known and says so: whole columns without data, and the half of a column that is withheld. */
export function drawGaps(sheet: Sheet, columns: readonly PlacedBar[], plot: Rectangle, zeroY: number): void {
  const { noData } = sheet.language.texts.pdf;
  const notKnown = sheet.language.reasonFor('missing');
  const top = plot.y + TOP_SPACE;
  const bottom = plot.y + plot.height;
  for (const { from, to } of stretchesOf(columns, (bar) => !bar.isHeard))
    drawGap(sheet, rectangle(from, to, top, bottom), noData);
  for (const { from, to } of stretchesOf(columns, (bar) => isUnknown(bar, upOf(bar)))) {
    drawGap(sheet, rectangle(from, to, top, zeroY), notKnown);
  }
  for (const { from, to } of stretchesOf(columns, (bar) => isUnknown(bar, downOf(bar)))) {
    drawGap(sheet, rectangle(from, to, zeroY, bottom), notKnown);
  }
}

const rectangle = (from: number, to: number, top: number, bottom: number): Rectangle => ({
  x: from,
  y: top,
  width: to - from,
  height: bottom - top,
});

/** The words lie along the longer side; where they fit neither way, the key has to do. */
function drawGap({ surface }: Sheet, area: Rectangle, words: string): void {
  surface.fillRectangles(PALETTE.surface, [area]);
  surface.strokeLines(GAP_STRIPES, hatchingOf(area, 4.5));
  const width = surface.widthOf(words, TYPE.tick) + 6;
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  if (width <= area.width && area.height >= 12) {
    surface.fillRectangles(PALETTE.surface, [{ x: middle.x - width / 2, y: middle.y - 5.5, width, height: 11 }]);
    surface.writeText(words, middle.x - width / 2 + 3, middle.y + 2.6, TYPE.tick);
  } else if (width <= area.height && area.width >= 7) {
    surface.fillRectangles(PALETTE.surface, [{ x: middle.x - 5, y: middle.y - width / 2, width: 10, height: width }]);
    surface.writeText(words, middle.x + 2.6, middle.y + width / 2 - 3, TYPE.tick, true);
  }
}

function stretchesOf(columns: readonly PlacedBar[], selects: (bar: Bar) => boolean): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const { bar, x, width } of columns) {
    const last = stretches.at(-1);
    const selected = selects(bar);
    if (selected && isOpen && last !== undefined) last.to = x + width;
    else if (selected) stretches.push({ from: x, to: x + width });
    isOpen = selected;
  }
  return stretches;
}
