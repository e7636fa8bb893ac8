import type { TotalName } from '../energy/day-facts.ts';
import type { NoCostReason } from '../money/cost-estimate.ts';
import type { EmissionFactor } from '../money/emissions.ts';
import type { LeftOutCost } from '../money/tariff.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * Something that a reader has to know about the figures. The facts only: each rendering's language has the words.
 * `attention` tells what needs a look from what merely explains.
 */
export type Note = { readonly date?: LocalDate; readonly attention: boolean } & NoteContent;

export type NoteContent =
  /** Sent before all the data was there, because nobody could wait any longer. */
  | { readonly code: 'provisional' }
  | { readonly code: 'revision'; readonly revision: number; readonly changedFigures: number }
  /** No sample at all in the day (or in the whole period, without a date). */
  | { readonly code: 'no_data' }
  /** The same of several days in a row; the note's date is the first of them. */
  | { readonly code: 'no_data_days'; readonly lastDate: LocalDate; readonly days: number }
  | {
      readonly code: 'gap';
      readonly start: Instant;
      readonly end: Instant;
      readonly hubIds: readonly string[];
      readonly complete: boolean;
    }
  | { readonly code: 'more_gaps'; readonly count: number }
  | { readonly code: 'hub_silent'; readonly hubId: string; readonly lastHeard: Instant | null }
  | { readonly code: 'register_silent'; readonly label: string; readonly days: number }
  | { readonly code: 'register_unknown'; readonly registerId: string }
  | { readonly code: 'register_added'; readonly label: string }
  | { readonly code: 'values_left_out'; readonly label: string }
  /** Totals with gaps: the true figures are at least the printed ones. */
  | { readonly code: 'at_least' }
  | { readonly code: 'withheld'; readonly total: TotalName; readonly uncertaintyKWh: number | null }
  | { readonly code: 'no_mains' }
  | { readonly code: 'other_reported_by_source'; readonly source: string }
  | { readonly code: 'other_definition_line_side'; readonly sourceKWh: number; readonly computedKWh: number }
  | { readonly code: 'other_mismatch'; readonly sourceKWh: number; readonly computedKWh: number }
  | { readonly code: 'other_missing' }
  | { readonly code: 'other_negative'; readonly energyKWh: number }
  /** No published sample shows how the source signs a battery: charging is taken as positive. */
  | { readonly code: 'battery_sign' }
  | { readonly code: 'clock_change'; readonly hours: number }
  /** An estimate, not a bill: by which prices, and what a bill may have beside them. */
  | {
      readonly code: 'cost_estimate';
      readonly tariffName: string;
      readonly effectiveFrom: readonly LocalDate[];
      readonly leftOut: readonly LeftOutCost[];
    }
  | { readonly code: 'cost_unknown'; readonly tariffName: string; readonly reason: NoCostReason }
  | { readonly code: 'emissions_estimate'; readonly factor: EmissionFactor }
  /** The source's own estimate of emissions, by the plants that follow a change in demand. */
  | { readonly code: 'marginal_emissions'; readonly publisher: string }
  /** An alert that the source raised, in its own words; `end` is null while it is open. */
  | {
      readonly code: 'source_alert';
      readonly severity: string;
      readonly title: string;
      readonly start: Instant;
      readonly end: Instant | null;
    }
  | { readonly code: 'more_alerts'; readonly count: number }
  /** In so many slots less than nothing would have been used: energy is counted twice somewhere. */
  | { readonly code: 'load_negative'; readonly slots: number }
  | { readonly code: 'values_estimated'; readonly label: string }
  /** Longer intervals than the report's slots, the longest of so many minutes, were divided evenly. */
  | { readonly code: 'intervals_divided'; readonly minutes: number }
  | { readonly code: 'side_assumed'; readonly label: string }
  /** Energy flowed back into the grid from something that nothing here measures. */
  | { readonly code: 'source_unmeasured' };

export type NoteCode = NoteContent['code'];
