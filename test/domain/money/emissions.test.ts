import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../shared/domain/energy/figure.ts';
import { MISSING, NOT_APPLICABLE } from '../../../shared/domain/energy/figure.ts';
import { estimateEmissions } from '../../../shared/domain/money/emissions.ts';

const factor = { name: 'texas', gramsPerKWh: 350, region: 'ERCOT', publisher: 'US EPA, eGRID', year: 2024 };
const measured: Figure = { energyKWh: 120, quality: 'measured' };

describe('an estimate of emissions', () => {
  it('keeps what production avoided apart from what import caused', () => {
    const estimate = estimateEmissions(
      { gridImport: measured, production: { energyKWh: 400, quality: 'partial' } },
      factor,
    );

    expect(estimate.imported).toEqual({ massKg: 42, quality: 'measured' });
    expect(estimate.avoided).toEqual({ massKg: 140, quality: 'partial' });
    expect(estimate.factor).toEqual(factor);
  });

  it('is unknown where the energy is, and not zero', () => {
    const estimate = estimateEmissions({ gridImport: MISSING, production: NOT_APPLICABLE }, factor);

    expect(estimate.imported).toEqual({ massKg: null, quality: 'missing' });
    expect(estimate.avoided).toEqual({ massKg: null, quality: 'not_applicable' });
  });
});
