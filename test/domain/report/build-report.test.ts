import { describe, expect, it } from 'vitest';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { buildReport } from '../../../shared/domain/report/build-report.ts';
import { changesBetween } from '../../../shared/domain/report/changes.ts';
import type { Snapshot } from '../../../shared/domain/report/snapshot.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';
import type { LocalDay } from '../../../shared/domain/time/local-day.ts';
import { parsePeriod, periodDays } from '../../../shared/domain/time/period.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { aRegister, type MeteredRegister, readingsOf } from '../../support/readings-builder.ts';

const zone = parseTimeZone('America/Chicago');
const readAt = instantFromMs(1_790_000_000_000);

function aSnapshot(key: string, metered: (day: LocalDay) => MeteredRegister[], over: Partial<Snapshot> = {}): Snapshot {
  const period = parsePeriod(key);
  const days = periodDays(period, zone).map((day) => {
    const registers = metered(day);
    const silent = registers.length === 0;
    const known = silent ? [{ register: aRegister('m', 'main'), powerW: () => null }] : registers;
    return summariseDay(readingsOf(day, known), readAt);
  });
  return {
    schema: 1,
    location: {
      source: 'fleet',
      fleet: 'curb',
      id: 'home',
      label: 'Home',
      timeZone: zone,
      city: null,
      state: null,
      country: null,
    },
    kind: period.kind,
    period: key,
    revision: 1,
    provisional: false,
    days,
    presentation: { locale: 'en-US', organization: 'Example Energy', contact: null },
    readAt,
    dueAt: readAt,
    timeZoneDatabase: '2026a',
    changes: [],
    ...over,
  };
}

const report = (...args: Parameters<typeof aSnapshot>) => buildReport(aSnapshot(...args), 'hash');
const codes = (of: { notes: readonly { code: string }[] }) => of.notes.map((note) => note.code);
const main = (powerW: MeteredRegister['powerW']): MeteredRegister => ({ register: aRegister('m', 'main'), powerW });
const circuit = (powerW: MeteredRegister['powerW'], over = {}): MeteredRegister => ({
  register: aRegister('c', 'circuit', over),
  powerW,
});

