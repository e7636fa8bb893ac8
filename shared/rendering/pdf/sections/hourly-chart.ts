import type { HourFacts } from '../../../domain/energy/day-facts.ts';
import { hourFormat } from '../../language/clock-and-month-names.ts';
import type { Bar } from '../bar.ts';
import type { Sheet } from '../sheet.ts';
import { drawEnergyChart } from './energy-chart.ts';

/** The day hour by hour of the local clock, with 23, 24 or 25 columns as the day had hours. */
export function drawHourlyChart(sheet: Sheet, height: number): void {
  const { language, report } = sheet;
  const hours = report.days[0]?.hourly ?? [];
  const hourName = hourFormat(language.tag);
  const bars = hours.map(
    (hour): Bar => ({
      label: hour.hour % 3 === 0 && !hour.repeated ? hourName(hour.hour) : '',
      upKWh: usedKWh(hour, report.hasMains),
      downKWh: hour.productionKWh,
      state: hour.coverage === 0 ? 'missing' : hour.coverage < 1 ? 'partial' : 'whole',
      tinted: false,
      breadth: hour.minutes / 60,
    }),
  );
  drawEnergyChart(
    sheet,
    {
      heading: language.texts.sections.hourByHour,
      perDay: false,
      whenOf: (index) => language.time(hours[index]?.start ?? report.start, report.timeZone),
      upName: report.hasMains ? language.totalLabel('consumption') : language.texts.measuredCircuits,
      bars,
      averageUpKWh: null,
      averageDownKWh: null,
    },
    height,
  );
}

const usedKWh = (hour: HourFacts, hasMains: boolean): number | null =>
  hasMains ? hour.consumptionKWh : hour.circuitsKWh;
