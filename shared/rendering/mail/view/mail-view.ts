import type { MailAttachment } from '../../../application/ports.ts';
import type { Report } from '../../../domain/report/report.ts';
import { type BatteryLine, batteryLines } from '../../battery-lines.ts';
import { type CostTable, costTable } from '../../cost-lines.ts';
import { type EnergyFlows, energyFlows } from '../../energy-flows.ts';
import { headlineDecimals, headlineFigure } from '../../language/headline.ts';
import type { Language } from '../../language/language.ts';
import { subjectOf } from '../subject.ts';
import { type ChangeRow, changeRows } from './change-rows.ts';
import { type CircuitTable, circuitTable } from './circuit-table.ts';
import { type DayTable, dayTable } from './day-table.ts';
import { type HourRow, hourRows } from './hour-rows.ts';
import { qualified, type Tile, tilesOf } from './tiles.ts';

/** All that a mail says, already in words: the text part and the HTML part show this and nothing else. */
export interface MailView {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  readonly organization: string;
  readonly place: string;
  readonly kind: string;
  readonly periodTitle: string;
  readonly periodLine: string;
  readonly headline: string;
  /** Each with both of its amounts, and why others were not made. */
  readonly comparisons: readonly string[];
  /** The one figure that is shown large; null when there is none. */
  readonly hero: Tile | null;
  readonly marks: readonly string[];
  readonly isComplete: boolean;
  readonly completeness: string;
  readonly tiles: readonly Tile[];
  /** What the estimated cost is made of; null without an estimate. */
  readonly cost: CostTable | null;
  readonly circuits: CircuitTable | null;
  /** Where energy came from and went, where a battery or the lack of circuits makes that worth a table; else null. */
  readonly flows: EnergyFlows | null;
  /** Empty without a battery. */
  readonly battery: readonly BatteryLine[];
  readonly days: DayTable | null;
  readonly hours: readonly HourRow[];
  readonly changes: readonly ChangeRow[];
  readonly notes: readonly { readonly text: string; readonly attention: boolean }[];
  readonly readLine: string;
  readonly method: readonly string[];
  readonly contact: string;
  /** The operator's own words at the end; null for none. */
  readonly footer: string | null;
  /** The operator's colour; null for the built-in one. */
  readonly accent: string | null;
  readonly attached: string | null;
  /** The kind of the attached file that lists everything: "PDF", "CSV"; undefined when none is attached. */
  readonly fullFileKind: string | undefined;
}

/** Puts a report into the words of a mail. */
export function mailView(report: Report, attachments: readonly MailAttachment[], language: Language): MailView {
  const { texts } = language;
  const headline = language.headline(report);
  const completeness = language.completenessSentence(report);
  return {
    language,
    subject: subjectOf(report, language),
    preheader: `${headline} ${completeness}`,
    organization: language.label(report.presentation.organization),
    place: language.label(report.location.label),
    kind: texts.kinds[report.kind],
    periodTitle: language.periodTitle(report),
    periodLine: language.periodLine(report),
    headline,
    comparisons: language.comparisonLines(report),
    hero: heroOf(report, language),
    marks: marksOf(report, language),
    isComplete: report.completeDays === report.days.length,
    completeness,
    tiles: tilesOf(report, language),
    cost: costTable(report, language),
    circuits: circuitTable(report, language),
    flows: report.battery === null && report.measuresCircuits ? null : energyFlows(report, language),
    battery: batteryLines(report, language),
    days: report.days.length > 1 ? dayTable(report, language) : null,
    hours: report.kind === 'daily' ? hourRows(report, language) : [],
    changes: changeRows(report, language),
    notes: report.notes.map((note) => ({ text: language.noteText(note, report), attention: note.attention })),
    readLine: language.readLine(report),
    method: language.methodSentences(report),
    contact: language.contactLine(report),
    footer: footerOf(report, language),
    accent: report.presentation.branding?.accent ?? null,
    attached:
      attachments.length === 0 ? null : texts.mail.attached(attachments.map((file) => file.fileName).join(', ')),
    fullFileKind: fullFileKind(attachments),
  };
}

function footerOf({ presentation }: Report, language: Language): string | null {
  const footer = presentation.branding?.footer ?? null;
  return footer === null ? null : language.operatorLine(footer);
}

function heroOf(report: Report, language: Language): Tile | null {
  const figure = headlineFigure(report);
  if (figure.energyKWh === null) return null;
  const label = report.hasMains ? language.totalLabel('consumption') : language.texts.measuredCircuits;
  const value = language.figure(figure, headlineDecimals(report));
  return { label, ...qualified(value, language.texts), detail: null };
}

function marksOf(report: Report, language: Language): string[] {
  const { marks } = language.texts;
  const none = report.days.every((day) => day.quality === 'missing');
  const complete = report.completeDays === report.days.length;
  return [
    ...(report.provisional ? [marks.provisional] : []),
    ...(report.revision > 1 ? [marks.revised(report.revision)] : []),
    none ? marks.noData : complete ? marks.complete : marks.incomplete,
  ];
}

function fullFileKind(attachments: readonly MailAttachment[]): string | undefined {
  const endings = attachments.map((file) => file.fileName.slice(file.fileName.lastIndexOf('.') + 1).toUpperCase());
  return ['PDF', 'CSV', 'JSON'].find((kind) => endings.includes(kind));
}
