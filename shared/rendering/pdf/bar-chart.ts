import { PALETTE } from '../palette.ts';
import { type BarChart, type BarColours, PRODUCTION_COLOURS } from './bar.ts';
import { averageGutter, drawAverages, drawHighest } from './bar-chart-marks.ts';
import { columnsOf, drawColumnLabels, type PlacedBar } from './bar-columns.ts';
import { drawGaps } from './bar-gaps.ts';
import { hatchingOf } from './hatching.ts';
import { horizontalLine } from './horizontal-line.ts';
import { drawReferenceLine } from './reference-line.ts';
import type { Sheet } from './sheet.ts';
import type { Rectangle } from './surface.ts';
import { writeAligned } from './text-blocks.ts';
import { CAP_HEIGHT, TYPE } from './type-scale.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

const WHITE_STRIPES = { colour: PALETTE.surface, width: 0.9 };
const LABEL_HEIGHT = 14;
/** Of the label below the deepest bar, without what it may share with the labels of the columns. */
const ROOM_FOR_CALLOUT = 5.5;
/** Factors by which the axis reaches deeper than the deepest bar; the first that leaves room is taken. */
const MARGINS_BELOW = [1.12, 1.25, 1.5];
const LARGEST_MARGIN = 2;
/** Steps of the axis that are wished for, and the height that each of them needs for its label. */
const MOST_TICKS = 5;
const TICK_SPACE = 15;

/** Draws bars over a zero line, with ticks, the highest column labelled and columns without data hatched. */
export function drawBarChart(sheet: Sheet, chart: BarChart, area: Rectangle): void {
  const { surface } = sheet;
  const { language } = sheet;
  const bottom = area.y + area.height - LABEL_HEIGHT;
  const axis = axisOf(chart, area.y + 8, bottom);
  const tickTexts = axis.ticks.map((tick) => language.amount(Math.abs(tick), axis.decimals));
  const gutter = Math.max(...tickTexts.map((text) => surface.widthOf(text, TYPE.tick))) + 6;
  const plot = {
    x: area.x + gutter,
    y: area.y,
    width: area.width - gutter - averageGutter(sheet, chart),
    height: bottom - area.y,
  };
  const columns = columnsOf(chart.bars, plot);
  const acrossAt = (amount: number) => horizontalLine(plot.x, plot.x + plot.width, axis.yOf(amount));

  drawTints(sheet, columns, plot);
  surface.strokeLines(
    { colour: PALETTE.line, width: 0.4 },
    axis.ticks.filter((tick) => tick !== 0).map((tick) => acrossAt(tick)),
  );
  for (const [index, tick] of axis.ticks.entries()) {
    const baseline = axis.yOf(tick) + (TYPE.tick.size * CAP_HEIGHT) / 2;
    writeAligned(surface, tickTexts[index] ?? '', plot.x - 5, baseline, TYPE.tick, 'right');
  }
  drawBars(sheet, columns, chart.upColours, axis);
  drawGaps(sheet, columns, plot, axis.yOf(0));
  if (chart.reference !== null) drawReferenceLine(surface, chart.reference.amountsKWh, columns, axis);
  drawAverages(sheet, chart, axis, plot);
  surface.strokeLines({ colour: PALETTE.ink, width: 0.7 }, [acrossAt(0)]);
  drawHighest(sheet, columns, chart.upColours, axis, plot);
  drawColumnLabels(surface, columns, bottom + 10);
}

/** Spans all amounts, with room below the deepest bar for its own label before the labels of the columns begin. */
function axisOf(chart: BarChart, top: number, bottom: number): ValueAxis {
  const deepest = Math.min(0, ...chart.bars.map(({ down }) => -(down?.energyKWh ?? 0)));
  const ticks = Math.max(2, Math.min(MOST_TICKS, Math.round((bottom - top) / TICK_SPACE)));
  const axisWith = (margin: number) => valueAxis(amountsOf(chart, margin), top, bottom, ticks);
  const hasRoom = (axis: ValueAxis) => deepest === 0 || bottom - axis.yOf(deepest) >= ROOM_FOR_CALLOUT;
  return MARGINS_BELOW.map(axisWith).find(hasRoom) ?? axisWith(LARGEST_MARGIN);
}

function amountsOf({ bars, reference }: BarChart, marginBelow: number): number[] {
  const drawn = bars.flatMap(({ up, down }) => [up.energyKWh ?? 0, -(down?.energyKWh ?? 0)]);
  const amounts = [...drawn, ...(reference?.amountsKWh ?? []).map((amountKWh) => amountKWh ?? 0)];
  // Room for the label of the highest column.
  return [Math.max(...amounts) * 1.08, Math.min(...amounts) * (amounts.some((amount) => amount < 0) ? marginBelow : 1)];
}

function drawTints({ surface }: Sheet, columns: readonly PlacedBar[], plot: Rectangle): void {
  const tinted = columns.filter((column) => column.bar.tinted);
  surface.fillRectangles(
    PALETTE.weekend,
    tinted.map(({ x, width }) => ({ x, y: plot.y, width, height: plot.height + LABEL_HEIGHT })),
  );
}

function drawBars({ surface }: Sheet, columns: readonly PlacedBar[], upColours: BarColours, axis: ValueAxis): void {
  const rectangle = ({ barX, barWidth }: PlacedBar, fromKWh: number, toKWh: number): Rectangle => {
    const [top, bottom] = [axis.yOf(Math.max(fromKWh, toKWh)), axis.yOf(Math.min(fromKWh, toKWh))];
    return { x: barX, y: top, width: barWidth, height: bottom - top };
  };
  const ups = columns.map((column) => ({ ...rectangle(column, 0, column.bar.up.energyKWh ?? 0), of: column.bar.up }));
  const downs = columns.map((column) => ({
    ...rectangle(column, 0, -(column.bar.down?.energyKWh ?? 0)),
    of: column.bar.down,
  }));
  const visible = ({ height }: Rectangle) => height > 0.01;
  surface.fillRectangles(upColours.bar, ups.filter(visible));
  surface.fillRectangles(PRODUCTION_COLOURS.bar, downs.filter(visible));
  const partial = [...ups, ...downs].filter((bar) => visible(bar) && bar.of?.partial === true);
  surface.strokeLines(
    WHITE_STRIPES,
    partial.flatMap((bar) => hatchingOf(bar, 4)),
  );
}
