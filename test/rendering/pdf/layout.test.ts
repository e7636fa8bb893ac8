import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport } from '../../support/report-arbitrary.ts';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';
import { overlaps, textsOutside } from './layout-checks.ts';
import { pdfOf, reportAndPdf } from './pdf-of.ts';

const MANY = Array.from({ length: 120 }, (_, index) => `Circuit ${index + 1} of the long corridor`);
const LONG = ['W'.repeat(5000), 'a'.repeat(5000), `${'long words and '.repeat(300)}an end`];

const CASES: readonly (readonly [string, ReportWishes])[] = [
  ['a month', {}],
  ['a month on US Letter', { locale: 'en-US' }],
  ['a battery, gaps and a revision', { revision: 3, house: { hasBattery: true, silences: [{ date: '2026-10-03' }] } }],
  ['no production', { house: { hasProduction: false } }],
  ['no mains', { house: { hasMains: false } }],
  ['huge amounts', { house: { size: 40_000, hasBattery: true } }],
  ['tiny amounts', { house: { size: 0.0001 } }],
  ['nothing used', { house: { size: 0 } }],
  ['120 circuits', { house: { circuits: MANY } }],
  [
    'absurd names',
    { label: LONG[0] ?? '', organization: LONG[2] ?? '', contact: LONG[1] ?? '', house: { circuits: LONG } },
  ],
  ['a week', { period: '2026-W47', locale: 'en-US' }],
  ['a cycle over a clock change', { period: '2026-10-15/2026-11-14', locale: 'de-DE' }],
  ['a long cycle', { period: '2026-01-01/2026-06-30', house: { resolutionSeconds: 3600 } }],
  ['a day', { period: '2026-11-19' }],
  ['a day with gaps', { period: '2026-11-01', house: { silences: [{ date: '2026-11-01', fromHour: 3, toHour: 9 }] } }],
];

describe('the layout', () => {
  it.each(CASES)('keeps texts on the page and apart: %s', async (_, wishes) => {
    const { pdf } = await reportAndPdf(wishes);

    expect(textsOutside(pdf)).toEqual([]);
    expect(overlaps(pdf)).toEqual([]);
  });

  it.each(['en-GB', 'de', 'fr', 'es', 'nb'])('keeps long places apart from long periods: %s', async (locale) => {
    const period = '2026-12-28/2027-01-27';
    const report = aReport({ period, locale, label: 'W'.repeat(80), house: { resolutionSeconds: 3600 } });
    const pdf = await pdfOf({ ...report, location: { ...report.location, city: 'W'.repeat(60) } });

    expect([...textsOutside(pdf), ...overlaps(pdf)]).toEqual([]);
  });

  it('does so for any report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const pdf = await pdfOf(report);
        expect([...textsOutside(pdf), ...overlaps(pdf)]).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['en-US', 612],
    ['en-CA', 612],
    ['es-MX', 612],
    ['en-GB', 595.28],
    ['de-DE', 595.28],
    ['de-AT', 595.28],
    ['fr-FR', 595.28],
    ['fr-CA', 612],
    ['es-ES', 595.28],
    ['es', 595.28],
    ['es-US', 612],
    ['nb-NO', 595.28],
    ['not a locale', 595.28],
  ])('prints on the paper of %s', async (locale, width) => {
    const { pdf } = await reportAndPdf({ period: '2026-11-19', locale });

    expect(pdf.pages[0]?.width).toBeCloseTo(width, 1);
  });
});
