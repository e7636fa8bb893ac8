import { describe, expect, it } from 'vitest';
import type { DayFacts } from '../../../shared/domain/energy/day-facts.ts';
import type { SourceAlert } from '../../../shared/domain/energy/day-readings.ts';
import { buildReport } from '../../../shared/domain/report/build-report.ts';
import { aSnapshot } from '../../support/report-builder.ts';
import { A_FACTOR } from '../../support/tariff-builder.ts';

const DEVICES = { circuits: [], hasBattery: true, readsDevices: true, resolutionSeconds: 900 } as const;
const HOUR_MS = 3_600_000;
const MIDNIGHT_MS = Date.UTC(2026, 10, 16, 6);
const alert = (id: string, fromHour: number, over: Partial<SourceAlert> = {}): SourceAlert => ({
  id,
  severity: 'warning',
  title: `Title of ${id}`,
  fromMs: MIDNIGHT_MS + fromHour * HOUR_MS,
  toMs: null,
  ...over,
});
const reportWith = (days: (facts: DayFacts, index: number) => DayFacts, factor = false) => {
  const snapshot = aSnapshot({ period: '2026-W47', house: DEVICES, ...(factor ? { emissionFactor: A_FACTOR } : {}) });
  return buildReport({ ...snapshot, days: snapshot.days.map(days) }, 'a1');
};
const codes = (report: ReturnType<typeof reportWith>) => report.notes.map(({ code }) => code);

describe('a report without circuits', () => {
  const report = reportWith((day) => day);

  it('has no Other, and says nothing of one', () => {
    expect(report.totals.other).toEqual({ energyKWh: null, quality: 'not_applicable' });
    expect(report.measuresCircuits).toBe(false);
    expect(codes(report).filter((code) => code.startsWith('other'))).toEqual([]);
  });

  it('is complete without a count of samples', () => {
    expect([report.completeDays, report.coverage]).toEqual([7, 1]);
  });

  it('knows import, export, own use and its shares from quarter hours', () => {
    const { gridImport, gridExport, selfConsumption, netGrid, production } = report.totals;
    const kWh = (figure: { energyKWh: number | null }) => figure.energyKWh ?? Number.NaN;
    expect(kWh(gridImport) - kWh(gridExport)).toBeCloseTo(kWh(netGrid), 6);
    expect(kWh(selfConsumption)).toBeCloseTo(kWh(production) - kWh(gridExport), 6);
    expect(report.selfSufficiencyShare).toBeGreaterThan(0);
    expect(report.days[0]?.hourly).toHaveLength(24);
    expect(report.peak?.resolutionSeconds).toBe(900);
  });

  it('does not doubt the sign of a battery that is no clamp on a hub', () => {
    expect(codes(report)).not.toContain('battery_sign');
    const clamped = buildReport(aSnapshot({ period: '2026-W47', house: { hasBattery: true } }), 'a1');
    expect(codes(clamped)).toContain('battery_sign');
  });
});

describe('the battery of a period', () => {
  it('stores what it stored at the two ends of the period', () => {
    const { battery, days } = reportWith((day) => day);
    expect(battery).toMatchObject({ atStart: days[0]?.battery?.atStart, atEnd: days[6]?.battery?.atEnd });
    expect(battery?.charged.energyKWh).toBeCloseTo(
      days.reduce((sum, day) => sum + (day.battery?.charged.energyKWh ?? 0), 0),
      9,
    );
  });

  it('is “at least” where facts are from before batteries were looked at', () => {
    const report = reportWith((day, index) => {
      const { battery: _, ...old } = day;
      return index < 2 ? old : day;
    });
    expect(report.battery?.charged.quality).toBe('partial');
    expect(report.battery).toMatchObject({ atStart: null, lossesKWh: null });
    expect(report.days[0]?.battery?.charged.quality).toBe('missing');
  });
});

