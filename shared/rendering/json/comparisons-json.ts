import type { Report } from '../../domain/report/report.ts';
import { isoUtc } from '../../domain/time/instant.ts';

/** What a report is set beside, as data; null where nothing was asked for. */
export function comparisonsJson({ comparisons, typicalDay }: Report) {
  return {
    comparisons,
    typicalDay:
      typicalDay === null
        ? null
        : {
            ...typicalDay,
            hourly: typicalDay.hourly.map((hour) => ({ ...hour, start: isoUtc(hour.start) })),
          },
  };
}
