import type { Comparison } from '../../../domain/report/comparison.ts';
import type { Reference } from '../bar.ts';
import type { Sheet } from '../sheet.ts';

/** The days of last year, or of the period before where nothing is alike a year ago; nothing that may not be compared. */
export function periodReference({ language, report }: Sheet): Reference | null {
  const alike = (wanted: Comparison['comparedWith']) =>
    report.comparisons?.find(({ comparedWith, consumption }) => comparedWith === wanted && consumption.comparable);
  const other = alike('last_year') ?? alike('previous');
  if (other === undefined) return null;
  const name = language.comparedTitle(other, report);
  return {
    name,
    // A longer period has days beyond the last column.
    amountsKWh: report.days.map((_, index) => other.days[index]?.energyKWh ?? null),
    finding: language
      .comparisonLines(report)
      .find((line) => line.startsWith(name))
      ?.replace(/\.$/, ''),
  };
}

/** The usual day of the weekday, hour by hour. */
export function usualDayReference({ language, report }: Sheet): Reference | null {
  const { typicalDay } = report;
  if (typicalDay === null || !typicalDay.consumption.comparable) return null;
  const name = language.usualDayTitle(report);
  return {
    name,
    amountsKWh: typicalDay.hourly.map((hour) => hour.energyKWh),
    finding: language
      .comparisonLines(report)
      .find((line) => line.startsWith(name))
      ?.replace(/\.$/, ''),
  };
}
