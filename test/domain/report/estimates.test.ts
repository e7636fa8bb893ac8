import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../shared/domain/report/build-report.ts';
import type { Snapshot } from '../../../shared/domain/report/snapshot.ts';
import { aReport, aSnapshot, type ReportWishes } from '../../support/report-builder.ts';
import { A_FACTOR, aTariff, aVersion, EVERYTHING } from '../../support/tariff-builder.ts';

const HASH = 'a1b2c3d4e5f60718'.repeat(4);
const everything: ReportWishes = { compared: {}, tariff: EVERYTHING, emissionFactor: A_FACTOR };
const codes = (wishes: ReportWishes) => aReport(wishes).notes.map((note) => note.code);

describe('a report with comparisons and estimates', () => {
  it.each(['2026-11-19', '2026-W47', '2026-11', '2026-10-29/2026-11-28'])(
    'of %s is the same from a snapshot that was stored',
    (period) => {
      const snapshot = aSnapshot({ period, ...everything });
      const stored = JSON.parse(JSON.stringify(snapshot)) as Snapshot;

      expect(buildReport(stored, HASH)).toEqual(buildReport(snapshot, HASH));
    },
  );

  it('is made of an old snapshot too, which has no such parts', () => {
    expect(aReport({ period: '2026-11-19' })).toMatchObject({
      comparisons: null,
      typicalDay: null,
      cost: null,
      emissions: null,
    });
  });

  it('compares a month with the one before and the one of last year', () => {
    const { comparisons, typicalDay } = aReport({ period: '2026-11', ...everything });

    expect(comparisons?.map(({ comparedWith, period }) => [comparedWith, period])).toEqual([
      ['previous', '2026-10'],
      ['last_year', '2025-11'],
    ]);
    expect(comparisons?.every(({ consumption }) => consumption.comparable)).toBe(true);
    expect(comparisons?.[1]?.days).toHaveLength(30);
    expect(typicalDay).toBeNull();
  });

  it('prices what the report says was imported', () => {
    const { cost, totals } = aReport({ period: '2026-11', ...everything });

    const importedKWh = cost?.estimated ? cost.perBand.reduce((sum, band) => sum + band.energyKWh, 0) : undefined;
    expect(importedKWh).toBeCloseTo(totals.gridImport.energyKWh ?? 0, 3);
  });

  it('says that they are estimates, without asking for attention', () => {
    expect(codes({ period: '2026-11-19', ...everything })).toEqual(
      expect.arrayContaining(['cost_estimate', 'emissions_estimate']),
    );
    expect(aReport({ period: '2026-11-19', ...everything }).notes.filter((note) => note.attention)).toEqual([]);
  });

  it('says why there is no cost', () => {
    const tariff = aTariff([aVersion({ from: '2030-01-01' })]);

    expect(codes({ period: '2026-11-19', tariff })).toContain('cost_unknown');
    expect(aReport({ period: '2026-11-19', ...everything, house: { hasMains: false } }).notes).toContainEqual({
      code: 'cost_unknown',
      tariffName: EVERYTHING.name,
      reason: 'no_mains',
      attention: false,
    });
  });

  it('says nothing of emissions where neither import nor production is known', () => {
    const house = { hasMains: false, hasProduction: false };

    expect(codes({ period: '2026-11-19', house, emissionFactor: A_FACTOR })).not.toContain('emissions_estimate');
  });
});
