import type { Change } from '../../domain/report/change.ts';
import type { Comparison } from '../../domain/report/comparison.ts';
import type { Report } from '../../domain/report/report.ts';
import type { DateFormats } from './date-formats.ts';
import { headlineDecimals } from './headline.ts';
import type { NumberFormats } from './number-formats.ts';
import type { PeriodPhrases } from './period-words.ts';
import type { Texts } from './texts.ts';

export interface ComparisonPhrases {
  /** The comparison that says most: "6 % less than in October 2025, on the same 31 days"; undefined where none may be made. */
  comparisonPhrase(report: Report): string | undefined;
  /** Each comparison with both of its amounts, and behind them why others were not made, a reason once. */
  comparisonLines(report: Report): string[];
  /** "October 2025" */
  comparedTitle(comparison: Comparison, report: Report): string;
  /** "Usual Thursday" */
  usualDayTitle(report: Report): string;
}

interface Parts {
  readonly texts: Texts;
  readonly numbers: NumberFormats;
  readonly dates: DateFormats;
  readonly periods: PeriodPhrases;
}

/** One thing that the report is set beside, with its names. */
interface Beside {
  readonly title: string;
  /** As a part of a sentence. */
  readonly when: string;
  /** True where the days of both are the same but for the year. */
  readonly isYearApart: boolean;
  readonly consumption: Change;
  readonly production: Change | null;
}

/** Sets a report beside other periods in words; percentages are whole, and never without the amounts. */
export function comparisonPhrases({ texts, numbers, dates, periods }: Parts): ComparisonPhrases {
  const words = texts.comparison;
  const named = (other: Comparison, { kind }: Report) => ({ ...other, kind });
  const weekday = (report: Report) => dates.weekday(report.firstDate, 'long');

  const besides = (report: Report): Beside[] => {
    if (report.days.every((day) => day.quality === 'missing')) return [];
    const { comparisons, typicalDay } = report;
    const usual = typicalDay && {
      title: `${words.usualDay(weekday(report))} (${words.medianOf(typicalDay.dates.length)})`,
      when: words.onUsualDay(weekday(report)),
      isYearApart: false,
      ...typicalDay,
    };
    const byUse = ['last_year', 'previous', 'week_before'].flatMap(
      (wanted) => comparisons?.filter(({ comparedWith }) => comparedWith === wanted) ?? [],
    );
    const others = byUse.map((other) => ({
      ...other,
      title: periods.periodTitle(named(other, report)),
      when: periods.inPeriod(named(other, report)),
      isYearApart: other.comparedWith === 'last_year',
    }));
    if (usual === null) return others;
    // The usual day has the week before in it already.
    return usual.consumption.comparable ? [usual] : [usual, ...others];
  };

  const changeWords = (change: Comparable) => {
    const per = change.averages?.per;
    const share = Math.round(Math.abs(change.changeShare) * 100) / 100;
    if (share === 0) return { isSame: true, text: words.same(per) };
    return { isSame: false, text: words.change(numbers.percent(share), change.changeShare < 0 ? 'less' : 'more', per) };
  };

  const fromTo = (report: Report, before: number, now: number, per: 'day' | 'hour' | undefined, change: string) => {
    const decimalsOf = (energyKWh: number) =>
      per === 'hour' ? 2 : per === 'day' || energyKWh < 99.95 ? 1 : headlineDecimals(report);
    const written = (energyKWh: number) => numbers.energy(energyKWh, decimalsOf(energyKWh));
    const averaged =
      per === undefined ? written : (kWh: number) => (per === 'day' ? words.perDay : words.perHour)(written(kWh));
    return words.fromTo(written(before), averaged(now), change);
  };

  const amounts = (report: Report, change: Change): string | undefined => {
    if (change.comparable) {
      const { thisKWh, otherKWh } = change.averages ?? change;
      // The amounts already say that they are averages.
      const text = changeWords({ ...change, averages: null }).text;
      return fromTo(report, otherKWh, thisKWh, change.averages?.per, text);
    }
    if (change.thisKWh === null || change.otherKWh === null) return undefined;
    return fromTo(report, change.otherKWh, change.thisKWh, undefined, words.declined(words.reasons[change.reason]));
  };

  const daysWords = (report: Report, { averages, thisDays, otherDays }: Comparable, isYearApart: boolean): string => {
    if (averages !== null || thisDays !== otherDays || report.days.length === 1) return '';
    const areAll = isYearApart && report.kind !== 'weekly' && thisDays === report.days.length;
    return `, ${areAll ? words.onAllDays(thisDays) : words.onSomeDays(thisDays)}`;
  };

  return {
    comparedTitle: (other, report) => periods.periodTitle(named(other, report)),
    usualDayTitle: (report) => words.usualDay(weekday(report)),
    comparisonPhrase: (report) => {
      for (const { consumption, when, isYearApart } of besides(report)) {
        if (!consumption.comparable) continue;
        const { isSame, text } = changeWords(consumption);
        return `${isSame ? words.asIn(text, when) : words.than(text, when)}${daysWords(report, consumption, isYearApart)}`;
      }
      return undefined;
    },
    comparisonLines: (report) => {
      const all = besides(report);
      const made = all.flatMap(({ title, consumption, production }, index) => {
        const used = amounts(report, consumption);
        const produced = index === 0 && production?.comparable === true ? amounts(report, production) : undefined;
        return [
          ...(used === undefined ? [] : [`${texts.labelled(title, used)}.`]),
          ...(produced === undefined ? [] : [`${texts.labelled(words.productionIn(title), produced)}.`]),
        ];
      });
      const declined = all.flatMap(({ title, consumption }) =>
        consumption.comparable || consumption.thisKWh !== null ? [] : [{ title, reason: consumption.reason }],
      );
      const byReason = Map.groupBy(declined, ({ reason }) => reason);
      const why = [...byReason].map(([reason, which]) => {
        const titles = which.map(({ title }) => title).join(' · ');
        return `${texts.labelled(titles, words.declined(words.reasons[reason]))}.`;
      });
      return [...made, ...why];
    },
  };
}

type Comparable = Extract<Change, { comparable: true }>;
