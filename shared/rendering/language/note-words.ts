import type { Figure } from '../../domain/energy/figure.ts';
import type { Note } from '../../domain/report/note.ts';
import type { Report } from '../../domain/report/report.ts';
import type { DateFormats } from './date-formats.ts';
import type { GapPhrases } from './gap-words.ts';
import type { NumberFormats } from './number-formats.ts';
import type { Texts } from './texts.ts';

export interface NoteContext {
  readonly texts: Texts;
  readonly numbers: NumberFormats;
  readonly dates: DateFormats;
  readonly gaps: GapPhrases;
  /** Makes names and ids that came from outside fit to be shown. */
  readonly showLabel: (label: string) => string;
}

/** Says in plain words what a note tells, for the people who live or work at the place. */
export function noteTextOf(note: Note, report: Report, context: NoteContext): string {
  const { texts, numbers, dates, gaps, showLabel } = context;
  const words = texts.notes;
  const on =
    note.date === undefined || report.kind === 'daily' ? undefined : texts.onDate(dates.dayAndMonth(note.date));
  switch (note.code) {
    case 'provisional':
    case 'at_least':
    case 'no_mains':
    case 'other_missing':
    case 'battery_sign':
    case 'source_unmeasured':
      return words[note.code]();
    case 'revision':
      return words.revision(note.revision, note.changedFigures);
    case 'no_data':
      return words.no_data(on);
    case 'no_data_days':
      return words.no_data_days(note.days, dates.dateRange(note.date ?? report.firstDate, note.lastDate));
    case 'gap':
      return words.gap(gaps.when(note, report), note.complete, gaps.offline(note));
    case 'more_gaps':
      return words.more_gaps(note.count);
    case 'hub_silent':
      return words.hub_silent(
        showLabel(note.hubId),
        note.lastHeard === null ? undefined : dates.dateTime(note.lastHeard, report.timeZone),
      );
    case 'register_silent':
      return words.register_silent(showLabel(note.label), note.days);
    case 'register_unknown':
      return words.register_unknown(showLabel(note.registerId));
    case 'register_added':
      return words.register_added(showLabel(note.label), on);
    case 'values_left_out':
      return words.values_left_out(showLabel(note.label));
    case 'withheld':
      return words.withheld(
        texts.totals[note.total],
        note.uncertaintyKWh === null ? undefined : numbers.energy(note.uncertaintyKWh, 1),
      );
    case 'other_reported_by_source':
      return words.other_reported_by_source(showLabel(note.source));
    case 'other_definition_line_side':
      return words.other_definition_line_side(numbers.energy(note.sourceKWh, 1), numbers.energy(note.computedKWh, 1));
    case 'other_mismatch':
      return words.other_mismatch(
        numbers.energy(note.sourceKWh, 1),
        numbers.energy(note.computedKWh, 1),
        on,
        otherOf(note, report).energyKWh !== null,
      );
    case 'other_negative':
      return words.other_negative(numbers.energy(note.energyKWh, 1), on);
    case 'clock_change':
      return words.clock_change(numbers.count(note.hours), on, note.hours > 24);
    case 'cost_estimate':
      return words.cost_estimate(showLabel(note.tariffName), note.effectiveFrom.map(dates.date), note.leftOut);
    case 'cost_unknown':
      return words.cost_unknown(showLabel(note.tariffName), note.reason);
    case 'emissions_estimate': {
      const { gramsPerKWh, region, publisher, year } = note.factor;
      return words.emissions_estimate(
        numbers.count(gramsPerKWh),
        showLabel(region),
        showLabel(publisher),
        String(year),
      );
    }
    case 'marginal_emissions':
      return words.marginal_emissions(showLabel(note.publisher));
    case 'source_alert':
      return words.source_alert(
        showLabel(note.title),
        showLabel(note.severity),
        dates.dateTime(note.start, report.timeZone),
        note.end === null ? undefined : dates.dateTime(note.end, report.timeZone),
      );
    case 'more_alerts':
      return words.more_alerts(note.count);
    case 'load_negative':
      return words.load_negative(note.slots);
    case 'values_estimated':
    case 'side_assumed':
      return words[note.code](showLabel(note.label));
    case 'intervals_divided':
      return words.intervals_divided(numbers.count(note.minutes));
  }
}

/** The Other that a note speaks of: its day's, or the period's. */
function otherOf({ date }: Note, report: Report): Figure {
  const day = date === undefined ? undefined : report.days.find((candidate) => candidate.date === date);
  return (day ?? report).totals.other;
}
