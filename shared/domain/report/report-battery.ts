import { type BatteryFacts, batteryLossesKWh } from '../energy/battery.ts';
import type { DayFacts } from '../energy/day-facts.ts';
import { MISSING, sumFigures } from '../energy/figure.ts';

/** What the batteries of a location did in a day or a period, and what they held at its two ends. */
export interface ReportBattery extends BatteryFacts {
  /** Null where they cannot be known. */
  readonly lossesKWh: number | null;
}

/** The batteries of one day or of several in a row; null where no day has one. */
export function batteryOf(days: readonly DayFacts[]): ReportBattery | null {
  if (days.every((day) => partOf(day) === null)) return null;
  const parts = days.map((day) => partOf(day) ?? UNKNOWN);
  const whole = {
    charged: sumFigures(parts.map((part) => part.charged)),
    discharged: sumFigures(parts.map((part) => part.discharged)),
    atStart: parts[0]?.atStart ?? null,
    atEnd: parts.at(-1)?.atEnd ?? null,
  };
  return { ...whole, lossesKWh: batteryLossesKWh(whole) };
}

const UNKNOWN: BatteryFacts = { charged: MISSING, discharged: MISSING, atStart: null, atEnd: null };

/** Facts from before batteries were looked at know of one by its register alone. */
function partOf(day: DayFacts): BatteryFacts | null {
  const hasRegister = day.registers.some((register) => register.role === 'battery');
  return day.battery ?? (hasRegister ? UNKNOWN : null);
}
