import type { Language } from '../../language/language.ts';
import { PALETTE } from '../../palette.ts';
import {
  type Bar,
  type BarAmount,
  type BarChart,
  downOf,
  isUnknown,
  measuresUse,
  PRODUCTION_COLOURS,
  upOf,
} from '../bar.ts';
import { drawBarChart } from '../bar-chart.ts';
import { drawKey, type KeyEntry } from '../chart-key.ts';
import { type Sheet, stripOf } from '../sheet.ts';
import { writeHeading } from '../text-blocks.ts';

/** A chart of consumption and production over the period's days or the day's hours. */
export interface EnergyChart extends BarChart {
  readonly heading: string;
  readonly perDay: boolean;
  /** When a column was, ready for a sentence: "on Tuesday, 14 May 2026". */
  readonly whenOf: (index: number) => string;
  /** What the columns that go up show: consumption, the measured circuits, or production where nothing else is measured. */
  readonly upName: string;
}

/** With one line of entries. */
const KEY_HEIGHT = 16;

/** The name of what goes up in a chart of a report. */
export function upNameOf({ language, report }: Sheet): string {
  if (report.hasMains) return language.totalLabel('consumption');
  return measuresUse(report) ? language.texts.measuredCircuits : language.totalLabel('production');
}

/** Draws the chart with its heading and key as one figure. */
export function drawEnergyChart(sheet: Sheet, chart: EnergyChart, height: number): void {
  writeHeading(sheet, chart.heading, height);
  const area = stripOf(sheet, height);
  sheet.surface.content(
    'Figure',
    () => {
      const keyHeight = KEY_HEIGHT + drawKey(sheet, keyOf(sheet, chart), area.y + 6);
      drawBarChart(sheet, chart, { ...area, y: area.y + keyHeight, height: area.height - keyHeight });
    },
    { alternativeText: finding(sheet, chart), bounds: area },
  );
  sheet.y += height + 16;
}

function keyOf({ language }: Sheet, { bars, perDay, upName, upColours, reference }: EnergyChart): KeyEntry[] {
  const words = language.texts.pdf;
  const unit = perDay ? words.kWhPerDay : words.kWhPerHour;
  const entries: KeyEntry[] = [{ text: unit(upName), colour: upColours.bar }];
  if (bars.some((bar) => bar.down !== undefined)) {
    entries.push({ text: words.downwards(language.totalLabel('production')), colour: PRODUCTION_COLOURS.bar });
  }
  if (bars.some((bar) => bar.up.partial || bar.down?.partial === true)) {
    entries.push({ text: words.incomplete, colour: upColours.bar, pattern: 'stripes' });
  }
  if (reference !== null) entries.push({ text: reference.name, colour: PALETTE.reference, pattern: 'line' });
  const hatched = gapWords(language, bars);
  if (hatched !== undefined) entries.push({ text: hatched, colour: PALETTE.gap, pattern: 'hatching' });
  if (bars.some((bar) => bar.tinted)) entries.push({ text: words.weekend, colour: PALETTE.weekend });
  return entries;
}

/** What hatching stands for in a chart; undefined where nothing is hatched. */
function gapWords(language: Language, bars: readonly Bar[]): string | undefined {
  const unknown = bars.some((bar) => isUnknown(bar, bar.up) || isUnknown(bar, bar.down));
  const words = [
    ...(bars.some((bar) => !bar.isHeard) ? [language.texts.pdf.noData] : []),
    ...(unknown ? [language.reasonFor('missing')] : []),
  ];
  return words.length === 0 ? undefined : words.join(' / ');
}

function finding({ language }: Sheet, chart: EnergyChart): string {
  const words = language.texts.pdf.alternative;
  const describe = (what: string, amountOf: (bar: Bar) => BarAmount | undefined, averageKWh: number | null) => {
    if (chart.bars.every((bar) => amountOf(bar) === undefined)) return [];
    const known = chart.bars.flatMap((bar, index) => {
      const amountKWh = amountOf(bar)?.energyKWh ?? null;
      return amountKWh === null ? [] : [{ index, amountKWh }];
    });
    const byAmount = known.sort((a, b) => a.amountKWh - b.amountKWh);
    const spoken = (entry: (typeof byAmount)[number] | undefined) =>
      entry && { when: chart.whenOf(entry.index), energy: language.energy(entry.amountKWh) };
    const facts = {
      what,
      perDay: chart.perDay,
      count: chart.bars.length,
      average: averageKWh === null ? undefined : language.energy(averageKWh),
      highest: spoken(byAmount.at(-1)),
      lowest: byAmount.length > 1 ? spoken(byAmount[0]) : undefined,
    };
    return [words.bars(facts)];
  };
  const missing = chart.bars.filter((bar) => !bar.isHeard).length;
  const sentences = [
    ...describe(chart.upName, upOf, chart.averageUpKWh),
    ...describe(language.totalLabel('production'), downOf, chart.averageDownKWh),
    ...(chart.reference === null
      ? []
      : [language.texts.comparison.line(chart.reference.finding ?? chart.reference.name)]),
    ...(missing > 0 ? [words.missingBars(missing, chart.perDay)] : []),
  ];
  return `${sentences.join(language.texts.semicolon)}.`;
}
