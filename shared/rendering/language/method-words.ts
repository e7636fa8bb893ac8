import type { Report } from '../../domain/report/report.ts';
import type { DateFormats } from './date-formats.ts';
import type { NumberFormats } from './number-formats.ts';
import type { Texts } from './texts.ts';

export interface MethodPhrases {
  /** "Data as received by 2 Nov 2026, 06:10 CST." */
  readLine(report: Report): string;
  /** How the figures came about, a sentence or two each, those first that matter to most. */
  methodSentences(report: Report): string[];
  /** Who made the report and whom to ask. */
  contactLine(report: Report): string;
}

/** Explains where figures come from and how far they can be trusted. */
export function methodPhrases(
  texts: Texts,
  numbers: NumberFormats,
  dates: DateFormats,
  showLabel: (label: string) => string,
): MethodPhrases {
  const words = texts.method;
  const balanceOf = ({ hasMains, measuresCircuits }: Report) => {
    if (!hasMains) return words.circuitsOnly;
    return measuresCircuits ? words.balance : words.balanceWithoutCircuits;
  };
  const readLine = (report: Report) => words.readAt(dates.dateTime(report.generatedFrom.readAt, report.timeZone));
  return {
    readLine,
    methodSentences: (report) => {
      const { source, resolutionSeconds, snapshotSha256, timeZoneDatabase } = report.generatedFrom;
      const stepMinutes = numbers.count(resolutionSeconds / 60);
      return [
        report.measuresCircuits ? words.accuracy : words.accuracyOfDevices,
        words.source(showLabel(source), stepMinutes, report.timeZone),
        balanceOf(report),
        ...(report.hasMains || report.peak !== null ? [words.flows(stepMinutes)] : []),
        ...(report.battery === null ? [] : [words.battery(stepMinutes)]),
        ...(report.baseLoadW === null ? [] : [words.baseLoad]),
        words.rounding,
        words.evidence(report.revision, snapshotSha256.slice(0, 16), timeZoneDatabase),
      ];
    },
    contactLine: ({ presentation }) =>
      words.contact(
        showLabel(presentation.organization),
        presentation.contact === null ? undefined : showLabel(presentation.contact),
      ),
  };
}
