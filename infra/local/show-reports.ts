import { locationPath } from '../../shared/domain/location.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import { isoUtc } from '../../shared/domain/time/instant.ts';
import { languageFor } from '../../shared/rendering/language/language.ts';
import { renderTable } from './table.ts';
import { type JobResult, jobName } from './work-off.ts';

const LOCALE = 'en-US';

/** A report for programs, as `tick`, `backfill` and `report` tell of it. */
export function reportData(result: JobResult) {
  const { job, made } = result;
  const report = made?.report;
  return {
    location: locationPath(job.ref),
    kind: job.period.kind,
    period: job.period.key,
    outcome: outcomeOf(result),
    ...(job.asking.recheckDay === undefined ? {} : { recheckDay: job.asking.recheckDay }),
    revision: report?.revision ?? null,
    provisional: report?.provisional ?? null,
    due: report === undefined ? null : isoUtc(report.generatedFrom.dueAt),
    keys: made?.keys ?? [],
    mails: made?.delivery?.counts ?? null,
    ...(made?.delivery?.unreachable === undefined ? {} : { unreachableCustomers: made.delivery.unreachable }),
    notes: report === undefined ? [] : notesOf(report),
  };
}

/** `queued`: handed on to the workers of a deployment. */
function outcomeOf({ made, problem }: JobResult): string {
  return made?.outcome ?? (problem === undefined ? 'queued' : 'failed');
}

export function notesOf(report: Report) {
  const language = languageFor(LOCALE);
  return report.notes.map((note) => ({
    code: note.code,
    text: language.noteText(note, report),
    ...(note.date === undefined ? {} : { date: note.date }),
  }));
}

/** A report in a line of a table: its place and period, what was consumed, how much of the data was there, what became of it. */
export function reportsTable(results: readonly JobResult[]): string {
  const language = languageFor(LOCALE);
  const rows = results.map((result) => {
    const { job, made } = result;
    const report = made?.report;
    return [
      report === undefined ? job.ref.id : language.label(report.location.label),
      job.period.key,
      report === undefined ? '' : consumptionText(report),
      report === undefined || report.coverage === null ? '' : percentText(report.coverage),
      outcomeOf(result),
    ];
  });
  return renderTable(rows, [
    { title: 'place' },
    { title: 'period' },
    { title: 'consumption', align: 'right' },
    { title: 'data', align: 'right' },
    { title: 'outcome' },
  ]);
}

/** A line for each report whose location has customers that nobody can write to: how many, never who. */
export function leftOutLines(results: readonly JobResult[]): string[] {
  return results.flatMap(({ job, made }) => {
    const { withoutAddress = 0, invalidAddress = 0 } = made?.delivery?.unreachable ?? {};
    if (withoutAddress + invalidAddress === 0) return [];
    const reasons = `${withoutAddress} without an address, ${invalidAddress} with one that no mail can be sent to`;
    return [`Customers left out of ${jobName(job)}: ${reasons}.`];
  });
}

/** Consumption with its unit; a total with gaps reads "at least". */
export function consumptionText({ totals }: Report): string {
  const { energyKWh, quality } = totals.consumption;
  if (energyKWh === null) return quality === 'not_applicable' ? 'no mains' : 'not known';
  const figure = `${energyKWh.toLocaleString(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} kWh`;
  return quality === 'partial' ? `at least ${figure}` : figure;
}

/** Rounded down, so that only complete data reads 100 %. */
export const percentText = (share: number) => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
