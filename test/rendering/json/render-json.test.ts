import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TOTAL_NAMES } from '../../../shared/domain/energy/day-facts.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import { renderJson } from '../../../shared/rendering/json/render-json.ts';
import { anyReport } from '../../support/report-arbitrary.ts';
import { aReport } from '../../support/report-builder.ts';
import { A_FACTOR, EVERYTHING } from '../../support/tariff-builder.ts';

const schemaText = readFileSync(new URL('../../../shared/rendering/json/report.schema.json', import.meta.url), 'utf8');
const described = z.fromJSONSchema(JSON.parse(schemaText));
const textOf = (report: Report) => new TextDecoder('utf-8', { fatal: true }).decode(renderJson(report));
const parsed = (report: Report) => JSON.parse(textOf(report)) as Record<string, unknown>;

describe('report.json', () => {
  it('is indented, ends in a newline and is the same every time', () => {
    const report = aReport({ period: '2026-11-19' });
    expect(textOf(report)).toMatch(/^\{\n {2}"schema": 1,\n[\s\S]*\n\}\n$/);
    expect(textOf(report)).toBe(textOf(aReport({ period: '2026-11-19' })));
  });

  it('is what its schema describes, for every report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(described.safeParse(parsed(report)).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused by its schema when a figure turns into text or a key is lost', () => {
    const good = parsed(aReport({ period: '2026-11-19' }));
    expect(described.safeParse({ ...good, coverage: '1' }).success).toBe(false);
    expect(described.safeParse({ ...good, totals: { consumptionKWh: 1 } }).success).toBe(false);
    expect(described.safeParse({ ...good, start: '2026-11-19 06:00' }).success).toBe(false);
    const { days: _, ...withoutDays } = good;
    expect(described.safeParse(withoutDays).success).toBe(false);
  });

  it('says nothing that its schema does not describe', () => {
    const silences = [{ date: '2026-11-19', fromHour: 2, toHour: 3 }];
    const changes = [{ total: 'consumption', registerId: null, label: null, beforeKWh: 1, afterKWh: 2 }] as const;
    const more = { compared: {}, tariff: EVERYTHING, emissionFactor: A_FACTOR };
    const week = parsed(aReport({ period: '2026-W47', house: { silences }, revision: 2, changes, ...more }));
    expect(undescribed(week, JSON.parse(schemaText), JSON.parse(schemaText))).toEqual([]);
    const sourceEmissions = { kgCO2: 2, method: 'marginal', publisher: 'WattTime' } as const;
    const alerts = [{ id: 'a1', severity: 'info', title: 'Door open', fromMs: Date.UTC(2026, 10, 18), toMs: null }];
    const devices = { hasBattery: true, readsDevices: true, circuits: [], sourceEmissions, alerts };
    const day = parsed(aReport({ period: '2026-11-18', house: devices, ...more }));
    expect(undescribed(day, JSON.parse(schemaText), JSON.parse(schemaText))).toEqual([]);
    expect(undescribed({ ...day, cost: { colour: 1 } }, JSON.parse(schemaText), JSON.parse(schemaText))).toEqual([
      '.cost.colour',
    ]);
  });

  it('holds every energy in full, unknown ones as null', () => {
    const report = aReport({
      period: '2026-11-01',
      house: { hasBattery: true, silences: [{ date: '2026-11-01', fromHour: 3, toHour: 9 }] },
    });
    const json = parsed(report) as { totals: Record<string, number | null>; days: Record<string, unknown>[] };
    for (const name of TOTAL_NAMES) {
      expect(json.totals[`${name}KWh`]).toBe(report.totals[name].energyKWh);
      expect(json.days[0]?.[`${name}KWh`]).toBe(report.days[0]?.totals[name].energyKWh);
    }
    const empty = parsed(aReport({ period: '2026-11-01', house: { silences: [{ date: '2026-11-01' }] } }));
    expect(empty).toMatchObject({
      totals: { consumptionKWh: null, productionKWh: null },
      totalsQuality: { battery: 'not_applicable' },
    });
  });

  it('writes instants in UTC and dates as the place has them', () => {
    expect(parsed(aReport({ period: '2026-11-20', timeZone: 'Asia/Kathmandu' }))).toMatchObject({
      start: '2026-11-19T18:15:00Z',
      end: '2026-11-20T18:15:00Z',
      days: [{ date: '2026-11-20', hours: 24 }],
    });
  });

  it('tells notes by code and in words', () => {
    const report = parsed(aReport({ period: '2026-11-01', provisional: true }));
    expect(report['notes']).toContainEqual({
      code: 'provisional',
      text: expect.stringContaining('provisional'),
      attention: true,
    });
    expect(report['notes']).toContainEqual(expect.objectContaining({ code: 'clock_change', date: '2026-11-01' }));
  });

  it('says null of what nobody asked for', () => {
    const plain = parsed(aReport({ period: '2026-11-19' }));
    expect(plain).toMatchObject({ comparisons: null, typicalDay: null, cost: null, emissions: null });
  });

  it('has comparisons, the typical day, money in minor units and emissions as data', () => {
    const wishes = { period: '2026-11-19', compared: {}, tariff: EVERYTHING, emissionFactor: A_FACTOR } as const;
    const report = aReport(wishes);
    const json = parsed(report);
    expect(json).toMatchObject({
      comparisons: [{ comparedWith: 'week_before', period: '2026-11-12', consumption: { comparable: true } }],
      typicalDay: { weekday: 4, consumption: { comparable: true, otherDays: 8 } },
      cost: { estimated: true, currency: { code: 'USD', digits: 2 }, effectiveFrom: ['2026-11-19'] },
      emissions: { factor: { year: 2024 }, imported: { quality: 'measured' }, avoided: { quality: 'measured' } },
    });
    expect(json['cost']).toEqual(report.cost);
    expect(json['notes']).toContainEqual(expect.objectContaining({ code: 'cost_estimate', attention: false }));
    expect(json['notes']).toContainEqual(expect.objectContaining({ code: 'emissions_estimate', attention: false }));
  });

  it('keeps names as the source has them, whatever they are', () => {
    const label = 'lone \uD800 "quote" \u2028 </script>';
    const report = aReport({ period: '2026-11-19', label });
    expect(parsed(report)).toMatchObject({ location: { label } });
  });
});

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  $defs?: Record<string, Schema>;
};

/** Paths of keys that the schema has no property for. */
function undescribed(value: unknown, schema: Schema, root: Schema, path = ''): string[] {
  const named = (some: Schema | undefined) =>
    some?.$ref === undefined ? some : root.$defs?.[some.$ref.replace('#/$defs/', '')];
  const here =
    named(schema)
      ?.anyOf?.map(named)
      .find((option) => option?.properties !== undefined) ?? named(schema);
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => undescribed(item, here?.items ?? {}, root, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const property = here?.properties?.[key];
    return property === undefined ? [`${path}.${key}`] : undescribed(inner, property, root, `${path}.${key}`);
  });
}
