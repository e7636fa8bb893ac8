import type { NoChangeReason } from '../../domain/report/change.ts';

/** How much more or less, in words that come before "than". */
export type Direction = 'more' | 'less';

/** Words that set a period beside another one. Energies, percentages and periods come in already formatted. */
export interface ComparisonTexts {
  readonly heading: string;
  /** "6 % less"; `per` is there where averages are compared. */
  readonly change: (percent: string, direction: Direction, per: 'day' | 'hour' | undefined) => string;
  /** Where the difference is less than half a percent. */
  readonly same: (per: 'day' | 'hour' | undefined) => string;
  /** "6 % less than in October 2025", where `when` is a part of a sentence. */
  readonly than: (change: string, when: string) => string;
  /** The same for no difference: "as much as in October 2025". */
  readonly asIn: (same: string, when: string) => string;
  /** "on the same 31 days": every day of both, a year apart. */
  readonly onAllDays: (days: number) => string;
  /** As many days of both, but not the same ones. */
  readonly onSomeDays: (days: number) => string;
  /** A sentence on consumption alone, for a headline that speaks of production too. */
  readonly consumptionWas: (comparison: string) => string;
  /** "from 864 kWh to 812 kWh, 6 % less", behind the name of the other period. */
  readonly fromTo: (before: string, now: string, change: string) => string;
  /** Names the production of another period: "October 2025, production". */
  readonly productionIn: (period: string) => string;
  readonly perDay: (energy: string) => string;
  readonly perHour: (energy: string) => string;
  readonly declined: (reason: string) => string;
  readonly reasons: Readonly<Record<NoChangeReason, string>>;
  /** As a part of a sentence: "on a usual Thursday"; and as a name. */
  readonly onUsualDay: (weekday: string) => string;
  readonly usualDay: (weekday: string) => string;
  readonly medianOf: (days: number) => string;
  /** Says of a line in a chart what it shows. */
  readonly line: (what: string) => string;
}
