import { PALETTE } from '../palette.ts';
import { hatchingOf } from './hatching.ts';
import { horizontalLine } from './horizontal-line.ts';
import type { Sheet } from './sheet.ts';
import type { Colour, Rectangle, Surface } from './surface.ts';
import { TYPE } from './type-scale.ts';

/** A sample of colour or pattern and what it stands for. */
export interface KeyEntry {
  readonly text: string;
  readonly colour: Colour;
  readonly pattern?: 'stripes' | 'hatching' | 'line';
}

const SAMPLE = 7;
const LEADING = 11;

/** Writes the entries from the left margin on, in as few lines as they fit; tells how far the last line lies below the first. */
export function drawKey(sheet: Sheet, entries: readonly KeyEntry[], firstBaseline: number): number {
  const { surface } = sheet;
  let x = sheet.left;
  let below = 0;
  for (const entry of entries) {
    const width = SAMPLE + 4 + surface.widthOf(entry.text, TYPE.small);
    if (x > sheet.left && x + width > sheet.right) {
      x = sheet.left;
      below += LEADING;
    }
    const baseline = firstBaseline + below;
    drawSample(surface, entry, { x, y: baseline - SAMPLE + 0.6, width: SAMPLE, height: SAMPLE });
    surface.writeText(entry.text, x + SAMPLE + 4, baseline, TYPE.small);
    x += width + 14;
  }
  return below;
}

function drawSample(surface: Surface, { colour, pattern }: KeyEntry, box: Rectangle): void {
  if (pattern === 'hatching') {
    surface.strokeLines({ colour: PALETTE.muted, width: 0.35 }, [...hatchingOf(box, 3), outlineOf(box)]);
    return;
  }
  if (pattern === 'line') {
    surface.strokeLines({ colour, width: 1.1 }, [horizontalLine(box.x, box.x + box.width, box.y + box.height / 2)]);
    return;
  }
  surface.fillRectangles(colour, [box]);
  if (pattern === 'stripes') surface.strokeLines({ colour: PALETTE.surface, width: 0.9 }, hatchingOf(box, 4));
}

const outlineOf = ({ x, y, width, height }: Rectangle) => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
  { x, y },
];
