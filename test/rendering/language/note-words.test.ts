import { describe, expect, it } from 'vitest';
import type { NoteCode, NoteContent } from '../../../shared/domain/report/note.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport } from '../../support/report-builder.ts';

const british = languageFor('en-GB');
const month = aReport({ period: '2026-09', timeZone: 'Europe/Berlin', house: { resolutionSeconds: 3600 } });
const on14th = { start: parseInstant('2026-09-14T00:00:00Z'), end: parseInstant('2026-09-14T09:35:00Z') };

/** One note of each code; a code that nobody put here does not compile. */
const EACH: { readonly [Code in NoteCode]: [Extract<NoteContent, { code: Code }>, RegExp] } = {
  provisional: [{ code: 'provisional' }, /provisional: not all data had arrived/],
  revision: [{ code: 'revision', revision: 2, changedFigures: 3 }, /revision 2 .*: 3 figures changed/],
  no_data: [{ code: 'no_data' }, /^No data was received on 14 September\. Unknown is not zero/],
  no_data_days: [
    { code: 'no_data_days', lastDate: parseLocalDate('2026-09-16'), days: 3 },
    /^No data was received on 3 days \(14–16 September 2026\)\. Unknown is not zero/,
  ],
  gap: [
    { code: 'gap', ...on14th, hubIds: ['c0k'], complete: true },
    /^No data on 14 September, 02:00–11:35 \(hub c0k offline\)\.$/,
  ],
  more_gaps: [{ code: 'more_gaps', count: 3 }, /^3 more gaps are not listed/],
  hub_silent: [
    { code: 'hub_silent', hubId: 'c0k', lastHeard: on14th.start },
    /^Hub c0k is silent: it was last heard on 14 Sept? 2026, 02:00 CEST/,
  ],
  register_silent: [{ code: 'register_silent', label: 'EV', days: 2 }, /^“EV” sent no data on 2 days/],
  register_unknown: [{ code: 'register_unknown', registerId: 'x9' }, /\(x9\)/],
  register_added: [{ code: 'register_added', label: 'EV' }, /^“EV” was added on 14 September/],
  values_left_out: [{ code: 'values_left_out', label: 'EV' }, /“EV” could not be true/],
  at_least: [{ code: 'at_least' }, /“at least”/],
  withheld: [
    { code: 'withheld', total: 'other', uncertaintyKWh: 4.21 },
    /^Other .* is not given: .* by up to 4\.2 kWh/,
  ],
  no_mains: [{ code: 'no_mains' }, /mains are not measured/],
  other_reported_by_source: [{ code: 'other_reported_by_source', source: 'curb' }, /curb itself reports/],
  other_definition_line_side: [
    { code: 'other_definition_line_side', sourceKWh: -4.5, computedKWh: 12.3 },
    /12\.3 kWh.*−4\.5 kWh/,
  ],
  other_mismatch: [
    { code: 'other_mismatch', sourceKWh: 4, computedKWh: 3.2 },
    /on 14 September is 4\.0 kWh, ours is 3\.2 kWh/,
  ],
  other_missing: [{ code: 'other_missing' }, /gave no figure for Other/],
  other_negative: [
    { code: 'other_negative', energyKWh: -1.2 },
    /negative on 14 September \(−1\.2 kWh\).*backwards.*multiplier/,
  ],
  battery_sign: [{ code: 'battery_sign' }, /positive for charging/],
  clock_change: [{ code: 'clock_change', hours: 23 }, /went forward on 14 September: that day had 23 hours/],
  cost_estimate: [
    {
      code: 'cost_estimate',
      tariffName: 'Night & day',
      effectiveFrom: [parseLocalDate('2026-01-01'), parseLocalDate('2026-09-15')],
      leftOut: ['taxes', 'feed_in'],
    },
    /^The cost is an estimate, not a bill: .* of “Night & day”, in force since 1 January 2026 and 15 September 2026\. Left out: taxes, payment for exported energy\.$/,
  ],
  cost_unknown: [
    { code: 'cost_unknown', tariffName: 'Night & day', reason: 'no_price' },
    /^No cost is given: “Night & day” has no prices for this period\.$/,
  ],
  emissions_estimate: [
    {
      code: 'emissions_estimate',
      factor: { name: 'texas', gramsPerKWh: 349.5, region: 'ERCOT', publisher: 'US EPA, eGRID', year: 2024 },
    },
    /estimate by the average of the grid: 349\.5 g of CO₂ .* \(ERCOT, 2024; US EPA, eGRID\)\. What production avoided .* not taken off\.$/,
  ],
  marginal_emissions: [
    { code: 'marginal_emissions', publisher: 'WattTime' },
    /marginal emissions .* calculated by WattTime: .* never added to one\.$/,
  ],
  source_alert: [
    { code: 'source_alert', severity: 'WARNING', title: 'Too hot', start: on14th.start, end: null },
    /^Alert from the source \(WARNING\): “Too hot”, since 14 Sept? 2026, 02:00 CEST\.$/,
  ],
  more_alerts: [{ code: 'more_alerts', count: 3 }, /^3 more alerts are not listed here\.$/],
  load_negative: [{ code: 'load_negative', slots: 3 }, /^In 3 intervals, less than nothing .* counted twice/],
  values_estimated: [{ code: 'values_estimated', label: 'Meter' }, /^Some values of “Meter” were estimated/],
  intervals_divided: [{ code: 'intervals_divided', minutes: 60 }, /up to 60 minutes\. .* divided evenly/],
  side_assumed: [{ code: 'side_assumed', label: 'Solar' }, /whether “Solar” .* Behind them was assumed/],
  source_unmeasured: [
    { code: 'source_unmeasured' },
    /^Energy was fed into the grid .* not measured here.* is therefore not known/,
  ],
};

