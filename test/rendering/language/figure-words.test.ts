import { describe, expect, it } from 'vitest';
import { decimalsFor } from '../../../shared/rendering/language/figure-words.ts';
import { languageFor } from '../../../shared/rendering/language/language.ts';
import { aReport } from '../../support/report-builder.ts';

const british = languageFor('en-GB');
const figure = (
  energyKWh: number | null,
  quality: 'measured' | 'partial' | 'missing' | 'not_applicable',
  sign?: 'additive' | 'signed',
) => british.figure({ energyKWh, quality }, 1, sign).replaceAll('\u00A0', ' ');

describe('a figure', () => {
  it.each([
    [figure(12.34, 'measured'), '12.3 kWh'],
    [figure(12.34, 'partial'), 'at least 12.3 kWh'],
    [figure(0, 'partial'), 'at least 0 kWh'],
    [figure(-0.2, 'partial'), '−0.2 kWh (with gaps)'],
    [figure(12.34, 'partial', 'signed'), '12.3 kWh (with gaps)'],
    [figure(null, 'missing'), '– (not known)'],
    [figure(null, 'not_applicable'), '– (not measured here)'],
  ])('reads "%s"', (shown, words) => {
    expect(shown).toBe(words);
  });

  it('of a total says "at least" only where more data can only add to it', () => {
    const report = aReport({
      period: '2026-11-19',
      house: { silences: [{ date: '2026-11-19', fromHour: 3, toHour: 6 }] },
    });
    expect(british.total(report, 'gridImport')).toMatch(/^at least /);
    expect(british.total(report, 'netGrid')).toMatch(/with gaps/);
  });
});

describe('a figure in a cell', () => {
  it.each([
    [12.3, 12.34, 'measured', '12.3'],
    [12.3, 12.34, 'partial', '≥12.3'],
    [0, 0.04, 'partial', '≥0'],
    [0, 0, 'partial', '≥0'],
    [0, 0.04, 'measured', '<0.1'],
    [-0.2, -0.24, 'partial', '≈−0.2'],
    [null, null, 'missing', '–'],
  ] as const)('%s for %s (%s) reads "%s"', (printedKWh, energyKWh, quality, cell) => {
    expect(british.printedFigure(printedKWh, { energyKWh, quality }, 1)).toBe(cell);
  });

  it('has another sign where more data may move it either way', () => {
    expect(british.printedFigure(5, { energyKWh: 5, quality: 'partial' }, 1, 'signed')).toBe('≈5.0');
  });
});

describe('the digits of a figure', () => {
  const known = (energyKWh: number) => ({ energyKWh, quality: 'measured' }) as const;
  const withConsumption = (period: string, kWh: number) => {
    const report = aReport({ period, house: { resolutionSeconds: 3600 } });
    return { ...report, totals: { ...report.totals, consumption: known(kWh) } };
  };

  it.each([
    ['2026-10', 812.4, 0],
    ['2026-10', 99.96, 0],
    ['2026-10', 99.94, 1],
    ['2026-W47', -250, 0],
    ['2026-11-19', 812.4, 1],
  ])('%s with %s kWh has %i', (period, kWh, decimals) => {
    expect(decimalsFor(withConsumption(period, kWh), 'consumption')).toBe(decimals);
  });

  it('are tenths for circuits and for days', () => {
    const report = withConsumption('2026-10', 1_000);
    expect([decimalsFor(report, 'register'), decimalsFor(report, 'day')]).toEqual([1, 1]);
  });
});
