import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { BatteryFacts } from './battery.ts';
import type { DayRemark, SourceAlert, SourceEmissions } from './day-readings.ts';
import type { Quality } from './figure.ts';
import type { UncertainFigure } from './gap-uncertainty.ts';
import type { OtherBasis } from './other.ts';
import type { RegisterRole } from './register.ts';

/** The totals of a location: amounts of consumption and production, signed grid and battery energies. */
export const TOTAL_NAMES = [
  'consumption',
  'production',
  'netGrid',
  'battery',
  'other',
  'gridImport',
  'gridExport',
  'selfConsumption',
] as const;

export type TotalName = (typeof TOTAL_NAMES)[number];

/** One register's day. */
export interface RegisterFacts {
  readonly id: string;
  readonly label: string;
  readonly role: RegisterRole;
  readonly measuresGrid: boolean;
  readonly hubId: string | null;
  readonly createdAt: string | null;
  /** Signed as metered; null when unknown. */
  readonly energyKWh: number | null;
  readonly quality: Quality;
  /** Share of the day's slots with a sample; null where the source gave no series. */
  readonly coverage: number | null;
}

/** One hour of the local clock, from the power series; null without any sample. */
export interface HourFacts {
  readonly start: Instant;
  /** Hour of the local clock, 0 to 23. */
  readonly hour: number;
  /** True for the second pass of an hour that the clock went through twice. */
  readonly repeated: boolean;
  readonly minutes: number;
  /** Share of the hour's slots in which the house was heard. */
  readonly coverage: number;
  readonly consumptionKWh: number | null;
  readonly productionKWh: number | null;
  readonly gridImportKWh: number | null;
  readonly gridExportKWh: number | null;
  readonly circuitsKWh: number | null;
}

/** A stretch of the day in which hubs (or registers, where there are no hubs) were silent. */
export interface Gap {
  readonly start: Instant;
  readonly end: Instant;
  readonly hubIds: readonly string[];
  /** True when nothing at all was heard. */
  readonly complete: boolean;
}

export interface PowerPeak {
  readonly powerW: number;
  readonly start: Instant;
}

/** What one local day of one location came to: plain data, kept in the archive, folded into weeks, months and cycles. */
export interface DayFacts {
  readonly schema: 1;
  readonly date: LocalDate;
  readonly timeZone: TimeZone;
  readonly start: Instant;
  readonly end: Instant;
  readonly hours: number;
  readonly resolutionSeconds: number;
  readonly registers: readonly RegisterFacts[];
  readonly totals: Readonly<Record<TotalName, UncertainFigure>>;
  readonly otherBasis: OtherBasis;
  readonly sourceOtherKWh: number | null;
  /** Other as computed here, beside whichever was printed; null when unknown. */
  readonly computedOtherKWh: number | null;
  /** How far mains, production, battery and circuits plus Other miss each other, in kWh; null when unknown. */
  readonly residualKWh: number | null;
  /** Share of the expected samples received; null where the source gives no count. */
  readonly coverage: number | null;
  readonly quality: Quality;
  readonly hourly: readonly HourFacts[];
  readonly gaps: readonly Gap[];
  /** The highest slot of consumption (of the circuits' sum without mains); null when nothing was heard. */
  readonly peak: PowerPeak | null;
  /** 5th percentile of the slots' consumption, from 90 % coverage on; null below it. */
  readonly baseLoadW: number | null;
  readonly remarks: readonly DayRemark[];
  /** Absent at a place without a battery, and in facts from before batteries were looked at. */
  readonly battery?: BatteryFacts;
  /** Absent where the source estimates none. */
  readonly sourceEmissions?: SourceEmissions;
  /** The source's alerts that were open in the day; absent where there were none. */
  readonly alerts?: readonly SourceAlert[];
  /** When the source was read. */
  readonly readAt: Instant;
}

/** True when nothing that was expected of the day is missing, so that it never has to be read again. */
export function isComplete(facts: DayFacts): boolean {
  return facts.quality === 'measured';
}
