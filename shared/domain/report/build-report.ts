import type { DayFacts } from '../energy/day-facts.ts';
import { estimateCost } from '../money/cost-estimate.ts';
import { estimateEmissions } from '../money/emissions.ts';
import { hoursOf } from '../time/interval.ts';
import { parsePeriod, periodInterval } from '../time/period.ts';
import { alertsOf } from './alert-notes.ts';
import { comparisonsOf } from './compared.ts';
import { estimateNotes } from './estimate-notes.ts';
import { notesFor } from './notes.ts';
import {
  baseLoadOfPeriod,
  peakOfPeriod,
  reconcile,
  selfConsumptionShare,
  selfSufficiencyShare,
} from './period-measures.ts';
import type { Report, ReportDay } from './report.ts';
import { batteryOf } from './report-battery.ts';
import { inReadingOrder, knownRegisters, meanCoverage, registerOfDay, registerOfPeriod } from './report-registers.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceEmissionsOf } from './source-emissions.ts';
import { printable, sumTotals } from './withhold.ts';

/**
 * Makes the report of a snapshot: a pure function, so that a snapshot gives the same report on any machine, at any time.
 *
 * @param snapshotSha256 hash of the stored snapshot in hexadecimal, printed as the report's evidence
 */
export function buildReport(snapshot: Snapshot, snapshotSha256: string): Report {
  const { days, location } = snapshot;
  const period = parsePeriod(snapshot.period);
  const bounds = periodInterval(period, location.timeZone);
  const known = knownRegisters(days);
  const totals = printable(sumTotals(days.map((day) => day.totals)));
  const registers = inReadingOrder(known.map((register) => registerOfPeriod(register, days)));
  const reportDays = days.map((day): ReportDay => {
    const order = new Map(registers.map((register, index) => [register.id, index]));
    const lines = known.map((register) => registerOfDay(register, day));
    return {
      date: day.date,
      start: day.start,
      end: day.end,
      hours: day.hours,
      totals: printable(day.totals),
      registers: lines.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
      coverage: day.coverage,
      quality: day.quality,
      hourly: day.hourly,
      gaps: day.gaps,
      battery: batteryOf([day]),
    };
  });
  const cost = snapshot.tariff === undefined ? null : estimateCost(days, snapshot.tariff);
  const sourceEmissions = sourceEmissionsOf(days);
  const emissions = snapshot.emissionFactor === undefined ? null : estimateEmissions(totals, snapshot.emissionFactor);
  return {
    schema: 1,
    location,
    kind: snapshot.kind,
    period: snapshot.period,
    firstDate: period.first,
    lastDate: period.last,
    timeZone: location.timeZone,
    revision: snapshot.revision,
    provisional: snapshot.provisional,
    start: bounds.start,
    end: bounds.end,
    hours: hoursOf(bounds),
    presentation: snapshot.presentation,
    generatedFrom: {
      snapshotSha256,
      source: location.source,
      timeZoneDatabase: snapshot.timeZoneDatabase,
      readAt: snapshot.readAt,
      dueAt: snapshot.dueAt,
      resolutionSeconds: days[0]?.resolutionSeconds ?? 300,
    },
    totals,
    coverage: meanCoverage(days, days),
    completeDays: days.filter((day) => day.quality === 'measured').length,
    days: reportDays,
    registers,
    measuresCircuits: days.some((day) => day.totals.other.quality !== 'not_applicable' || hasCircuits(day)),
    hasMains: known.some((register) => register.role === 'main'),
    peak: peakOfPeriod(days),
    baseLoadW: baseLoadOfPeriod(days),
    selfConsumptionShare: selfConsumptionShare(totals),
    selfSufficiencyShare: selfSufficiencyShare(totals),
    reconciliation: reconcile(days, registers, totals),
    changes: snapshot.changes,
    ...comparisonsOf(snapshot),
    cost,
    emissions,
    sourceEmissions,
    battery: batteryOf(days),
    alerts: alertsOf(days),
    notes: [...notesFor(snapshot, totals), ...estimateNotes(cost, emissions, sourceEmissions)],
  };
}

const hasCircuits = (day: DayFacts) => day.registers.some((register) => register.role === 'circuit');
