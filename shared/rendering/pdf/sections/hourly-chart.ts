import type { HourFacts } from '../../../domain/energy/day-facts.ts';
import type { Report } from '../../../domain/report/report.ts';
import { hourFormat } from '../../language/clock-and-month-names.ts';
import { type Bar, type BarAmount, measuresUse, PRODUCTION_COLOURS, producesAnything, USE_COLOURS } from '../bar.ts';
import type { Sheet } from '../sheet.ts';
import { usualDayReference } from './chart-references.ts';
import { drawEnergyChart, upNameOf } from './energy-chart.ts';

/** The day hour by hour of the local clock, with 23, 24 or 25 columns as it had hours; nothing without a power series. */
export function drawHourlyChart(sheet: Sheet, height: number): void {
  const { language, report } = sheet;
  const hours = report.days[0]?.hourly ?? [];
  if (hours.length === 0) return;
  const hourName = hourFormat(language.tag);
  const hasUse = measuresUse(report);
  const bars = hours.map(
    (hour): Bar => ({
      label: hour.hour % 3 === 0 && !hour.repeated ? hourName(hour.hour) : '',
      up: hasUse ? { energyKWh: usedKWh(hour, report.hasMains), partial: hour.coverage < 1 } : producedIn(hour, report),
      down: hasUse && producesAnything(report) ? producedIn(hour, report) : undefined,
      isHeard: isHeard(hour),
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
      upName: upNameOf(sheet),
      upColours: hasUse ? USE_COLOURS : PRODUCTION_COLOURS,
      bars,
      averageUpKWh: null,
      averageDownKWh: null,
      reference: hasUse ? usualDayReference(sheet) : null,
    },
    height,
  );
}

/** An hour's coverage is that of its consumption, where that is known. */
function producedIn(hour: HourFacts, report: Report): BarAmount {
  const coverageIsItsOwn = usedKWh(hour, report.hasMains) !== null || !measuresUse(report);
  return { energyKWh: hour.productionKWh, partial: coverageIsItsOwn && hour.coverage < 1 };
}

const usedKWh = (hour: HourFacts, hasMains: boolean): number | null =>
  hasMains ? hour.consumptionKWh : hour.circuitsKWh;

const isHeard = (hour: HourFacts): boolean =>
  [hour.consumptionKWh, hour.productionKWh, hour.circuitsKWh].some((energyKWh) => energyKWh !== null);
