import { PALETTE } from '../palette.ts';
import type { BarChart } from './bar.ts';
import { averageGutter, drawAverages, drawHighest, drawMissing } from './bar-chart-marks.ts';
import { columnsOf, drawColumnLabels, type PlacedBar } from './bar-columns.ts';
import { hatchingOf } from './hatching.ts';
import { horizontalLine } from './horizontal-line.ts';
import type { Sheet } from './sheet.ts';
import type { Rectangle } from './surface.ts';
import { writeAligned } from './text-blocks.ts';
import { CAP_HEIGHT, TYPE } from './type-scale.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

const WHITE_STRIPES = { colour: PALETTE.surface, width: 0.9 };
const LABEL_HEIGHT = 14;

/** Draws bars over a zero line, with ticks, the highest column labelled and columns without data hatched. */
export function drawBarChart(sheet: Sheet, chart: BarChart, area: Rectangle): void {
  const { surface } = sheet;
  const { language } = sheet;
  const bottom = area.y + area.height - LABEL_HEIGHT;
  const axis = valueAxis(amountsOf(chart), area.y + 8, bottom, 5);
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
  drawBars(sheet, columns, axis);
  drawMissing(sheet, columns, plot);
  drawAverages(sheet, chart, axis, plot);
  surface.strokeLines({ colour: PALETTE.ink, width: 0.7 }, [acrossAt(0)]);
  drawHighest(sheet, columns, axis, plot);
  drawColumnLabels(surface, columns, bottom + 10);
}

function amountsOf({ bars }: BarChart): number[] {
  const amounts = bars.flatMap((bar) => [bar.upKWh ?? 0, -(bar.downKWh ?? 0)]);
  // Room for the label of the highest column.
  return [Math.max(...amounts) * 1.08, Math.min(...amounts) * (amounts.some((amount) => amount < 0) ? 1.12 : 1)];
}

function drawTints({ surface }: Sheet, columns: readonly PlacedBar[], plot: Rectangle): void {
  const tinted = columns.filter((column) => column.bar.tinted);
  surface.fillRectangles(
    PALETTE.weekend,
    tinted.map(({ x, width }) => ({ x, y: plot.y, width, height: plot.height + LABEL_HEIGHT })),
  );
}

function drawBars({ surface }: Sheet, columns: readonly PlacedBar[], axis: ValueAxis): void {
  const rectangle = ({ barX, barWidth }: PlacedBar, fromKWh: number, toKWh: number): Rectangle => {
    const [top, bottom] = [axis.yOf(Math.max(fromKWh, toKWh)), axis.yOf(Math.min(fromKWh, toKWh))];
    return { x: barX, y: top, width: barWidth, height: bottom - top };
  };
  const ups = columns.map((column) => rectangle(column, 0, column.bar.upKWh ?? 0));
  const downs = columns.map((column) => rectangle(column, 0, -(column.bar.downKWh ?? 0)));
  const visible = ({ height }: Rectangle) => height > 0.01;
  surface.fillRectangles(PALETTE.consumption, ups.filter(visible));
  surface.fillRectangles(PALETTE.production, downs.filter(visible));
  const partial = (_: Rectangle, index: number) => columns[index]?.bar.state === 'partial';
  surface.strokeLines(
    WHITE_STRIPES,
    [...ups.filter(partial), ...downs.filter(partial)].filter(visible).flatMap((bar) => hatchingOf(bar, 4)),
  );
}
