import type { Report } from '../../domain/report/report.ts';
import type { DateFormats } from './date-formats.ts';
import { capitalised } from './initial-letter.ts';
import type { NumberFormats } from './number-formats.ts';
import type { PeriodWords, Texts } from './texts.ts';

export interface PeriodPhrases {
  /** "October 2026", "Week 47, 16–22 November 2026", "15 October – 14 November 2026 (billing cycle)". */
  periodTitle(report: Report): string;
  /** The period as a part of a sentence: "in October 2026". */
  inPeriod(report: Report): string;
  /** Its dates, zone and length: "1–31 October 2026, America/Chicago, 31 days, 745 h". */
  periodLine(report: Report): string;
}

/** Names periods, the last date included as people say it. */
export function periodPhrases(texts: Texts, dates: DateFormats, numbers: NumberFormats): PeriodPhrases {
  const words = (report: Report): PeriodWords => ({
    day: dates.fullDate(report.firstDate),
    month: dates.month(report.firstDate),
    range: dates.dateRange(report.firstDate, report.lastDate),
    week: Number(/-W(\d{2})$/.exec(report.period)?.[1] ?? 0),
  });
  return {
    periodTitle: (report) => capitalised(texts.periodTitle[report.kind](words(report))),
    inPeriod: (report) => texts.inPeriod[report.kind](words(report)),
    periodLine: (report) =>
      [
        capitalised(dates.dateRange(report.firstDate, report.lastDate)),
        report.timeZone,
        texts.days(report.days.length),
        `${numbers.count(report.hours)}\u00A0h`,
      ].join(', '),
  };
}