describe('a month', () => {
  it('is the sum of its local days, the 25-hour day included', () => {
    const november = report('2026-11', () => [main(1000), circuit(400)]);

    expect(november.hours).toBe(721);
    expect(november.days).toHaveLength(30);
    expect(november.totals.consumption).toMatchObject({ quality: 'measured' });
    expect(november.totals.consumption.energyKWh).toBeCloseTo(721, 6);
    expect(november.totals.other.energyKWh).toBeCloseTo(721 * 0.6, 6);
    expect(november.coverage).toBe(1);
    expect(november.completeDays).toBe(30);
    expect(codes(november)).toContain('clock_change');
  });

  it('reads "at least" with a day missing, and is not turned by it', () => {
    const october = report('2026-10', (day) => (day.date === '2026-10-09' ? [] : [main(1000), circuit(400)]));

    expect(october.totals.consumption).toMatchObject({ quality: 'partial' });
    expect(october.totals.consumption.energyKWh).toBeCloseTo(30 * 24, 6);
    expect(october.totals.other.energyKWh).toBeCloseTo(30 * 24 * 0.6, 6);
    expect(october.completeDays).toBe(30);
    expect(october.notes).toContainEqual({ code: 'no_data', date: '2026-10-09', attention: true });
  });

  it('withholds the Other of the day that a silent hub turned, and keeps that of the month', () => {
    const october = report('2026-10', (day) => [
      main(2000),
      circuit((slot) => (day.date === '2026-10-09' && slot < 72 ? null : 1500), { hubId: 'hub2' }),
    ]);

    expect(october.days[8]?.totals.other).toEqual({ energyKWh: null, quality: 'missing' });
    expect(october.days[9]?.totals.other).toMatchObject({ quality: 'measured' });
    expect(october.totals.other).toMatchObject({ quality: 'partial' });
    expect(codes(october)).toContain('gap');
  });

  it('withholds the Other of a month in which a circuit was never heard', () => {
    const october = report('2026-10', () => [main(2000), { ...circuit(() => null), energyKWh: 0 }]);

    expect(october.totals.other).toEqual({ energyKWh: null, quality: 'missing' });
    expect(october.notes).toContainEqual({ code: 'withheld', total: 'other', uncertaintyKWh: null, attention: true });
    expect(october.notes).toContainEqual({ code: 'register_silent', label: 'Label of c', days: 31, attention: true });
    expect(october.totals.consumption.energyKWh).toBeCloseTo(31 * 48, 6);
  });

  it('counts a circuit from the day on that first knows it', () => {
    const added = { createdAt: '2026-10-10T05:00:00Z' };
    const october = report('2026-10', (day) => [main(1000), ...(day.date < '2026-10-10' ? [] : [circuit(400, added)])]);

    expect(october.registers[1]).toMatchObject({ quality: 'measured', coverage: 1 });
    expect(october.registers[1]?.energyKWh).toBeCloseTo(22 * 9.6, 6);
    expect(october.days[0]?.registers[1]).toMatchObject({ energyKWh: null, quality: 'not_applicable', coverage: null });
    expect(october.totals.other).toMatchObject({ quality: 'measured' });
    expect(codes(october)).toContain('register_added');
    expect(codes(october)).not.toContain('register_silent');
  });

  it('knows nothing of a month without a sample, and says so once', () => {
    const october = report('2026-10', () => []);

    expect(october.totals.consumption).toEqual({ energyKWh: null, quality: 'missing' });
    expect(codes(october).filter((code) => code === 'no_data')).toHaveLength(1);
  });
});

it('prints production as a positive amount and keeps the signs of mains', () => {
  const day = report('2026-11-19', () => [main(-500), { register: aRegister('s', 'production'), powerW: -1500 }]);

  expect(day.registers.map(({ role, energyKWh }) => [role, energyKWh])).toEqual([
    ['main', -12],
    ['production_register', 36],
  ]);
  expect(day.totals.consumption.energyKWh).toBeCloseTo(24, 9);
  expect(day.selfConsumptionShare).toBeCloseTo(24 / 36, 9);
  expect(day.selfSufficiencyShare).toBe(1);
});

it('speaks of measured circuits only where there are no mains', () => {
  const cafe = report('2026-11-19', () => [circuit(900)]);

  expect(cafe.hasMains).toBe(false);
  expect(cafe.totals.consumption.quality).toBe('not_applicable');
  expect(cafe.reconciliation.circuits.energyKWh).toBeCloseTo(21.6, 9);
  expect(codes(cafe)).toContain('no_mains');
});

it('names a negative Other', () => {
  const day = report('2026-11-19', () => [main(1000), circuit(1500)]);

  expect(day.totals.other.energyKWh).toBeCloseTo(-12, 9);
  expect(day.notes[0]).toMatchObject({ code: 'other_negative', attention: true });
});

it('lists what changed between revisions by more than 0.1 kWh and half a percent', () => {
  const before = report('2026-11-19', () => [main(1000), circuit(400)]);
  const after = report('2026-11-19', () => [main(1100), circuit(400.5)]);

  expect(changesBetween(before, after).map((change) => change.total ?? change.registerId)).toEqual([
    'consumption',
    'netGrid',
    'other',
    'gridImport',
    'm',
  ]);
  expect(changesBetween(before, before)).toEqual([]);
});

it('is a pure function of its snapshot', () => {
  const snapshot = aSnapshot('2026-10', () => [main(1000), circuit(400)]);

  expect(JSON.stringify(buildReport(structuredClone(snapshot), 'hash'))).toBe(
    JSON.stringify(buildReport(snapshot, 'hash')),
  );
});
