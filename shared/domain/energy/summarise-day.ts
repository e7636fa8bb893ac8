import type { Instant } from '../time/instant.ts';
import { expectedSlots } from '../time/slots.ts';
import { type Balance, energyBalance } from './balance.ts';
import { batteryFacts } from './battery.ts';
import { shareOf } from './coverage.ts';
import type { DayFacts, RegisterFacts } from './day-facts.ts';
import type { DayReadings } from './day-readings.ts';
import { dayTotals } from './day-totals.ts';
import type { Figure, Quality } from './figure.ts';
import { findGaps } from './gaps.ts';
import { hourlyProfile } from './hourly-profile.ts';
import { housePower } from './house-power.ts';
import { baseLoadOf, peakOf } from './load-shape.ts';
import { decideOther } from './other.ts';
import { registerFacts } from './register-facts.ts';
import { keptAlerts } from './source-alerts.ts';

/** The resolution that samples are counted in where a source gave no series. */
const DEFAULT_RESOLUTION_SECONDS = 300;

/** Turns a source's readings of one local day into facts. */
export function summariseDay(readings: DayReadings, readAt: Instant): DayFacts {
  const { day, power } = readings;
  const resolutionSeconds = power?.resolutionSeconds ?? DEFAULT_RESOLUTION_SECONDS;
  const slots = expectedSlots(day, resolutionSeconds);
  const coverage = shareOf(readings.sampleCount, slots * Math.max(1, readings.hubIds.length));
  const registers = readings.registers.map((register) => registerFacts(readings, register, slots, coverage));

  const balance = energyBalance(
    readings.registers.map((register, index) => ({ register, figure: figureOf(registers[index]) })),
    readings.measuresCircuits,
    readings.hasUnmeasuredSource,
  );
  const decision = decideOther(balance, readings.sourceOtherKWh);
  const house = power === null ? null : housePower(readings.registers, power, slots, readings.hasUnmeasuredSource);
  const quality = dayQuality(registers, coverage);
  const load = house?.consumptionW ?? house?.circuitsW ?? null;
  return {
    schema: 1,
    date: day.date,
    timeZone: day.timeZone,
    start: day.start,
    end: day.end,
    hours: day.hours,
    resolutionSeconds,
    registers,
    totals: dayTotals(readings, balance, decision, house, quality !== 'missing'),
    otherBasis: decision.basis,
    sourceOtherKWh: decision.sourceOtherKWh,
    computedOtherKWh: balance.other.energyKWh,
    residualKWh: residual(balance, decision.consumption),
    coverage: coverage ?? lowestCoverage(registers),
    quality,
    hourly: house === null ? [] : hourlyProfile(day, house),
    gaps: power === null ? [] : findGaps(day, readings.registers, power),
    peak: load === null ? null : peakOf(day, load, resolutionSeconds),
    baseLoadW: load === null ? null : baseLoadOf(load),
    remarks: readings.remarks,
    ...besideEnergies(readings),
    readAt,
  };
}

/** What few sources know, or few places have: only what is there takes room in the archive. */
function besideEnergies(readings: DayReadings): Pick<DayFacts, 'battery' | 'sourceEmissions' | 'alerts'> {
  const { sourceEmissions, alerts = [] } = readings;
  const battery = batteryFacts(readings);
  return {
    ...(battery === null ? {} : { battery }),
    ...(sourceEmissions === undefined ? {} : { sourceEmissions }),
    ...(alerts.length === 0 ? {} : { alerts: keptAlerts(alerts) }),
  };
}

function figureOf(facts: RegisterFacts | undefined): Figure {
  return { energyKWh: facts?.energyKWh ?? null, quality: facts?.quality ?? 'missing' };
}

function residual(balance: Balance, printedConsumption: Figure): number | null {
  if (balance.consumption.energyKWh === null || printedConsumption.energyKWh === null) return null;
  return printedConsumption.energyKWh - balance.consumption.energyKWh;
}

/** Without a count from the source, the day is as well covered as its worst register. */
function lowestCoverage(registers: readonly RegisterFacts[]): number | null {
  const known = registers.map((register) => register.coverage).filter((coverage) => coverage !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function dayQuality(registers: readonly RegisterFacts[], coverage: number | null): Quality {
  const known = registers.filter((register) => register.energyKWh !== null);
  if (known.length === 0) return 'missing';
  const complete = known.length === registers.length && known.every((register) => register.quality === 'measured');
  return complete && (coverage === null || coverage >= 1) ? 'measured' : 'partial';
}