describe('a source’s own emissions', () => {
  const emissions = (kgCO2: number | null, publisher = 'WattTime') => ({
    sourceEmissions: { kgCO2, method: 'marginal' as const, publisher },
  });

  it('are summed by themselves, and change nothing about the average estimate', () => {
    const without = reportWith((day) => day, true);
    const report = reportWith((day) => ({ ...day, ...emissions(1.5) }), true);
    expect(report.sourceEmissions).toEqual({
      massKg: 10.5,
      quality: 'measured',
      method: 'marginal',
      publisher: 'WattTime',
    });
    expect(report.emissions).toEqual(without.emissions);
    expect(codes(report)).toContain('marginal_emissions');
  });

  it('have gaps where a day has none, or has them from somebody else', () => {
    const report = reportWith((day, index) =>
      index === 0 ? day : { ...day, ...(index === 1 ? emissions(9, 'Other') : emissions(index === 2 ? null : 1)) },
    );
    expect(report.sourceEmissions).toMatchObject({ massKg: 4, quality: 'partial', publisher: 'WattTime' });
  });

  it('are not spoken of where the source gives none', () => {
    expect(reportWith((day) => day).sourceEmissions).toBeNull();
    expect(codes(reportWith((day) => ({ ...day, ...emissions(null) })))).not.toContain('marginal_emissions');
  });
});

describe('alerts of a source', () => {
  it('are told once each, as the last day knows them, what may be serious first', () => {
    const open = alert('a1', 10);
    const closed = alert('a1', 10, { toMs: MIDNIGHT_MS + 30 * HOUR_MS });
    const known = alert('a2', 2, { severity: 'INFO' });
    const report = reportWith((day, index) => ({ ...day, alerts: index === 0 ? [known, open] : [closed] }));
    const told = report.notes.filter((note) => note.code === 'source_alert');
    expect(told.map(({ title, end, attention }) => [title, end, attention])).toEqual([
      ['Title of a1', closed.toMs, true],
      ['Title of a2', null, false],
    ]);
    expect(report.alerts.map(({ id }) => id)).toEqual(['a2', 'a1']);
  });

  it('are counted where there are many', () => {
    const many = Array.from({ length: 9 }, (_, index) => alert(`a${index}`, index));
    const report = reportWith((day) => ({ ...day, alerts: many }));
    expect(codes(report).filter((code) => code === 'source_alert')).toHaveLength(6);
    expect(report.notes.find((note) => note.code === 'more_alerts')).toMatchObject({ count: 3 });
  });
});

describe('what a source remarks about its values', () => {
  it('is told once, with the registers and the number of slots that it is about', () => {
    const report = reportWith((day, index) => ({
      ...day,
      remarks:
        index > 1
          ? []
          : [
              { code: 'load_negative', count: 2 },
              { code: 'values_estimated', registerId: 'solar' },
              { code: 'intervals_divided', lengthSeconds: 1800 * (index + 1) },
              { code: 'side_assumed', registerId: 'battery' },
            ],
    }));
    expect(report.notes.filter(({ code }) => code !== 'at_least')).toEqual([
      { code: 'load_negative', slots: 4, attention: true },
      { code: 'values_estimated', label: 'Solar', attention: true },
      { code: 'intervals_divided', minutes: 60, attention: false },
      { code: 'side_assumed', label: 'Battery', attention: false },
    ]);
  });

  it('hides no second time what an unmeasured source hides', () => {
    const hidden = { energyKWh: null, quality: 'missing', uncertaintyKWh: null } as const;
    const report = reportWith((day) => ({
      ...day,
      totals: { ...day.totals, consumption: hidden, other: hidden, selfConsumption: hidden },
      remarks: [{ code: 'source_unmeasured' }],
    }));
    expect(report.notes.filter(({ code }) => code === 'source_unmeasured')).toHaveLength(1);
    expect(report.notes.flatMap((note) => (note.code === 'withheld' ? [note.total] : []))).toEqual(['selfConsumption']);
    expect(report.totals.consumption).toEqual({ energyKWh: null, quality: 'missing' });
  });
});
