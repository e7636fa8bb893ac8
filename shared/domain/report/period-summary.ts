import type { DayFacts, RegisterFacts } from '../energy/day-facts.ts';
import { type Figure, sumFigures } from '../energy/figure.ts';
import { entersConsumption, type RegisterRole } from '../energy/register.ts';
import type { LocalDate } from '../time/local-date.ts';
import { printable } from './withhold.ts';

/** What a comparison needs of a day; an energy is null where it is unknown, withheld or lacks more than a few samples. */
export interface SummaryDay {
  readonly date: LocalDate;
  readonly hours: number;
  readonly consumptionKWh: number | null;
  readonly productionKWh: number | null;
  readonly circuitsKWh: number | null;
}

/** What a comparison needs of a period, much smaller than its facts. */
export interface PeriodSummary {
  /** Every local day, in order. */
  readonly days: readonly SummaryDay[];
  /** Registers that gave energy on at least one of the days, sorted: one that only exists on paper measures nothing. */
  readonly circuitIds: readonly string[];
  readonly productionIds: readonly string[];
  /** Whether mains gave energy on at least one of the days. */
  readonly hasMains: boolean;
}

/** What is missing of a day above this share of its samples does not show in whole percents. */
const COVERED_SHARE = 0.98;

export function summarisePeriod(days: readonly DayFacts[]): PeriodSummary {
  const measuring = new Set(heard(days).map((register) => register.id));
  return {
    days: days.map((day) => summaryOfDay({ ...day, registers: day.registers.filter(({ id }) => measuring.has(id)) })),
    circuitIds: heardIds(days, 'circuit'),
    productionIds: heardIds(days, 'production'),
    hasMains: heardIds(days, 'main').length > 0,
  };
}

function summaryOfDay(day: DayFacts): SummaryDay {
  const { consumption, production } = printable(day.totals);
  const isCircuit = ({ role }: RegisterFacts) => role === 'circuit';
  return {
    date: day.date,
    hours: day.hours,
    consumptionKWh: coveredKWh(day, consumption, entersConsumption),
    productionKWh: coveredKWh(day, production, ({ role }) => role === 'production'),
    circuitsKWh: coveredKWh(day, sumFigures(day.registers.filter(isCircuit)), isCircuit),
  };
}

/** The energy, unless a register that it is made of lacks too much of the day. */
function coveredKWh(day: DayFacts, energy: Figure, isPartOfIt: (register: RegisterFacts) => boolean): number | null {
  if (energy.quality === 'measured') return energy.energyKWh;
  const isCovered = ({ energyKWh, coverage }: RegisterFacts) =>
    energyKWh !== null && (coverage ?? day.coverage ?? 0) >= COVERED_SHARE;
  return day.registers.filter(isPartOfIt).every(isCovered) ? energy.energyKWh : null;
}

const heard = (days: readonly DayFacts[]) =>
  days.flatMap((day) => day.registers.filter((register) => register.energyKWh !== null));

/** The ids of a role's registers that gave energy, sorted. */
export function heardIds(days: readonly DayFacts[], role: RegisterRole): string[] {
  return [...new Set(heard(days).flatMap((register) => (register.role === role ? [register.id] : [])))].sort();
}
