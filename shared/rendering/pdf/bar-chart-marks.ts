import { type Bar, type BarAmount, type BarChart, type BarColours, downOf, PRODUCTION_COLOURS, upOf } from './bar.ts';
import type { PlacedBar } from './bar-columns.ts';
import { horizontalLine } from './horizontal-line.ts';
import type { Sheet } from './sheet.ts';
import type { Colour, Rectangle } from './surface.ts';
import { writeAligned } from './text-blocks.ts';
import { CAP_HEIGHT, TYPE } from './type-scale.ts';
import type { ValueAxis } from './value-axis.ts';

const AVERAGE_LABEL_HEIGHT = 19;

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
  draw(averageUpKWh, 1, chart.upColours.text);
  draw(averageDownKWh, -1, PRODUCTION_COLOURS.text);
}

/** Writes the amount at the tip of the highest column of each direction. */
export function drawHighest(
  { surface, language }: Sheet,
  columns: readonly PlacedBar[],
  upColours: BarColours,
  axis: ValueAxis,
  plot: Rectangle,
): void {
  const label = (amountOf: (bar: Bar) => BarAmount | undefined, sign: 1 | -1, colour: Colour) => {
    const highest = highestOf(columns, amountOf);
    const amountKWh = highest === undefined ? null : (amountOf(highest.bar)?.energyKWh ?? null);
    if (highest === undefined || amountKWh === null || amountKWh <= 0) return;
    const baseline = axis.yOf(sign * amountKWh) + (sign === 1 ? -2.5 : TYPE.callout.size * CAP_HEIGHT + 2.5);
    const text = language.amount(amountKWh, 1);
    const half = surface.widthOf(text, TYPE.callout) / 2;
    const middle = highest.barX + highest.barWidth / 2;
    const withinPlot = Math.max(plot.x + half, Math.min(plot.x + plot.width - half, middle));
    writeAligned(surface, text, withinPlot, baseline, { ...TYPE.callout, colour }, 'centre');
  };
  label(upOf, 1, upColours.text);
  label(downOf, -1, PRODUCTION_COLOURS.text);
}

function highestOf(
  columns: readonly PlacedBar[],
  amountOf: (bar: Bar) => BarAmount | undefined,
): PlacedBar | undefined {
  let highest: PlacedBar | undefined;
  let highestKWh = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const energyKWh = amountOf(column.bar)?.energyKWh ?? null;
    if (energyKWh === null || energyKWh <= highestKWh) continue;
    highest = column;
    highestKWh = energyKWh;
  }
  return highest;
}
