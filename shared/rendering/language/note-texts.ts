import type { NoCostReason } from '../../domain/money/cost-estimate.ts';
import type { LeftOutCost } from '../../domain/money/tariff.ts';
import type { NoteCode } from '../../domain/report/note.ts';

/** `on` is a date ready for a sentence ("on 14 September") or undefined where the whole period is meant. */
export interface NoteTexts extends Readonly<Record<NoteCode, (...words: never[]) => string>> {
  readonly provisional: () => string;
  readonly revision: (revision: number, changedFigures: number) => string;
  readonly no_data: (on: string | undefined) => string;
  /** `range` is a first and a last date: "12–27 October 2026". */
  readonly no_data_days: (days: number, range: string) => string;
  readonly gap: (when: string, complete: boolean, offline: string | undefined) => string;
  readonly more_gaps: (count: number) => string;
  readonly hub_silent: (hub: string, lastHeard: string | undefined) => string;
  readonly register_silent: (label: string, days: number) => string;
  readonly register_unknown: (id: string) => string;
  readonly register_added: (label: string, on: string | undefined) => string;
  readonly values_left_out: (label: string) => string;
  readonly at_least: () => string;
  readonly withheld: (total: string, uncertainty: string | undefined) => string;
  readonly no_mains: () => string;
  readonly other_reported_by_source: (source: string) => string;
  readonly other_definition_line_side: (source: string, computed: string) => string;
  /** `isShown` is false where Other is withheld. */
  readonly other_mismatch: (source: string, computed: string, on: string | undefined, isShown: boolean) => string;
  readonly other_missing: () => string;
  readonly other_negative: (energy: string, on: string | undefined) => string;
  readonly battery_sign: () => string;
  readonly clock_change: (hours: string, on: string | undefined, longer: boolean) => string;
  /** `since` are the dates from which the tariff's prices hold, one for each version. */
  readonly cost_estimate: (tariff: string, since: readonly string[], leftOut: readonly LeftOutCost[]) => string;
  readonly cost_unknown: (tariff: string, reason: NoCostReason) => string;
  readonly emissions_estimate: (gramsPerKWh: string, region: string, publisher: string, year: string) => string;
  readonly marginal_emissions: (publisher: string) => string;
  /** `until` is undefined while the alert is open; title and severity are the source's own words. */
  readonly source_alert: (title: string, severity: string, from: string, until: string | undefined) => string;
  readonly more_alerts: (count: number) => string;
  readonly load_negative: (slots: number) => string;
  readonly values_estimated: (label: string) => string;
  readonly intervals_divided: (minutes: string) => string;
  readonly side_assumed: (label: string) => string;
  readonly source_unmeasured: () => string;
}
