import type { Bar } from './bar.ts';
import type { Rectangle, Surface } from './surface.ts';
import { writeAligned } from './text-blocks.ts';
import { TYPE } from './type-scale.ts';

/** A bar with its column (which touches its neighbours) and its own, narrower place in it. */
export interface PlacedBar {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly barX: number;
  readonly barWidth: number;
}

const WIDEST_BAR = 34;

/** Shares the plot's width out among the bars. */
export function columnsOf(bars: readonly Bar[], plot: Rectangle): PlacedBar[] {
  const breadths = bars.reduce((sum, bar) => sum + bar.breadth, 0);
  let x = plot.x;
  return bars.map((bar) => {
    const width = (plot.width * bar.breadth) / breadths;
    const barWidth = Math.min(WIDEST_BAR, width * 0.74);
    const column = { bar, x, width, barX: x + (width - barWidth) / 2, barWidth };
    x += width;
    return column;
  });
}

/** Writes the labels below their columns; where all columns have one and they would touch, every second, fifth … of them. */
export function drawColumnLabels(surface: Surface, columns: readonly PlacedBar[], baseline: number): void {
  const widest = Math.max(0, ...columns.map((column) => surface.widthOf(column.bar.label, TYPE.tick)));
  const narrowest = Math.min(...columns.map((column) => column.width));
  const chosen = columns.some((column) => column.bar.label === '');
  const every = chosen ? 1 : ([1, 2, 5, 7, 14, 28, 56].find((step) => step * narrowest >= widest + 3) ?? 112);
  for (const [index, { bar, x, width }] of columns.entries()) {
    if (index % every === 0) writeAligned(surface, bar.label, x + width / 2, baseline, TYPE.tick, 'centre');
  }
}
