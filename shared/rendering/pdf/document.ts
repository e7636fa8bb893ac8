import {
  batteryHeight,
  batterySentenceHeight,
  drawBattery,
  drawBatteryDays,
  drawBatterySentence,
} from './sections/battery.ts';
import { drawChanges } from './sections/changes.ts';
import { circuitBarsHeight, drawCircuitBars } from './sections/circuit-bars.ts';
import { drawCircuitTable } from './sections/circuit-table.ts';
import { drawCompleteness } from './sections/completeness.ts';
import { drawDailyChart } from './sections/daily-chart.ts';
import { drawDailyTable } from './sections/daily-table.ts';
import { drawEnergyFlows, energyFlowsHeight } from './sections/energy-flows.ts';
import { drawEstimateSentences, drawEstimates, estimateSentencesHeight } from './sections/estimates.ts';
import { drawPageFrames } from './sections/footer.ts';
import { drawHeatMap } from './sections/heat-map.ts';
import { drawHourlyChart } from './sections/hourly-chart.ts';
import { drawLoadShape, LOAD_SHAPE_HEIGHT } from './sections/load-shape.ts';
import { drawHeadline, drawMasthead } from './sections/masthead.ts';
import { drawMethod, drawReadAndContact, readAndContactHeight } from './sections/method.ts';
import { drawNotes, notesHeight } from './sections/notes.ts';
import { drawReconciliation } from './sections/reconciliation.ts';
import { drawRegisterTable } from './sections/register-table.ts';
import { drawTiles } from './sections/tiles.ts';
import { roomLeft, type Sheet, startPage } from './sheet.ts';
import type { TextStyle } from './surface.ts';
import { TYPE } from './type-scale.ts';

/** Draws the whole report, in the order in which it is read. */
export function drawDocument(sheet: Sheet): void {
  sheet.surface.group('Document', () => {
    drawMasthead(sheet);
    drawHeadline(sheet);
    if (sheet.report.days.every((day) => day.quality === 'missing')) drawEmptyPeriod(sheet);
    else if (sheet.report.kind === 'daily') drawDay(sheet);
    else drawDays(sheet);
  });
  drawPageFrames(sheet);
}

/** Nothing was heard: no axes, no empty tables, only what is known about the silence. */
function drawEmptyPeriod(sheet: Sheet): void {
  drawCompleteness(sheet);
  drawNotes(sheet);
  drawReadAndContact(sheet);
}

/** One page for one day. */
function drawDay(sheet: Sheet): void {
  drawTiles(sheet);
  drawCompleteness(sheet);
  const isCrowded = roomLeft(sheet) < LEAST_CHARTS_HEIGHT + textHeightOf(sheet, TYPE.body, false);
  const style = isCrowded ? { ...TYPE.small, colour: TYPE.body.colour } : TYPE.body;
  const textHeight = Math.min(300, textHeightOf(sheet, style, isCrowded));
  const isInTiles = sheet.report.totals.production.quality === 'not_applicable';
  const sources = sourcesThatFit(sheet, textHeight);
  const others = textHeight + heightOf(sources) + LOAD_SHAPE_HEIGHT;
  const hasRoomForShape = roomLeft(sheet) > leastChartsHeight(sheet) + GOOD_CHARTS_MORE + others;
  const shapeHeight = !isInTiles && hasRoomForShape ? LOAD_SHAPE_HEIGHT : 0;
  const below = textHeight + shapeHeight + heightOf(sources);
  drawHourlyChart(sheet, chartHeight(sheet, below, LOWEST_HOURLY_CHART));
  drawCircuitBars(sheet, below);
  for (const { draw } of sources) draw(sheet);
  drawChanges(sheet);
  if (shapeHeight > 0) drawLoadShape(sheet);
  drawEstimateSentences(sheet);
  drawNotes(sheet, style);
  drawReadAndContact(sheet, isCrowded);
}

/** At a place without circuits, where energy came from takes their room. */
const showsFlows = ({ report }: Sheet): boolean => !report.measuresCircuits;

