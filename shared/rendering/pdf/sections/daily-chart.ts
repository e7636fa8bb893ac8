import type { ReportDay } from '../../../domain/report/report.ts';
import { dayOf, isoWeekday, monthOf } from '../../../domain/time/local-date.ts';
import { monthFormat } from '../../language/clock-and-month-names.ts';
import { printedParts } from '../../printed-parts.ts';
import type { Bar } from '../bar.ts';
import type { Sheet } from '../sheet.ts';
import { drawEnergyChart } from './energy-chart.ts';

/** Days up to which each of them is named by its weekday. */
const NAMED_DAYS = 10;
/** Days up to which each of them has its number; beyond, the months are named. */
const NUMBERED_DAYS = 62;

/** The period day by day: what was used above the zero line, what was produced below it. */
export function drawDailyChart(sheet: Sheet, height: number): void {
  const { language, report } = sheet;
  const { days } = report;
  const monthName = monthFormat(language.tag);
  const labelOf = ({ date }: ReportDay): string => {
    if (days.length <= NAMED_DAYS) return `${language.weekday(date, 'short')} ${dayOf(date)}`;
    if (days.length <= NUMBERED_DAYS) return `${dayOf(date)}`;
    return dayOf(date) === 1 ? monthName(monthOf(date)) : '';
  };
  const bars = days.map(
    (day): Bar => ({
      label: labelOf(day),
      upKWh: usedKWh(day, report.hasMains),
      downKWh: day.totals.production.energyKWh,
      state: stateOf(day, report.hasMains),
      tinted: days.length <= NUMBERED_DAYS && isoWeekday(day.date) > 5,
      breadth: 1,
    }),
  );
  const whole = bars.filter((bar) => bar.state === 'whole');
  drawEnergyChart(
    sheet,
    {
      heading: language.texts.sections.dayByDay,
      perDay: true,
      whenOf: (index) => language.texts.onDate(language.fullDate(days[index]?.date ?? report.firstDate)),
      upName: report.hasMains ? language.totalLabel('consumption') : language.texts.measuredCircuits,
      bars,
      averageUpKWh: averageOf(whole.map((bar) => bar.upKWh)),
      averageDownKWh: averageOf(whole.map((bar) => bar.downKWh)),
    },
    height,
  );
}

/** The day's consumption, or what its circuits came to where consumption is not measured. */
const usedKWh = (day: ReportDay, hasMains: boolean): number | null =>
  hasMains ? day.totals.consumption.energyKWh : (printedParts(day).sum?.energyKWh ?? null);

function stateOf(day: ReportDay, hasMains: boolean): Bar['state'] {
  if (day.quality === 'missing') return 'missing';
  if (day.quality === 'partial') return usedKWh(day, hasMains) === null ? 'missing' : 'partial';
  return 'whole';
}

/** Mean of the days of which everything is known; none is drawn over fewer than three. */
function averageOf(amountsKWh: readonly (number | null)[]): number | null {
  const known = amountsKWh.filter((amount) => amount !== null);
  return known.length < 3 ? null : known.reduce((sum, amount) => sum + amount, 0) / known.length;
}
