import type { Gap } from '../../domain/energy/day-facts.ts';
import type { Report } from '../../domain/report/report.ts';
import { localDateAt } from '../../domain/time/local-day.ts';
import type { DateFormats } from './date-formats.ts';
import type { Texts } from './texts.ts';

export interface GapPhrases {
  /** "on 14 September, 02:00–11:35"; without the date in the report of a single day. */
  when(gap: Pick<Gap, 'start' | 'end'>, report: Report): string;
  /** "hub a1b2 offline"; undefined where no hub is known. */
  offline(gap: Pick<Gap, 'hubIds'>): string | undefined;
}

/** Says when and where data is missing. */
export function gapPhrases(
  locale: string,
  texts: Texts,
  dates: DateFormats,
  showLabel: (label: string) => string,
): GapPhrases {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    when: (gap, report) => {
      const times = dates.timeRange(gap, report.timeZone);
      if (report.kind === 'daily') return times;
      return `${texts.onDate(dates.dayAndMonth(localDateAt(gap.start, report.timeZone)))}, ${times}`;
    },
    offline: ({ hubIds }) =>
      hubIds.length === 0 ? undefined : texts.hubsOffline(list.format(hubIds.map(showLabel)), hubIds.length),
  };
}
