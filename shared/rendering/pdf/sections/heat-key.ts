import { PALETTE } from '../../palette.ts';
import { hatchingOf } from '../hatching.ts';
import type { HeatClass } from '../heat-scale.ts';
import type { Sheet } from '../sheet.ts';
import { writeAligned } from '../text-blocks.ts';
import { TYPE } from '../type-scale.ts';

const SWATCH_WIDTH = 27;
const SWATCH_HEIGHT = 7;
const GAP_PEN = { colour: PALETTE.muted, width: 0.3 };

/** Height of the key with its space above. */
export const HEAT_KEY_HEIGHT = 30;

/** The shades with the powers at which one gives way to the next. */
export function drawHeatKey(
  sheet: Sheet,
  scale: readonly HeatClass[],
  highestW: number,
  gridX: number,
  top: number,
  hasGaps: boolean,
): void {
  const { surface, language, right } = sheet;
  const { pdf } = language.texts;
  const unit = highestW < 1000 ? { name: 'W', watts: 1 } : { name: 'kW', watts: 1000 };
  const end = `${language.count(round(highestW / unit.watts))}\u00a0${unit.name}`;
  const limits = ['0', ...scale.slice(1).map((heatClass) => language.count(heatClass.fromW / unit.watts)), end];
  const widest = Math.max(...limits.map((limit) => surface.widthOf(limit, TYPE.small)));
  const width = Math.max(SWATCH_WIDTH, widest + 5);
  const x = right - surface.widthOf(end, TYPE.small) / 2 - scale.length * width;
  for (const [index, { colour }] of scale.entries()) {
    surface.fillRectangles(colour, [{ x: x + index * width, y: top + 9, width, height: SWATCH_HEIGHT }]);
  }
  for (const [index, limit] of limits.entries()) {
    writeAligned(surface, limit, x + index * width, top + 25, TYPE.small, 'centre');
  }
  writeAligned(surface, pdf.meanPower, x - 10, top + 15, TYPE.small, 'right');
  if (!hasGaps) return;
  surface.strokeLines(GAP_PEN, hatchingOf({ x: gridX, y: top + 9, width: SWATCH_WIDTH, height: SWATCH_HEIGHT }, 3.4));
  surface.writeText(pdf.noData, gridX + SWATCH_WIDTH + 5, top + 15, TYPE.small);
}

const round = (amount: number): number => (amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10);