const CASES: readonly { readonly content: NoteContent; readonly words: RegExp }[] = Object.values(EACH).map(
  ([content, words]) => ({ content, words }),
);

describe('a note', () => {
  it.each(CASES)('has words: $content.code', ({ content, words }) => {
    const text = british.noteText({ ...content, date: parseLocalDate('2026-09-14'), attention: true }, month);
    expect(text.replaceAll('\u00A0', ' ')).toMatch(words);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/undefined|null|NaN|_/);
  });

  it.each(CASES)('has words without a date too: $content.code', ({ content }) => {
    expect(british.noteText({ ...content, attention: false }, month)).toMatch(/^[A-Z“0-9].*\.$/);
  });

  it('leaves the date out in the report of a single day', () => {
    const day = aReport({ period: '2026-09-14', timeZone: 'Europe/Berlin' });
    const text = british.noteText(
      { code: 'gap', ...on14th, hubIds: [], complete: false, date: day.firstDate, attention: true },
      day,
    );
    expect(text).toBe('Part of the data is missing 02:00–11:35.');
  });

  it('names what is off by nobody knows how much', () => {
    expect(
      british.noteText({ code: 'withheld', total: 'consumption', uncertaintyKWh: null, attention: true }, month),
    ).toMatch(/nobody can say/);
  });

  it('tells a longer day from a shorter one, and several hubs from one', () => {
    expect(british.noteText({ code: 'clock_change', hours: 24.5, attention: false }, month)).toMatch(
      /went back: that day had 24\.5 hours/,
    );
    const gap = { code: 'gap', ...on14th, hubIds: ['a', 'b'], complete: true, attention: true } as const;
    expect(british.noteText(gap, month)).toMatch(/\(hubs a and b offline\)/);
  });

  it('does not claim to show an Other that is withheld', () => {
    const mismatch = { code: 'other_mismatch', sourceKWh: 4, computedKWh: 3.2, attention: false } as const;
    const withheld = { ...month, totals: { ...month.totals, other: { energyKWh: null, quality: 'missing' } } } as const;
    expect(british.noteText(mismatch, month)).toMatch(/Ours is shown/);
    expect(british.noteText(mismatch, withheld)).toMatch(/neither is shown/);
    expect(british.noteText({ ...mismatch, date: month.firstDate }, withheld)).toMatch(/Ours is shown/);
  });

  it('shows names only after they were made safe', () => {
    const label = `\u202E<b>${'x'.repeat(5_000)}\r\n`;
    const text = british.noteText({ code: 'register_silent', label, days: 1, attention: true }, month);
    expect(text).toMatch(/^“<b>x+…” sent no data on one day/);
    expect(text.length).toBeLessThan(200);
  });
});
