import type { Branding } from '../branding/branding.ts';
import type { DayFacts } from '../energy/day-facts.ts';
import type { Location } from '../location.ts';
import type { EmissionFactor } from '../money/emissions.ts';
import type { Tariff } from '../money/tariff.ts';
import type { Instant } from '../time/instant.ts';
import type { ReportKind } from '../time/period.ts';
import type { FigureChange } from './changes.ts';
import type { ComparedPeriod } from './comparison.ts';
import type { TypicalDayData } from './typical-day-data.ts';

/** How reports of a rule look and read; part of the snapshot, so that the same snapshot gives the same bytes. */
export interface Presentation {
  /** BCP 47 tag of the language and region. */
  readonly locale: string;
  readonly organization: string;
  /** Where a reader's questions go; null where the operator names nobody. */
  readonly contact: string | null;
  /** Absent where nothing was asked for. */
  readonly branding?: Branding;
}

/** What a report's period is set beside. */
export interface ComparisonData {
  readonly periods: readonly ComparedPeriod[];
  /** Null in reports about more than a day, and where too few days like it are known. */
  readonly typicalDay: TypicalDayData | null;
}

/** Everything that one revision of a report is made from; stored once, and the only thing that is ever rendered. */
export interface Snapshot {
  readonly schema: 1;
  readonly location: Location;
  readonly kind: ReportKind;
  readonly period: string;
  readonly revision: number;
  /** True when the data was not complete and nobody could wait any longer. */
  readonly provisional: boolean;
  readonly days: readonly DayFacts[];
  readonly presentation: Presentation;
  /** When the latest of the days was read from the source. */
  readonly readAt: Instant;
  /** When the report falls due: the date of its mail. */
  readonly dueAt: Instant;
  readonly timeZoneDatabase: string;
  /** What differs from the revision before; empty in the first. */
  readonly changes: readonly FigureChange[];
  /** Absent where nothing was asked for to compare with, and in snapshots from before there were comparisons. */
  readonly comparisons?: ComparisonData;
  /** The prices as they were configured; absent where there were none. */
  readonly tariff?: Tariff;
  readonly emissionFactor?: EmissionFactor;
}
