import type { Note, NoteCode, NoteContent } from '../../shared/domain/report/note.ts';
import type { Report } from '../../shared/domain/report/report.ts';

/** One note of each code about the first day of a report, without names of anybody's; a code without one does not compile. */
export function everyNote({ start, firstDate }: Report): Note[] {
  const contents: { readonly [Code in NoteCode]: Extract<NoteContent, { code: Code }> } = {
    provisional: { code: 'provisional' },
    revision: { code: 'revision', revision: 2, changedFigures: 3 },
    no_data: { code: 'no_data' },
    no_data_days: { code: 'no_data_days', lastDate: firstDate, days: 3 },
    gap: { code: 'gap', start, end: start, hubIds: ['c0', 'k1'], complete: false },
    more_gaps: { code: 'more_gaps', count: 3 },
    hub_silent: { code: 'hub_silent', hubId: 'c0', lastHeard: start },
    register_silent: { code: 'register_silent', label: 'Aa', days: 2 },
    register_unknown: { code: 'register_unknown', registerId: 'x9' },
    register_added: { code: 'register_added', label: 'Bb' },
    values_left_out: { code: 'values_left_out', label: 'Cc' },
    at_least: { code: 'at_least' },
    withheld: { code: 'withheld', total: 'other', uncertaintyKWh: 4.21 },
    no_mains: { code: 'no_mains' },
    other_reported_by_source: { code: 'other_reported_by_source', source: 'curb' },
    other_definition_line_side: { code: 'other_definition_line_side', sourceKWh: -4.5, computedKWh: 12.3 },
    other_mismatch: { code: 'other_mismatch', sourceKWh: 4, computedKWh: 3.2 },
    other_missing: { code: 'other_missing' },
    other_negative: { code: 'other_negative', energyKWh: -1.2 },
    battery_sign: { code: 'battery_sign' },
    clock_change: { code: 'clock_change', hours: 25 },
    cost_estimate: {
      code: 'cost_estimate',
      tariffName: 'T1',
      effectiveFrom: [firstDate],
      leftOut: ['taxes', 'fees', 'demand', 'standing_charge', 'feed_in'],
    },
    cost_unknown: { code: 'cost_unknown', tariffName: 'T1', reason: 'no_price' },
    emissions_estimate: {
      code: 'emissions_estimate',
      factor: { name: 'F1', gramsPerKWh: 384.5, region: 'R1', publisher: 'P1', year: 2025 },
    },
    marginal_emissions: { code: 'marginal_emissions', publisher: 'P2' },
    source_alert: { code: 'source_alert', severity: 'S1', title: 'Dd', start, end: null },
    more_alerts: { code: 'more_alerts', count: 3 },
    load_negative: { code: 'load_negative', slots: 3 },
    values_estimated: { code: 'values_estimated', label: 'Ee' },
    intervals_divided: { code: 'intervals_divided', minutes: 60 },
    side_assumed: { code: 'side_assumed', label: 'Ff' },
    source_unmeasured: { code: 'source_unmeasured' },
  };
  return Object.values(contents).map((content) => ({ ...content, date: firstDate, attention: true }));
}