interface Block {
  readonly height: number;
  readonly draw: (sheet: Sheet) => void;
  /** The same in less room. */
  readonly shorter?: Block;
}

function sourcesOf(sheet: Sheet): Block[] {
  const flows = { height: showsFlows(sheet) ? energyFlowsHeight(sheet) : 0, draw: drawEnergyFlows };
  const shorter = { height: batterySentenceHeight(sheet), draw: drawBatterySentence };
  return [flows, { height: batteryHeight(sheet), draw: drawBattery, shorter }].filter(({ height }) => height > 0);
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);

/** What is said of the sources of energy on a single page, as far as it leaves enough to the charts. */
function sourcesThatFit(sheet: Sheet, textHeight: number): Block[] {
  const circuits = Math.min(circuitBarsHeight(sheet.report), LEAST_CIRCUITS_HEIGHT);
  let room = roomLeft(sheet) - textHeight - LOWEST_HOURLY_CHART - spacesOf(sheet) - circuits;
  return sourcesOf(sheet).flatMap((source) => {
    const fitting = [source, source.shorter].find((block) => block !== undefined && block.height <= room);
    room -= fitting?.height ?? 0;
    return fitting ?? [];
  });
}

const textHeightOf = (sheet: Sheet, style: TextStyle, isShort: boolean) =>
  notesHeight(sheet, style) + estimateSentencesHeight(sheet) + readAndContactHeight(sheet, isShort);

/** An overview on one page, then everything behind it. */
function drawDays(sheet: Sheet): void {
  const { language } = sheet;
  drawTiles(sheet);
  drawCompleteness(sheet);
  const sources = showsFlows(sheet) ? sourcesOf(sheet) : [];
  drawDailyChart(sheet, chartHeight(sheet, heightOf(sources), sources.length > 0 ? 140 : 165));
  drawCircuitBars(sheet, 0);
  for (const { draw } of sources) draw(sheet);
  startPage(sheet);
  drawChanges(sheet);
  drawCircuitTable(sheet);
  if (sources.length === 0) drawBatteryFlows(sheet);
  drawHeatMap(sheet);
  drawLoadShape(sheet, language.texts.pdf.loadShape);
  drawEstimates(sheet);
  drawReconciliation(sheet);
  drawNotes(sheet);
  drawRegisterTable(sheet);
  drawDailyTable(sheet);
  drawBatteryDays(sheet);
  drawMethod(sheet);
}

/** The battery of a place with circuits, behind them. */
function drawBatteryFlows(sheet: Sheet): void {
  if (sheet.report.battery === null) return;
  drawEnergyFlows(sheet);
  drawBattery(sheet);
}

/** Still told apart hour by hour, where much has to be said below. */
const LOWEST_HOURLY_CHART = 84;

/** What the hours and the largest circuits of a day need at least, with their headings. */
const GOOD_CHARTS_MORE = 60;
const LEAST_CHARTS_HEIGHT = LOWEST_HOURLY_CHART + 36 + 5 * 16 + 34;
const leastChartsHeight = (sheet: Sheet): number =>
  circuitBarsHeight(sheet.report) === 0 ? LOWEST_HOURLY_CHART + spacesOf(sheet) : LEAST_CHARTS_HEIGHT;

/** The heading of a chart, and what lies between it, the circuits and the text below. */
const SPACES = 54;
const SPACES_WITHOUT_CIRCUITS = 38;
const spacesOf = ({ report }: Sheet): number => (circuitBarsHeight(report) === 0 ? SPACES_WITHOUT_CIRCUITS : SPACES);

/** A heading and six bars. */
const LEAST_CIRCUITS_HEIGHT = 116;

/** What the circuits below leave of the page, within what looks well. */
function chartHeight(sheet: Sheet, toKeepFree: number, lowest: number): number {
  return Math.max(
    lowest,
    Math.min(265, roomLeft(sheet) - circuitBarsHeight(sheet.report) - toKeepFree - spacesOf(sheet)),
  );
}
