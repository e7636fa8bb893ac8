import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../shared/domain/time/instant.ts';
import { DECIMAL_COMMA } from '../../../shared/rendering/csv/csv-profile.ts';
import { renderCsv } from '../../../shared/rendering/csv/render-csv.ts';
import { readCsv, readCsvRecords } from '../../support/csv-reader.ts';
import { HOSTILE_LABELS } from '../../support/hostile-labels.ts';
import { anyReport } from '../../support/report-arbitrary.ts';
import { aReport } from '../../support/report-builder.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const records = (...wishes: Parameters<typeof aReport>) =>
  readCsvRecords(textOf(renderCsv(aReport(...wishes))).slice(1));

describe('report.csv', () => {
  it('has a byte order mark, one header line, CRLF ends and the columns in their order', () => {
    const text = textOf(renderCsv(aReport({ period: '2026-11-19' })));
    expect(
      text.startsWith(
        '\uFEFFlocation_id,location,timezone,kind,period,date,day_start,day_end,day_hours,role,register_id,label,energy_kwh,coverage,quality\r\n',
      ),
    ).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  });

  it('has one row for each local day and line, totals first', () => {
    const rows = records({ period: '2026-W47', house: { hasBattery: true } });
    const roles = [
      'consumption',
      'production',
      'net_grid',
      'battery',
      'other',
      'main',
      'main',
      ...new Array<string>(5).fill('circuit'),
    ];
    expect(rows.filter((row) => row['date'] === '2026-11-18').map((row) => row['role'])).toEqual([
      ...roles,
      'production_register',
      'battery_register',
    ]);
    expect(rows).toHaveLength(7 * 14);
    expect(new Set(rows.map((row) => `${row['kind']} ${row['period']}`))).toEqual(new Set(['weekly 2026-W47']));
  });

  it('names a cycle as the archive does', () => {
    expect(records({ period: '2026-10-15/2026-11-14' })[0]).toMatchObject({
      kind: 'cycle',
      period: '2026-10-15_2026-11-14',
    });
  });

  it.each([
    ['2026-03-08', 'America/Chicago', '2026-03-08T00:00:00-06:00', '2026-03-09T00:00:00-05:00', '23'],
    ['2026-11-01', 'America/Chicago', '2026-11-01T00:00:00-05:00', '2026-11-02T00:00:00-06:00', '25'],
    ['2026-10-04', 'Australia/Lord_Howe', '2026-10-04T00:00:00+10:30', '2026-10-05T00:00:00+11:00', '23.5'],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-05T00:00:00+11:00', '2026-04-06T00:00:00+10:30', '24.5'],
    ['2026-11-20', 'Asia/Kathmandu', '2026-11-20T00:00:00+05:45', '2026-11-21T00:00:00+05:45', '24'],
  ])('%s in %s runs from %s to %s, %s hours', (period, timeZone, start, end, hours) => {
    const [row] = records({ period, timeZone });
    expect(row).toMatchObject({ date: period, timezone: timeZone, day_start: start, day_end: end, day_hours: hours });
    expect((parseInstant(end) - parseInstant(start)) / 3_600_000).toBe(Number(hours));
  });

  it('leaves what is not known empty, never zero, and says why', () => {
    const rows = records({ period: '2026-11-19', house: { silences: [{ date: '2026-11-19' }] } });
    expect(new Set(rows.map((row) => row['energy_kwh']))).toEqual(new Set(['']));
    expect(rows.find((row) => row['role'] === 'consumption')).toMatchObject({ coverage: '0', quality: 'missing' });
    expect(rows.find((row) => row['role'] === 'battery')).toMatchObject({ coverage: '', quality: 'not_applicable' });
    const withoutMains = records({ period: '2026-11-19', house: { hasMains: false } });
    const silent = withoutMains.filter((row) => row['quality'] === 'not_applicable').map((row) => row['role']);
    expect(silent).toEqual(['consumption', 'net_grid', 'battery', 'other']);
  });

  it('signs as promised: amounts positive, grid and battery by their direction', () => {
    const rows = records({ period: '2026-06-21', house: { hasBattery: true, size: 0.3, circuits: ['Fridge'] } });
    const kWh = (role: string) => Number(rows.find((row) => row['role'] === role)?.['energy_kwh']);
    expect(kWh('production')).toBeGreaterThan(0);
    expect(kWh('production_register')).toBe(kWh('production'));
    expect(kWh('battery_register')).toBe(kWh('battery'));
    const mains = rows.filter((row) => row['role'] === 'main').reduce((sum, row) => sum + Number(row['energy_kwh']), 0);
    expect(mains).toBeCloseTo(kWh('net_grid'), 5);
    expect(kWh('consumption')).toBeCloseTo(kWh('net_grid') + kWh('production') - kWh('battery'), 2);
  });

  it('holds every figure of every report to the milliwatt-hour', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = readCsvRecords(textOf(renderCsv(report)).slice(1));
        const expected = report.days.flatMap((day) => [
          ...[day.totals.consumption, day.totals.production, day.totals.netGrid, day.totals.battery, day.totals.other],
          ...day.registers,
        ]);
        expect(rows).toHaveLength(expected.length);
        for (const [index, row] of rows.entries()) {
          const figure = expected[index];
          expect(row['quality']).toBe(figure?.quality);
          if (figure?.energyKWh === null) expect(row['energy_kwh']).toBe('');
          else
            expect(Math.abs(Number(row['energy_kwh']) - (figure?.energyKWh ?? Number.NaN))).toBeLessThanOrEqual(6e-7);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps its shape whatever the names are', () => {
    const circuits = HOSTILE_LABELS.slice(0, 500);
    const text = textOf(
      renderCsv(aReport({ period: '2026-11-19', label: '=1,";\r\n', house: { circuits, resolutionSeconds: 3600 } })),
    );
    const rows = readCsvRecords(text.slice(1));
    expect(rows.filter((row) => row['role'] === 'circuit')).toHaveLength(500);
    expect(rows[0]?.['location']).toBe('\'=1,";');
    expect(text.length).toBeLessThan(300_000);
  });

  it('can be written for spreadsheets with a decimal comma', () => {
    const report = aReport({ period: '2026-11-19' });
    const rows = readCsv(textOf(renderCsv(report, DECIMAL_COMMA)).slice(1), ';');
    const energies = rows.slice(1).map((row) => row[12] ?? '');
    expect(energies.some((cell) => /^-?\d+,\d+$/.test(cell))).toBe(true);
    expect(energies.some((cell) => cell.includes('.'))).toBe(false);
  });
});
