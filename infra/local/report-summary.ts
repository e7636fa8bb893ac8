import type { MadeReport } from '../../shared/application/make-report.ts';
import type { FigureChange } from '../../shared/domain/report/changes.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { TimeZone } from '../../shared/domain/time/time-zone.ts';
import { formatKWh, operatorLanguage } from './operator-language.ts';

/** What the commands tell of a report. The report itself has thousands of figures, and a run makes thousands of reports. */
export interface ReportSummary {
  /** Fit to be shown. */
  readonly label: string;
  readonly timeZone: TimeZone;
  readonly revision: number;
  readonly provisional: boolean;
  readonly dueAt: Instant;
  /** With its unit; a total with gaps reads "at least". */
  readonly consumption: string;
  readonly coverage: number | null;
  readonly notes: readonly NoteShown[];
  readonly changes: readonly FigureChange[];
}

interface NoteShown {
  readonly code: string;
  readonly text: string;
  readonly date?: string;
}

/** What is kept of a report from the moment it is made until the command has told of all. */
export interface MadeSummary extends Omit<MadeReport, 'report'> {
  readonly report: ReportSummary | undefined;
}

export function summaryOf({ report, ...rest }: MadeReport): MadeSummary {
  return { ...rest, report: report && reportSummary(report) };
}

function reportSummary(report: Report): ReportSummary {
  return {
    label: operatorLanguage().label(report.location.label),
    timeZone: report.timeZone,
    revision: report.revision,
    provisional: report.provisional,
    dueAt: report.generatedFrom.dueAt,
    consumption: consumptionText(report),
    coverage: report.coverage,
    notes: report.notes.map((note) => ({
      code: note.code,
      text: operatorLanguage().noteText(note, report),
      ...(note.date === undefined ? {} : { date: note.date }),
    })),
    changes: report.changes,
  };
}

function consumptionText({ totals }: Report): string {
  const { energyKWh, quality } = totals.consumption;
  if (energyKWh === null) return quality === 'not_applicable' ? 'no mains' : 'not known';
  const figure = `${formatKWh(energyKWh)} kWh`;
  return quality === 'partial' ? `at least ${figure}` : figure;
}
