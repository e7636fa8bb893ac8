import type { Report } from '../../domain/report/report.ts';
import { instantFromMs, isoUtc } from '../../domain/time/instant.ts';
import { languageFor } from '../language/language.ts';
import { remembered } from '../remembered.ts';
import { comparisonsJson } from './comparisons-json.ts';
import { batteryJson, dayJson, registerJson } from './days-json.ts';
import { totalEnergies, totalQualities } from './totals-json.ts';

// Its formats take longer to make than all the rest of a report's data.
const languageOf = remembered(20, (locale: string) => languageFor(locale));

/** The report as data, for programs; `report.schema.json` beside this file describes it. */
export function renderJson(report: Report): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(reportJson(report), null, 2)}\n`);
}

function reportJson(report: Report) {
  const language = languageOf(report.presentation.locale);
  const { source, fleet, id, label, timeZone, city, state, country } = report.location;
  const { generatedFrom, reconciliation, peak } = report;
  return {
    schema: report.schema,
    location: { source, fleet, id, label, timeZone, city, state, country },
    kind: report.kind,
    period: report.period,
    firstDate: report.firstDate,
    lastDate: report.lastDate,
    timeZone: report.timeZone,
    revision: report.revision,
    provisional: report.provisional,
    start: isoUtc(report.start),
    end: isoUtc(report.end),
    hours: report.hours,
    generatedFrom: {
      ...generatedFrom,
      readAt: isoUtc(generatedFrom.readAt),
      dueAt: isoUtc(generatedFrom.dueAt),
    },
    totals: totalEnergies(report.totals),
    totalsQuality: totalQualities(report.totals),
    coverage: report.coverage,
    completeDays: report.completeDays,
    measuresCircuits: report.measuresCircuits,
    hasMains: report.hasMains,
    peak: peak === null ? null : { ...peak, start: isoUtc(peak.start) },
    baseLoadW: report.baseLoadW,
    selfConsumptionShare: report.selfConsumptionShare,
    selfSufficiencyShare: report.selfSufficiencyShare,
    reconciliation: {
      circuitsKWh: reconciliation.circuits.energyKWh,
      circuitsQuality: reconciliation.circuits.quality,
      residualKWh: reconciliation.residualKWh,
      agrees: reconciliation.agrees,
      otherBasis: reconciliation.otherBasis,
      sourceOtherKWh: reconciliation.sourceOtherKWh,
    },
    changes: report.changes,
    ...comparisonsJson(report),
    cost: report.cost,
    emissions: report.emissions,
    sourceEmissions: report.sourceEmissions,
    battery: batteryJson(report.battery),
    alerts: report.alerts.map(({ id, severity, title, fromMs, toMs }) => ({
      id,
      severity,
      title,
      start: isoUtc(instantFromMs(fromMs)),
      end: toMs === null ? null : isoUtc(instantFromMs(toMs)),
    })),
    days: report.days.map(dayJson),
    registers: report.registers.map(registerJson),
    notes: report.notes.map((note) => ({
      code: note.code,
      text: language.noteText(note, report),
      ...(note.date === undefined ? {} : { date: note.date }),
      attention: note.attention,
    })),
  };
}
