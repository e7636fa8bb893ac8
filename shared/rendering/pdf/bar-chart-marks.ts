import { PALETTE } from '../palette.ts';
import type { Bar, BarChart } from './bar.ts';
import type { PlacedBar } from './bar-columns.ts';
import { hatchingOf } from './hatching.ts';
import { horizontalLine } from './horizontal-line.ts';
import type { Sheet } from './sheet.ts';
import type { Colour, Rectangle } from './surface.ts';
import { writeAligned } from './text-blocks.ts';
import { CAP_HEIGHT, TYPE } from './type-scale.ts';
import type { ValueAxis } from './value-axis.ts';

const AVERAGE_LABEL_HEIGHT = 19;
const GAP_STRIPES = { colour: PALETTE.muted, width: 0.35 };

/** Hatches the columns of which nothing is known, and says so. */
export function drawMissing({ surface, language }: Sheet, columns: readonly PlacedBar[], plot: Rectangle): void {
  const words = language.texts.pdf.noData;
  for (const stretch of missingStretches(columns)) {
    const rectangle = { x: stretch.from, y: plot.y + 8, width: stretch.to - stretch.from, height: plot.height - 8 };
    surface.fillRectangles(PALETTE.surface, [rectangle]);
    surface.strokeLines(GAP_STRIPES, hatchingOf(rectangle, 4.5));
    const style = TYPE.tick;
    const width = surface.widthOf(words, style);
    const middle = (stretch.from + stretch.to) / 2;
    const upright = width + 8 > rectangle.width;
    const height = plot.y + plot.height / 2 + (upright ? width / 2 : 0);
    const box = upright
      ? { x: middle - 5, y: height - width - 3, width: 10, height: width + 6 }
      : { x: middle - width / 2 - 3, y: height - 8, width: width + 6, height: 11 };
    surface.fillRectangles(PALETTE.surface, [box]);
    if (upright) surface.writeText(words, middle + 2.6, height, style, true);
    else surface.writeText(words, middle - width / 2, height, style);
  }
}

function missingStretches(columns: readonly PlacedBar[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const [index, { bar, x, width }] of columns.entries()) {
    if (bar.state !== 'missing') continue;
    const open = stretches.at(-1);
    if (open !== undefined && columns[index - 1]?.bar.state === 'missing') open.to = x + width;
    else stretches.push({ from: x, to: x + width });
  }
  return stretches;
}

/** Width that the amounts of the averages need beside the plot. */
export const averageGutter = ({ surface, language }: Sheet, chart: BarChart): number =>
  chart.averageUpKWh === null && chart.averageDownKWh === null
    ? 0
    : Math.max(
        surface.widthOf(language.texts.pdf.average, TYPE.tick),
        ...[chart.averageUpKWh, chart.averageDownKWh].map((average) =>
          average === null ? 0 : surface.widthOf(language.amount(average, 1), TYPE.callout),
        ),
      ) + 6;

/** Draws a dashed line at each average, with its amount at the right of the plot. */
export function drawAverages({ surface, language }: Sheet, chart: BarChart, axis: ValueAxis, plot: Rectangle): void {
  const end = plot.x + plot.width + 4;
  const { averageUpKWh, averageDownKWh } = chart;
  const gap = axis.yOf(-(averageDownKWh ?? 0)) - axis.yOf(averageUpKWh ?? 0);
  // Two labels side by side in height push each other apart.
  const apart = averageUpKWh === null || averageDownKWh === null ? 0 : Math.max(0, AVERAGE_LABEL_HEIGHT - gap) / 2;
  const draw = (averageKWh: number | null, sign: 1 | -1, colour: Colour) => {
    if (averageKWh === null) return;
    const y = axis.yOf(sign * averageKWh);
    surface.strokeLines({ colour, width: 0.8, dash: [3, 2] }, [horizontalLine(plot.x, plot.x + plot.width, y)]);
    const labelY = y - sign * apart;
    surface.writeText(language.texts.pdf.average, end, labelY - 1.5, TYPE.tick);
    surface.writeText(language.amount(averageKWh, 1), end, labelY + 7, { ...TYPE.callout, colour });
  };
  draw(averageUpKWh, 1, PALETTE.consumptionText);
  draw(averageDownKWh, -1, PALETTE.productionText);
}

/** Writes the amount at the tip of the highest column of each direction. */
export function drawHighest(
  { surface, language }: Sheet,
  columns: readonly PlacedBar[],
  axis: ValueAxis,
  plot: Rectangle,
): void {
  const label = (amountOf: (bar: Bar) => number | null, sign: 1 | -1, colour: Colour) => {
    const highest = highestOf(columns, amountOf);
    const amountKWh = highest === undefined ? null : amountOf(highest.bar);
    if (highest === undefined || amountKWh === null || amountKWh <= 0) return;
    const baseline = axis.yOf(sign * amountKWh) + (sign === 1 ? -2.5 : TYPE.callout.size * CAP_HEIGHT + 2.5);
    const text = language.amount(amountKWh, 1);
    const half = surface.widthOf(text, TYPE.callout) / 2;
    const middle = highest.barX + highest.barWidth / 2;
    const withinPlot = Math.max(plot.x + half, Math.min(plot.x + plot.width - half, middle));
    writeAligned(surface, text, withinPlot, baseline, { ...TYPE.callout, colour }, 'centre');
  };
  label((bar) => bar.upKWh, 1, PALETTE.consumptionText);
  label((bar) => bar.downKWh, -1, PALETTE.productionText);
}

function highestOf(columns: readonly PlacedBar[], amountOf: (bar: Bar) => number | null): PlacedBar | undefined {
  let highest: PlacedBar | undefined;
  for (const column of columns) {
    const amountKWh = amountOf(column.bar);
    if (amountKWh === null) continue;
    if (highest === undefined || amountKWh > (amountOf(highest.bar) ?? 0)) highest = column;
  }
  return highest;
}
