import type { Report } from '../../domain/report/report.ts';
import type { DateFormats } from './date-formats.ts';
import { capitalised } from './initial-letter.ts';
import type { NumberFormats } from './number-formats.ts';
import type { PeriodWords, Texts } from './texts.ts';

/** A report's period, or one that it is set beside. */
export type NamedPeriod = Pick<Report, 'kind' | 'period' | 'firstDate' | 'lastDate'>;

export interface PeriodPhrases {
  /** "October 2026", "Week 47, 16–22 November 2026", "15 October – 14 November 2026 (billing cycle)". */
  periodTitle(period: NamedPeriod): string;
  /** The period as a part of a sentence: "in October 2026". */
  inPeriod(period: NamedPeriod): string;
  /** Its dates, zone and length: "1–31 October 2026, America/Chicago, 31 days, 745 h". */
  periodLine(report: Report): string;
}

/** Names periods, the last date included as people say it. */
export function periodPhrases(texts: Texts, dates: DateFormats, numbers: NumberFormats): PeriodPhrases {
  const words = (report: NamedPeriod): PeriodWords => ({
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
