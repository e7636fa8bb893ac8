import type { DayFacts, RegisterFacts } from '../energy/day-facts.ts';
import { type Figure, NOT_APPLICABLE, sumFigures } from '../energy/figure.ts';
import type { RegisterRole } from '../energy/register.ts';
import type { ReportRegister, ReportRole } from './report.ts';

const REPORT_ROLES: Readonly<Record<RegisterRole, ReportRole>> = {
  main: 'main',
  circuit: 'circuit',
  production: 'production_register',
  battery: 'battery_register',
};

const ROLE_ORDER: readonly ReportRole[] = ['main', 'circuit', 'production_register', 'battery_register'];

/** Every register that any of the days knows, as the latest of them describes it. */
export function knownRegisters(days: readonly DayFacts[]): RegisterFacts[] {
  const latest = new Map<string, RegisterFacts>();
  for (const day of days) for (const register of day.registers) latest.set(register.id, register);
  return [...latest.values()];
}

/** A register's line for one day; on a day that does not know the register it was not there. */
export function registerOfDay(register: RegisterFacts, day: DayFacts): ReportRegister {
  const facts = day.registers.find((candidate) => candidate.id === register.id);
  return line(register, facts === undefined ? NOT_APPLICABLE : amount(facts), facts?.coverage ?? null);
}

/** A register's line for the whole period; coverage counts the lengths of the days on which it was there. */
export function registerOfPeriod(register: RegisterFacts, days: readonly DayFacts[]): ReportRegister {
  const own = days.filter((day) => day.registers.some(({ id }) => id === register.id));
  const lines = own.map((day) => registerOfDay(register, day));
  return line(register, sumFigures(lines), meanCoverage(lines, own));
}

/** Mains first, then circuits from the largest down, production, batteries; otherwise in the order of the source. */
export function inReadingOrder(registers: readonly ReportRegister[]): ReportRegister[] {
  return [...registers].sort(
    (a, b) =>
      ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
      (a.role === 'circuit' ? (b.energyKWh ?? -1) - (a.energyKWh ?? -1) : 0),
  );
}

/** Mean of the days' coverages, weighted by their hours; unknown when one of them is. */
export function meanCoverage(
  parts: readonly { readonly coverage: number | null }[],
  days: readonly { readonly hours: number }[],
): number | null {
  let covered = 0;
  let hours = 0;
  for (const [index, part] of parts.entries()) {
    if (part.coverage === null) return null;
    covered += part.coverage * (days[index]?.hours ?? 0);
    hours += days[index]?.hours ?? 0;
  }
  return hours === 0 ? null : covered / hours;
}

function amount(facts: RegisterFacts): Figure {
  // Sources count production as negative; a reader wants the amount. `0 -` keeps zero without a sign.
  const energyKWh = facts.energyKWh !== null && facts.role === 'production' ? 0 - facts.energyKWh : facts.energyKWh;
  return { energyKWh, quality: facts.quality };
}

function line(register: RegisterFacts, energy: Figure, coverage: number | null): ReportRegister {
  return { id: register.id, label: register.label, role: REPORT_ROLES[register.role], ...energy, coverage };
}
