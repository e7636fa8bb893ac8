import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import {
  InvalidLocationError,
  SourceAccessError,
  SourceUnavailableError,
  UnexpectedPayloadError,
} from '../../../shared/errors.ts';
import { editing, type Row, row } from './metric-row.ts';
import { startTextureWorld } from './texture-world.ts';

describe('values of one site that come as several series', () => {
  it.each([
    [
      'of two devices',
      editing('grid-energy', ({ data }) => ({
        data: ['inverter-1', 'battery-1'].flatMap((deviceId) => data.map((one) => ({ ...one, deviceId }))),
      })),
    ],
    [
      'of a device beside the site',
      editing('grid-energy', ({ data }) => ({
        data: [...data, row({ ts: '2026-11-19T07:00:00Z', deviceId: 'inverter-1' })],
      })),
    ],
    ['by name', editing('generation', ({ meta }) => ({ meta: { ...meta, series: ['inverter-1', 'inverter-2'] } }))],
  ] satisfies [string, Fault][])('are never added up: %s', async (_, fault) => {
    const { readDay } = await startTextureWorld({ faults: [fault] });

    const error = await readDay().catch((reason) => reason);

    expect(error).toBeInstanceOf(InvalidLocationError);
    expect(error.message).toMatch(/its (grid-energy|generation) comes as 2 series .* not added up/);
  });

  it('leave the stored energy unknown and the day whole', async () => {
    const { readDay } = await startTextureWorld({
      faults: [editing('storage', ({ meta }) => ({ meta: { ...meta, series: ['battery-1', 'battery-2'] } }))],
    });

    const readings = await readDay();

    expect(readings.storedEnergyKWh).toBeUndefined();
    expect(readings.sampleCount).toBe(96);
  });

  it('are what devices tell when nobody asks for the site: the connection to the grid twice', async () => {
    const { simulator, sites } = await startTextureWorld();
    const query = `filterSiteId=${sites[0]?.site.id}&filterRangeAfter=2026-11-19T06:00:00Z&filterRangeBefore=2026-11-19T07:00:00Z`;

    const answer = await fetch(`${simulator.origin}/v1/metrics/grid-energy?${query}`, {
      headers: { 'texture-api-key': 'canary-texture-key' },
    });

    const { data } = (await answer.json()) as { data: { deviceId: string }[] };
    expect(new Set(data.map(({ deviceId }) => deviceId)).size).toBe(2);
  });
});

const also = (metric: string, over: Partial<Row>): Fault =>
  editing(metric, ({ data }) => ({ data: [...data, row(over)] }));

describe('a day that cannot be trusted', () => {
  it.each([
    ['in another unit', editing('grid-energy', ({ meta }) => ({ meta: { ...meta, unit: 'WATT' } })), /another unit/],
    [
      'in kWh by a new name',
      editing('consumption', ({ meta }) => ({ meta: { ...meta, unit: 'KILOWATT_HOURS' } })),
      /another unit/,
    ],
    ['of another site', also('grid-energy', { siteId: 'other' }), /another site/],
    ['off the quarter hours', also('production', { ts: '2026-11-19T18:05:00Z' }), /off the quarter hours/],
    ['with a bucket twice', also('grid-energy', {}), /there twice/],
    ['with a time that is none', also('generation', { ts: 'yesterday' }), /time that is none/],
    [
      'without a unit',
      { kind: 'edit', path: '/metrics/generation', edit: () => ({ data: [], meta: {} }) },
      /meta\.unit/,
    ],
    ['beyond belief', also('grid-energy', { v: 1e9 }), /more than/],
    ['in another shape', { kind: 'edit', path: '/metrics/grid-energy', edit: () => [] }, /unknown shape/],
    ['as a web page', { kind: 'html', path: '/metrics/grid-energy' }, /web page/],
    ['refused as a bad request', { kind: 'status', status: 400, path: '/metrics/grid-energy' }, /status 400/],
  ] as [string, Fault, RegExp][])('is refused: %s', async (_, fault, problem) => {
    const { readDay } = await startTextureWorld({ faults: [fault] });

    const error = await readDay().catch((reason) => reason);

    expect(error).toBeInstanceOf(UnexpectedPayloadError);
    expect(error.message).toMatch(problem);
  });

  it.each([
    [
      '429 with a wish',
      { kind: 'retry-after', status: 429, value: 30 },
      SourceUnavailableError,
      /429 and wants to be left alone for 30 s/,
    ],
    ['500', { kind: 'status', status: 500 }, SourceUnavailableError, /status 500/],
    ['502', { kind: 'status', status: 502 }, SourceUnavailableError, /status 502/],
    ['503', { kind: 'status', status: 503 }, SourceUnavailableError, /status 503/],
    ['401', { kind: 'status', status: 401 }, SourceAccessError, /METERPOST_TEXTURE_API_KEY/],
    ['403', { kind: 'status', status: 403 }, SourceAccessError, /METERPOST_TEXTURE_API_KEY/],
  ] as const)('is not one for %s', async (_, fault, kind, problem) => {
    const { readDay } = await startTextureWorld({ faults: [{ ...fault, path: '/metrics/production' }] });

    const error = await readDay().catch((reason) => reason);

    expect(error).toBeInstanceOf(kind);
    expect(error.message).toMatch(problem);
    expect(error.message).not.toContain('canary');
  });

  it('is read after all when the trouble passes', async () => {
    const { readDay, world } = await startTextureWorld({
      faults: [{ kind: 'retry-after', status: 429, value: 7, times: 1, path: '/metrics/grid-energy' }],
    });

    expect((await readDay()).sampleCount).toBe(96);
    expect(world.slept).toContain(7000);
  });
});
