import { PALETTE } from '../palette.ts';
import type { PlacedBar } from './bar-columns.ts';
import type { Outline, Point, Surface } from './surface.ts';
import type { ValueAxis } from './value-axis.ts';

const HALO = { colour: PALETTE.surface, width: 2.6 };
const LINE = { colour: PALETTE.reference, width: 1.1 };

/** Draws a thin line through the middles of the columns, open where an amount is not known; a lone amount is a dash. */
export function drawReferenceLine(
  surface: Surface,
  amountsKWh: readonly (number | null)[],
  columns: readonly PlacedBar[],
  axis: ValueAxis,
): void {
  const lines = linesOf(amountsKWh, columns, axis);
  surface.strokeLines(HALO, lines);
  surface.strokeLines(LINE, lines);
}

function linesOf(amountsKWh: readonly (number | null)[], columns: readonly PlacedBar[], axis: ValueAxis): Outline[] {
  const lines: Point[][] = [];
  let open: Point[] | undefined;
  for (const [index, { x, width }] of columns.entries()) {
    const amountKWh = amountsKWh[index] ?? null;
    if (amountKWh === null) {
      open = undefined;
      continue;
    }
    const y = axis.yOf(amountKWh);
    if (open === undefined) {
      open = [];
      lines.push(open);
    }
    open.push({ x: x + width / 2, y });
    const isLone = open.length === 1 && (amountsKWh[index + 1] ?? null) === null;
    if (isLone) open.push({ x: x + width * 0.8, y });
  }
  return lines.filter((line) => line.length > 1);
}
