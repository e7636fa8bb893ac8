import { PALETTE } from '../../palette.ts';
import type { Bar, BarChart } from '../bar.ts';
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
  /** What the columns that go up show: consumption, or the measured circuits where that is not known. */
  readonly upName: string;
}

const KEY_HEIGHT = 16;

/** Draws the chart with its heading and key as one figure. */
export function drawEnergyChart(sheet: Sheet, chart: EnergyChart, height: number): void {
  writeHeading(sheet, chart.heading, height);
  const area = stripOf(sheet, height);
  sheet.surface.content(
    'Figure',
    () => {
      drawKey(sheet, keyOf(sheet, chart), area.y + 6);
      drawBarChart(sheet, chart, { ...area, y: area.y + KEY_HEIGHT, height: area.height - KEY_HEIGHT });
    },
    { alternativeText: finding(sheet, chart), bounds: area },
  );
  sheet.y += height + 16;
}

function keyOf({ language, report }: Sheet, { bars, perDay, upName }: EnergyChart): KeyEntry[] {
  const words = language.texts.pdf;
  const unit = perDay ? words.kWhPerDay : words.kWhPerHour;
  const entries: KeyEntry[] = [{ text: unit(upName), colour: PALETTE.consumption }];
  if (report.totals.production.quality !== 'not_applicable') {
    entries.push({ text: words.downwards(language.totalLabel('production')), colour: PALETTE.production });
  }
  if (bars.some((bar) => bar.state === 'partial')) {
    entries.push({ text: words.incomplete, colour: PALETTE.consumption, pattern: 'stripes' });
  }
  if (bars.some((bar) => bar.state === 'missing')) {
    entries.push({ text: words.noData, colour: PALETTE.gap, pattern: 'hatching' });
  }
  if (bars.some((bar) => bar.tinted)) entries.push({ text: words.weekend, colour: PALETTE.weekend });
  return entries;
}

function finding({ language, report }: Sheet, chart: EnergyChart): string {
  const words = language.texts.pdf.alternative;
  const describe = (what: string, amountOf: (bar: Bar) => number | null, averageKWh: number | null) => {
    const known = chart.bars.flatMap((bar, index) => {
      const amountKWh = amountOf(bar);
      return amountKWh === null ? [] : [{ index, amountKWh }];
    });
    const byAmount = known.sort((a, b) => a.amountKWh - b.amountKWh);
    const spoken = (entry: (typeof byAmount)[number] | undefined) =>
      entry && { when: chart.whenOf(entry.index), energy: language.energy(entry.amountKWh) };
    return words.bars({
      what,
      perDay: chart.perDay,
      count: chart.bars.length,
      average: averageKWh === null ? undefined : language.energy(averageKWh),
      highest: spoken(byAmount.at(-1)),
      lowest: byAmount.length > 1 ? spoken(byAmount[0]) : undefined,
    });
  };
  const missing = chart.bars.filter((bar) => bar.state === 'missing').length;
  const sentences = [describe(chart.upName, (bar) => bar.upKWh, chart.averageUpKWh)];
  if (report.totals.production.quality !== 'not_applicable') {
    sentences.push(describe(language.totalLabel('production'), (bar) => bar.downKWh, chart.averageDownKWh));
  }
  if (missing > 0) sentences.push(words.missingBars(missing, chart.perDay));
  return `${sentences.join('; ')}.`;
}
