import { type Figure, sumFigures } from '../../../domain/energy/figure.ts';
import type { ReportDay } from '../../../domain/report/report.ts';
import { dayOf, isoWeekday, monthOf } from '../../../domain/time/local-date.ts';
import { monthFormat } from '../../language/clock-and-month-names.ts';
import {
  type Bar,
  type BarAmount,
  downOf,
  measuresUse,
  PRODUCTION_COLOURS,
  producesAnything,
  USE_COLOURS,
  upOf,
} from '../bar.ts';
import type { Sheet } from '../sheet.ts';
import { periodReference } from './chart-references.ts';
import { drawEnergyChart, upNameOf } from './energy-chart.ts';

/** Days up to which each of them is named by its weekday. */
const NAMED_DAYS = 10;
/** Days up to which each of them has its number; beyond, the months are named. */
const NUMBERED_DAYS = 62;

/** The period day by day: what was used above the zero line, what was produced below it. */
export function drawDailyChart(sheet: Sheet, height: number): void {
  const { language, report } = sheet;
  const { days } = report;
  const hasUse = measuresUse(report);
  const monthName = monthFormat(language.tag);
  const labelOf = ({ date }: ReportDay): string => {
    if (days.length <= NAMED_DAYS) return `${language.weekday(date, 'short')} ${dayOf(date)}`;
    if (days.length <= NUMBERED_DAYS) return `${dayOf(date)}`;
    return dayOf(date) === 1 ? monthName(monthOf(date)) : '';
  };
  const bars = days.map(
    (day): Bar => ({
      label: labelOf(day),
      up: amountOf(hasUse ? usedIn(day, report.hasMains) : day.totals.production),
      down: hasUse && producesAnything(report) ? amountOf(day.totals.production) : undefined,
      isHeard: day.quality !== 'missing',
      tinted: days.length <= NUMBERED_DAYS && isoWeekday(day.date) > 5,
      breadth: 1,
    }),
  );
  drawEnergyChart(
    sheet,
    {
      heading: language.texts.sections.dayByDay,
      perDay: true,
      whenOf: (index) => language.texts.onDate(language.fullDate(days[index]?.date ?? report.firstDate)),
      upName: upNameOf(sheet),
      upColours: hasUse ? USE_COLOURS : PRODUCTION_COLOURS,
      bars,
      averageUpKWh: averageOf(bars.map(upOf)),
      averageDownKWh: averageOf(bars.map(downOf)),
      reference: hasUse ? periodReference(sheet) : null,
    },
    height,
  );
}

/** The day's consumption, or what its circuits came to where consumption is not measured. */
const usedIn = (day: ReportDay, hasMains: boolean): Figure =>
  hasMains ? day.totals.consumption : sumFigures(day.registers.filter((register) => register.role === 'circuit'));

const amountOf = ({ energyKWh, quality }: Figure): BarAmount => ({ energyKWh, partial: quality === 'partial' });

/** Mean of the days of which everything is known; none is drawn over fewer than three. */
function averageOf(amounts: readonly (BarAmount | undefined)[]): number | null {
  const known = amounts.flatMap((amount) =>
    amount === undefined || amount.energyKWh === null || amount.partial ? [] : [amount.energyKWh],
  );
  return known.length < 3 ? null : known.reduce((sum, energyKWh) => sum + energyKWh, 0) / known.length;
}
