import { describe, expect, it } from 'vitest';
import type { Change, NoChangeReason } from '../../../shared/domain/report/change.ts';
import type { Comparison } from '../../../shared/domain/report/comparison.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const noSun = { hasProduction: false };
const lastYear = { ...noSun, size: 1.1 };

function words(report: Report, locale = 'en-GB') {
  const language = languageFor(locale);
  return { headline: plain(language.headline(report)), lines: language.comparisonLines(report).map(plain) };
}
const wordsFor = (wishes: ReportWishes) => words(aReport(wishes), wishes.locale);

/** A month beside last year's, changed as wished for. */
function besideLastYear(consumption: Change): Report {
  const report = aReport({ house: noSun, compared: { lastYear, before: 'declined' } });
  const first = report.comparisons?.find(({ comparedWith }) => comparedWith === 'last_year');
  if (first === undefined) throw new Error('There is nothing to compare with');
  const other: Comparison = first;
  return { ...report, comparisons: [{ ...other, consumption }] };
}

describe('a comparison', () => {
  it.each([
    ['en-GB', 'in October 2026, 9 % less than in October 2025, on the same 31 days.'],
    ['de-DE', 'verbraucht, 9 % weniger als im Oktober 2025, an denselben 31 Tagen.'],
    ['fr-FR', ', 9 % de moins qu’en octobre 2025, sur les mêmes 31 jours.'],
    ['es-ES', ', un 9 % menos que en octubre de 2025, en los mismos 31 días.'],
    ['nb-NO', ', 9 % mindre enn i oktober 2025, på de samme 31 dagene.'],
  ])('stands in the headline: %s', (locale, end) => {
    const { headline } = wordsFor({ locale, house: noSun, compared: { lastYear, before: noSun } });
    expect(headline.endsWith(end), headline).toBe(true);
  });

  it('has a sentence of its own where the headline speaks of production too', () => {
    expect(wordsFor({ compared: { lastYear: { size: 1.1 }, before: {} } }).headline).toMatch(
      /^You used [\d,]+ kWh and produced \d+ kWh in October 2026\. You used 9 % less than in October 2025, on the same 31 days\.$/,
    );
  });

  it('never has a percentage without both amounts', () => {
    const { lines } = wordsFor({ house: noSun, compared: { lastYear, before: noSun } });
    expect(lines[0]).toMatch(/^October 2025: from 2,\d{3} kWh to 1,\d{3} kWh, 9 % less\.$/);
    expect(lines[1]).toMatch(/^September 2026: from [\d.]+ kWh to [\d.]+ kWh a day, about as much\.$/);
  });

  it('sets a day beside the usual one of its weekday and leaves it at that', () => {
    const { headline, lines } = wordsFor({
      period: '2026-11-19',
      house: noSun,
      compared: { before: { ...noSun, size: 0.9 } },
    });
    expect(headline).toMatch(/, 10 % more than on a usual Thursday\.$/);
    expect(lines).toEqual([
      expect.stringMatching(/^Usual Thursday \(median of 8 days\): from [\d.]+ kWh to [\d.]+ kWh, 10 % more\.$/),
    ]);
  });

  it('counts the days where some are missing in both', () => {
    const silences = [{ date: '2026-10-09' }];
    const house = { ...noSun, silences };
    const before = { ...lastYear, silences: [{ date: '2025-10-20' }] };
    expect(wordsFor({ house, compared: { lastYear: before, before: 'declined' } }).headline).toMatch(
      /, on 30 days each\.$/,
    );
  });

  it('says in a sentence why there is none, once for all that have the same reason', () => {
    const { headline, lines } = wordsFor({ house: noSun, compared: { lastYear: 'declined', before: 'declined' } });
    expect(headline).toMatch(/in October 2026\.$/);
    expect(lines).toEqual(['October 2025 · September 2026: not compared, because there is no data.']);
  });

  const reasons: NoChangeReason[] = [
    'no_data',
    'too_few_days',
    'no_mains_then',
    'production_changed',
    'different_circuits',
    'different_coverage',
    'tiny_base',
  ];
  it.each(['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'nb-NO'])('has words of its own for every reason: %s', (locale) => {
    const said = reasons.map((reason) => {
      const amounts = reason === 'tiny_base' ? { thisKWh: 1925, otherKWh: 0.3 } : { thisKWh: null, otherKWh: null };
      const { headline, lines } = words(besideLastYear({ comparable: false, reason, ...amounts }), locale);
      expect(headline).not.toContain('%');
      expect(lines).toHaveLength(1);
      return lines[0] ?? '';
    });
    expect(new Set(said).size).toBe(reasons.length);
    expect(said.at(-1)).toMatch(/0[.,]3 kWh/);
  });

  it('is not made of a period that nothing is known of', () => {
    const silences = Array.from({ length: 7 }, (_, index) => ({ date: `2026-11-${16 + index}` }));
    expect(wordsFor({ period: '2026-W47', house: { silences }, compared: {} }).lines).toEqual([]);
  });
});
