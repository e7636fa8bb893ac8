import type { HourFacts } from '../../domain/energy/day-facts.ts';
import type { ReportDay, ReportRegister } from '../../domain/report/report.ts';
import type { ReportBattery } from '../../domain/report/report-battery.ts';
import { isoUtc } from '../../domain/time/instant.ts';
import { totalEnergies, totalQualities } from './totals-json.ts';

/** One local day as data. */
export function dayJson(day: ReportDay) {
  return {
    date: day.date,
    start: isoUtc(day.start),
    end: isoUtc(day.end),
    hours: day.hours,
    ...totalEnergies(day.totals),
    coverage: day.coverage,
    quality: day.quality,
    totalsQuality: totalQualities(day.totals),
    registers: day.registers.map(registerJson),
    battery: batteryJson(day.battery),
    hourly: day.hourly.map(hourJson),
    gaps: day.gaps.map(({ start, end, hubIds, complete }) => ({
      start: isoUtc(start),
      end: isoUtc(end),
      hubIds,
      complete,
    })),
  };
}

/** What the batteries did and held; null without one. */
export function batteryJson(battery: ReportBattery | null) {
  if (battery === null) return null;
  const { charged, discharged, atStart, atEnd, lossesKWh } = battery;
  return {
    chargedKWh: charged.energyKWh,
    chargedQuality: charged.quality,
    dischargedKWh: discharged.energyKWh,
    dischargedQuality: discharged.quality,
    storedAtStartKWh: atStart,
    storedAtEndKWh: atEnd,
    lossesKWh,
  };
}

/** A register's line of a day or of the whole period. */
export function registerJson({ id, label, role, energyKWh, coverage, quality }: ReportRegister) {
  return { id, label, role, energyKWh, coverage, quality };
}

function hourJson(hour: HourFacts) {
  const { consumptionKWh, productionKWh, gridImportKWh, gridExportKWh, circuitsKWh } = hour;
  return {
    start: isoUtc(hour.start),
    hour: hour.hour,
    repeated: hour.repeated,
    minutes: hour.minutes,
    coverage: hour.coverage,
    ...{ consumptionKWh, productionKWh, gridImportKWh, gridExportKWh, circuitsKWh },
  };
}
