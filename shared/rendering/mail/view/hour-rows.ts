import type { Report } from '../../../domain/report/report.ts';
import { instantFromMs } from '../../../domain/time/instant.ts';
import type { Language } from '../../language/language.ts';

export interface HourRow {
  /** Clock time at which it begins. */
  readonly label: string;
  /** Clock time at which it ends. */
  readonly endLabel: string;
  /** The hour of the clock, 0 to 23. */
  readonly hour: number;
  readonly amount: string;
  readonly energy: string;
  /** Length of its bar, 0 to 1 of the longest; null when unknown. */
  readonly barShare: number | null;
}

/** Hourly energies are small: hundredths of a kWh tell them apart. */
const DECIMALS = 2;

/** What each hour of a single day used (what its circuits used, where the mains are not measured); none without any data. */
export function hourRows(report: Report, language: Language): HourRow[] {
  const [day] = report.days;
  const hours = day?.hourly ?? [];
  const energies = hours.map((hour) => (report.hasMains ? hour.consumptionKWh : hour.circuitsKWh));
  if (energies.every((energyKWh) => energyKWh === null)) return [];
  const longest = Math.max(...energies.map((energyKWh) => energyKWh ?? 0));
  const time = (instant: number) => language.time(instantFromMs(instant), report.timeZone);
  return hours.map((hour, index) => {
    const energyKWh = energies[index] ?? null;
    return {
      label: time(hour.start),
      endLabel: time(hour.start + hour.minutes * 60_000),
      hour: hour.hour,
      amount: language.amount(energyKWh, DECIMALS),
      energy: language.energy(energyKWh, DECIMALS),
      barShare: energyKWh === null || longest <= 0 ? null : Math.max(0, energyKWh / longest),
    };
  });
}

/** The row with the longest bar; the first of equal ones. */
export function busiestHour(rows: readonly HourRow[]): HourRow | undefined {
  return rows.reduce<HourRow | undefined>(
    (busiest, row) => ((row.barShare ?? -1) > (busiest?.barShare ?? -1) ? row : busiest),
    undefined,
  );
}
