import { hourFormat } from '../../language/clock-and-month-names.ts';
import { PALETTE } from '../../palette.ts';
import { hatchingOf } from '../hatching.ts';
import { type HeatClass, heatClassOf, heatScale } from '../heat-scale.ts';
import { horizontalLine } from '../horizontal-line.ts';
import { roomLeft, type Sheet } from '../sheet.ts';
import type { Rectangle } from '../surface.ts';
import { writeAligned, writeHeading } from '../text-blocks.ts';
import { CAP_HEIGHT, TYPE } from '../type-scale.ts';
import { averageDay } from './average-day.ts';
import { type HeatCell, heatCells, highestCell } from './heat-cells.ts';
import { drawHeatKey, HEAT_KEY_HEIGHT } from './heat-key.ts';

const HEAD = 13;
/** Of the average day above the grid, with the space below. */
const AVERAGE_HEIGHT = 44;
const HEADING_HEIGHT = 20;
const TALLEST_ROW = 13;
const LABELLED_ROW = 7.9;
const LOWEST_ROW = 1.1;
/** Height that the rows share, as long as each of them can have a label. */
const ROWS_HEIGHT = 254;
/** A longer period than this has labels for some of its days only. */
const LABELLED_DAYS = 36;

/** Hour by day in the local clock: when the energy was used. Days of 23 or 25 hours show the hours that they had. */
export function drawHeatMap(sheet: Sheet): void {
  const { surface, language, report, left, right } = sheet;
  const { days } = report;
  const cells = heatCells(days, report.hasMains);
  const highest = highestCell(cells);
  if (highest === undefined) return;
  const rowHeight = rowHeightFor(days.length);
  const mapHeight = HEAD + days.length * rowHeight + HEAT_KEY_HEIGHT;
  const averages = days.length > 1 && hasRoomForAverages(sheet, mapHeight) ? averageDay(cells) : [];
  const averageHeight = averages.length === 0 ? 0 : AVERAGE_HEIGHT;
  const height = averageHeight + mapHeight;
  writeHeading(sheet, language.texts.sections.heatMap, height);

  const labels = days.map((day) => language.rowDate(day.date));
  const x = left + Math.max(...labels.map((label) => surface.widthOf(label, TYPE.tick))) + 7;
  const grid = { x, y: sheet.y + averageHeight + HEAD, width: right - x, height: days.length * rowHeight };
  const scale = heatScale(highest.powerW);
  const gaps = cells.filter((cell) => cell.powerW === null).length;
  const start = days[highest.dayIndex]?.hourly[highest.hourIndex]?.start ?? report.start;
  const when = language.dateTime(start, report.timeZone);
  surface.content(
    'Figure',
    () => {
      drawAverageDay(sheet, averages, { ...grid, y: sheet.y, height: averageHeight });
      drawCells(sheet, cells, scale, grid, rowHeight);
      drawLabels(sheet, labels, grid, rowHeight);
      drawHeatKey(sheet, scale, highest.powerW, grid.x, grid.y + grid.height, gaps > 0);
    },
    {
      alternativeText: language.texts.pdf.alternative.heatMap({ when, power: language.power(highest.powerW) }, gaps),
      bounds: { x: left, y: sheet.y, width: sheet.width, height },
    },
  );
  sheet.y += height + 16;
}

/** The average day is left out where the map would have to go to the next page for it. */
function hasRoomForAverages(sheet: Sheet, mapHeight: number): boolean {
  const withHeading = mapHeight + HEADING_HEIGHT;
  return roomLeft(sheet) >= withHeading + AVERAGE_HEIGHT || roomLeft(sheet) < withHeading;
}

function rowHeightFor(days: number): number {
  const lowest = days <= LABELLED_DAYS ? LABELLED_ROW : LOWEST_ROW;
  return Math.max(lowest, Math.min(TALLEST_ROW, ROWS_HEIGHT / days));
}

function drawCells(
  { surface }: Sheet,
  cells: readonly HeatCell[],
  scale: readonly HeatClass[],
  grid: Rectangle,
  rowHeight: number,
): void {
  const hourWidth = grid.width / 24;
  const space = rowHeight > 5 ? 0.7 : 0;
  const rectangleOf = (cell: HeatCell): Rectangle => ({
    x: grid.x + (cell.hour + cell.from) * hourWidth,
    y: grid.y + cell.dayIndex * rowHeight,
    width: (cell.to - cell.from) * hourWidth - space,
    height: rowHeight - space,
  });
  const shades = scale.map(({ colour }) => ({ colour, boxes: [] as Rectangle[] }));
  const gaps: Rectangle[] = [];
  for (const cell of cells) {
    const boxes = cell.powerW === null ? gaps : shades[heatClassOf(scale, cell.powerW)]?.boxes;
    boxes?.push(rectangleOf(cell));
  }
  for (const { colour, boxes } of shades) surface.fillRectangles(colour, boxes);
  surface.strokeLines(
    { colour: PALETTE.muted, width: 0.3 },
    gaps.flatMap((box) => hatchingOf(box, 3.4)),
  );
}

/** The mean of each hour of the clock as columns over those of the grid, the highest with its power. */
function drawAverageDay({ surface, language }: Sheet, averages: readonly (number | null)[], area: Rectangle): void {
  const highestW = Math.max(0, ...averages.map((powerW) => powerW ?? 0));
  if (highestW === 0) return;
  const hourWidth = area.width / 24;
  const bottom = area.y + area.height - 10;
  const fullHeight = area.height - 21;
  const columns = averages.map((powerW, hour): Rectangle => {
    const height = (Math.max(0, powerW ?? 0) / highestW) * fullHeight;
    return { x: area.x + hour * hourWidth + 1.5, y: bottom - height, width: hourWidth - 3.7, height };
  });
  surface.fillRectangles(
    PALETTE.consumption,
    columns.filter(({ height }) => height > 0.01),
  );
  surface.strokeLines({ colour: PALETTE.ink, width: 0.5 }, [horizontalLine(area.x, area.x + area.width, bottom)]);
  writeAligned(surface, language.texts.pdf.average, area.x - 6, bottom - 1, TYPE.tick, 'right');
  const top = columns[averages.indexOf(highestW)];
  if (top === undefined) return;
  const text = language.power(highestW);
  const half = surface.widthOf(text, TYPE.callout) / 2;
  const middle = Math.max(area.x + half, Math.min(area.x + area.width - half, top.x + top.width / 2));
  writeAligned(surface, text, middle, top.y - 2.5, TYPE.callout, 'centre');
}

function drawLabels({ surface, language }: Sheet, labels: readonly string[], grid: Rectangle, rowHeight: number): void {
  const hourName = hourFormat(language.tag);
  for (let hour = 0; hour < 24; hour += 3) {
    surface.writeText(hourName(hour), grid.x + (hour * grid.width) / 24, grid.y - 4, TYPE.tick);
  }
  const every = [1, 2, 5, 7, 14, 28].find((step) => step * rowHeight >= TYPE.tick.size + 0.6) ?? 28;
  for (const [index, label] of labels.entries()) {
    if (index % every !== 0) continue;
    const baseline = grid.y + index * rowHeight + rowHeight / 2 + (TYPE.tick.size * CAP_HEIGHT) / 2;
    writeAligned(surface, label, grid.x - 6, baseline, TYPE.tick, 'right');
  }
}
