import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../shared/domain/report/report.ts';
import { disagreements } from '../support/disagreements.ts';
import { anyWishes } from '../support/report-arbitrary.ts';
import { aReport } from '../support/report-builder.ts';
import { A_FACTOR, EVERYTHING } from '../support/tariff-builder.ts';
import { pdfOf } from './pdf/pdf-of.ts';

const disagreementsOf = async (report: Report) => disagreements(report, (await pdfOf(report)).plain);

describe('the renderings of a report', () => {
  it('show the same figures, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(anyWishes, async (wishes) => {
        expect(await disagreementsOf(aReport(wishes))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(['en-US', 'de-DE', 'fr-FR', 'es-ES', 'nb-NO'])(
    'show the same figures of a month with gaps, an unknown Other and a silent day: %s',
    async (locale) => {
      const silences = [
        { date: '2026-10-14', fromHour: 2, toHour: 11 },
        { date: '2026-10-20' },
        { date: '2026-10-22', registerIds: ['circuit-1'] },
      ];
      const compared = { lastYear: { hasBattery: true, size: 1.2 }, before: { hasBattery: true } };
      const wishes = { period: '2026-10', locale, tariff: EVERYTHING, emissionFactor: A_FACTOR, compared };
      expect(await disagreementsOf(aReport({ ...wishes, house: { hasBattery: true, silences } }))).toEqual([]);
      expect(await disagreementsOf(aReport({ ...wishes, house: { hasBattery: true } }))).toEqual([]);
    },
  );

  it('would not go unnoticed if they did not', async () => {
    const report = aReport({ period: '2026-W47', tariff: EVERYTHING });
    const { plain } = await pdfOf(aReport({ period: '2026-W47', tariff: EVERYTHING, house: { size: 1.01 } }));
    expect(disagreements(report, plain).length).toBeGreaterThan(5);
  });
});
