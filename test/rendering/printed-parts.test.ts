import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedParts } from '../../shared/rendering/printed-parts.ts';
import { roundedTo } from '../../shared/rendering/rounding-for-print.ts';
import { anyReport } from '../support/report-arbitrary.ts';
import { aReport } from '../support/report-builder.ts';

const steps = (amounts: readonly (number | null)[]) =>
  amounts.reduce<number>((sum, kWh) => sum + Math.round((kWh ?? 0) * 10), 0);

describe('the printed breakdown', () => {
  it('lists the circuits from the largest down, then Other, and comes to the consumption', () => {
    const report = aReport({ period: '2026-10' });
    const { parts, sum } = printedParts(report);
    expect(parts.map((part) => part.label)).toEqual([
      'Heat pump',
      'EV charger',
      'Kitchen',
      'Water heater',
      'Lights',
      '',
    ]);
    expect(parts.at(-1)?.kind).toBe('other');
    expect(sum?.of).toBe('consumption');
    expect(steps(parts.map((part) => part.printedKWh))).toBe(
      Math.round(10 * roundedTo(report.totals.consumption.energyKWh ?? 0, 1)),
    );
    expect(parts.reduce((total, part) => total + (part.share ?? 0), 0)).toBeCloseTo(1, 6);
  });

  it('adds up to the printed consumption for every report and each of its days, or claims no sum', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const breakdown of [report, ...report.days]) {
          const { parts, sum } = printedParts(breakdown);
          if (sum !== null) expect(steps(parts.map((part) => part.printedKWh))).toBe(Math.round(sum.printedKWh * 10));
          const { consumption, other } = breakdown.totals;
          if (consumption.energyKWh !== null && other.energyKWh !== null) {
            expect(sum?.printedKWh).toBe(roundedTo(consumption.energyKWh, 1));
          }
          if (other.quality === 'missing') expect(sum).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('claims no sum when Other is withheld, and rounds each part by itself', () => {
    const silences = [{ date: '2026-11-19', registerIds: ['circuit-1'], fromHour: 2, toHour: 20 }];
    const report = aReport({ period: '2026-11-19', house: { silences } });
    const { parts, sum } = printedParts(report);
    expect(report.notes.map((note) => note.code)).toContain('withheld');
    expect(sum).toBeNull();
    expect(parts.at(-1)).toMatchObject({ kind: 'other', printedKWh: null, share: null, quality: 'missing' });
    expect(parts[0]?.printedKWh).toBe(roundedTo(parts[0]?.energyKWh ?? 0, 1));
  });

  it('claims no sum by chance, when the circuits alone come to the consumption', () => {
    const report = aReport({ period: '2026-11-19' });
    const circuits = report.reconciliation.circuits;
    const totals = { ...report.totals, consumption: circuits, other: { energyKWh: null, quality: 'missing' } } as const;
    expect(printedParts({ ...report, totals }).sum).toBeNull();
  });

  it('comes to the sum of the circuits where the mains are not measured, without an Other', () => {
    const { parts, sum } = printedParts(aReport({ period: '2026-11-19', house: { hasMains: false } }));
    expect(parts.every((part) => part.kind === 'circuit')).toBe(true);
    expect(sum?.of).toBe('circuits');
  });

  it('leaves everything open when nothing is known', () => {
    const { parts, sum } = printedParts(
      aReport({ period: '2026-11-19', house: { silences: [{ date: '2026-11-19' }] } }),
    );
    expect(sum).toBeNull();
    expect(new Set(parts.map((part) => part.printedKWh))).toEqual(new Set([null]));
  });
});
