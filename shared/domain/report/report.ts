import type { Gap, HourFacts, TotalName } from '../energy/day-facts.ts';
import type { SourceAlert } from '../energy/day-readings.ts';
import type { Figure, Quality } from '../energy/figure.ts';
import type { OtherBasis } from '../energy/other.ts';
import type { Location } from '../location.ts';
import type { CostEstimate } from '../money/cost-estimate.ts';
import type { EmissionsEstimate } from '../money/emissions.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { ReportKind } from '../time/period.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { FigureChange } from './changes.ts';
import type { Comparison } from './comparison.ts';
import type { Note } from './note.ts';
import type { ReportBattery } from './report-battery.ts';
import type { Presentation } from './snapshot.ts';
import type { PeriodEmissions } from './source-emissions.ts';
import type { TypicalDay } from './typical-day.ts';

/** What a line of a report measures; production and battery registers are told from the totals of that name. */
export type ReportRole = 'main' | 'circuit' | 'production_register' | 'battery_register';

/** The totals of a report, as printed: what gaps may have turned is withheld (missing). */
export type Totals = Readonly<Record<TotalName, Figure>>;

/** A register's energy in one day or in the whole period; production as a positive amount. */
export interface ReportRegister extends Figure {
  readonly id: string;
  readonly label: string;
  readonly role: ReportRole;
  readonly coverage: number | null;
}

/** One local day of a report. */
export interface ReportDay {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  readonly hours: number;
  readonly totals: Totals;
  readonly registers: readonly ReportRegister[];
  readonly coverage: number | null;
  readonly quality: Quality;
  readonly hourly: readonly HourFacts[];
  readonly gaps: readonly Gap[];
  /** Null where there is no battery. */
  readonly battery: ReportBattery | null;
}

/** The highest consumption of the period and when it was. */
export interface ReportPeak {
  readonly powerW: number;
  readonly start: Instant;
  readonly resolutionSeconds: number;
}

/** The sums that a reader can check: both sides of "mains = circuits + Other" and of "net = consumption − production ± battery". */
export interface Reconciliation {
  readonly circuits: Figure;
  /** Printed consumption minus the one that mains, production and battery give, in kWh; null when unknown. */
  readonly residualKWh: number | null;
  /** True when the residual is within what two honest sums may differ by. */
  readonly agrees: boolean | null;
  readonly otherBasis: OtherBasis;
  readonly sourceOtherKWh: number | null;
}

/** The finished report as plain data: everything that a reader sees, whatever it is rendered as. */
export interface Report {
  readonly schema: 1;
  readonly location: Location;
  readonly kind: ReportKind;
  /** As in the archive's key, but a cycle with its slash. */
  readonly period: string;
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
  readonly timeZone: TimeZone;
  readonly revision: number;
  readonly provisional: boolean;
  readonly start: Instant;
  readonly end: Instant;
  readonly hours: number;
  readonly presentation: Presentation;
  readonly generatedFrom: {
    readonly snapshotSha256: string;
    readonly source: string;
    readonly timeZoneDatabase: string;
    readonly readAt: Instant;
    readonly dueAt: Instant;
    readonly resolutionSeconds: number;
  };
  readonly totals: Totals;
  /** Share of the expected samples received over the whole period; null where the source gives no count. */
  readonly coverage: number | null;
  /** Days with nothing missing. */
  readonly completeDays: number;
  readonly days: readonly ReportDay[];
  /** Circuits from the largest down, before them mains, behind them production and batteries. */
  readonly registers: readonly ReportRegister[];
  /** False at a location whose source measures no single circuits. */
  readonly measuresCircuits: boolean;
  readonly hasMains: boolean;
  readonly peak: ReportPeak | null;
  /** Median of the days' base loads, in watts; null when no day has one. */
  readonly baseLoadW: number | null;
  /** Share of the production used at the location, 0 to 1; null when a gap leaves it open. */
  readonly selfConsumptionShare: number | null;
  /** Share of the consumption that was not imported, 0 to 1; null when a gap leaves it open. */
  readonly selfSufficiencyShare: number | null;
  readonly reconciliation: Reconciliation;
  readonly changes: readonly FigureChange[];
  /** Null where nothing was asked for to compare with. */
  readonly comparisons: readonly Comparison[] | null;
  /** A usual day of this weekday; null in reports about more than a day, and where too few days like it are known. */
  readonly typicalDay: TypicalDay | null;
  /** Null without a tariff; with one, an estimate or the reason why there is none. */
  readonly cost: CostEstimate | null;
  /** Null without an emission factor. */
  readonly emissions: EmissionsEstimate | null;
  /** The source's own estimate, by another method; null where it makes none. */
  readonly sourceEmissions: PeriodEmissions | null;
  /** Null where there is no battery. */
  readonly battery: ReportBattery | null;
  /** The source's alerts that were open in the period, oldest first; texts as they came. */
  readonly alerts: readonly SourceAlert[];
  readonly notes: readonly Note[];
}
