import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { dayIn, HOUSE, instant, startCurbWorld } from './curb-world.ts';

const DAY = dayIn('America/Chicago', '2026-11-19');
const NOON_EPOCH_SECONDS = DAY.start / 1000 + 12 * 3600;

const readWith = async (...faults: Fault[]) => (await startCurbWorld({ faults })).readDay();
const missing = (readings: DayReadings, id: string) =>
  readings.power?.wattsByRegister.get(id)?.filter((powerW) => Number.isNaN(powerW)).length;

const NOTHING_KNOWN = {
  sampleCount: 0,
  sourceOtherKWh: null,
  hubIds: ['huba', 'hubb'],
  remarks: [{ code: 'no_data' }],
  energyKWhByRegister: new Map(['main', 'roof', 'oven', 'shed', 'cell', 'heat'].map((id) => [id, null])),
};

describe('data that is missing', () => {
  it('is NaN in the slots of a hub that was silent, and counted', async () => {
    const readings = await readWith({ kind: 'silent-hub', hub: 'hubb', toEpochSeconds: NOON_EPOCH_SECONDS });
    expect(readings.sampleCount).toBe(288 + 144);
    expect([missing(readings, 'heat'), missing(readings, 'oven')]).toEqual([144, 0]);
    expect(Number.isNaN(readings.power?.wattsByRegister.get('heat')?.[143])).toBe(true);
    expect(readings.power?.wattsByRegister.get('heat')?.[144]).toBe(1500);
  });

  it('is NaN in slots that do not appear at all', async () => {
    const readings = await readWith(
      { kind: 'silent-hub', hub: 'huba', toEpochSeconds: NOON_EPOCH_SECONDS },
      { kind: 'silent-hub', hub: 'hubb', toEpochSeconds: NOON_EPOCH_SECONDS },
    );
    expect(readings.sampleCount).toBe(288);
    expect([missing(readings, 'heat'), missing(readings, 'oven')]).toEqual([144, 144]);
  });

  it('is an unknown energy where a register is silent, absent or without a figure', async () => {
    const silent: Fault = { kind: 'silent-register', register: 'oven' };
    for (const as of ['null', 'omitted'] as const) {
      const readings = await readWith(silent, { kind: 'empty-rows', as });
      expect(readings.energyKWhByRegister.get('oven')).toBeNull();
      expect(readings.energyKWhByRegister.get('heat')).toBeCloseTo(36, 9);
      expect(missing(readings, 'oven')).toBe(288);
    }
    const readings = await readWith({ kind: 'missing-kwh', register: 'oven' });
    expect(readings.energyKWhByRegister.get('oven')).toBeNull();
    expect(readings.energyKWhByRegister.get('heat')).toBeCloseTo(36, 9);
  });

  it.each(['null', 'omitted', 'zero'] as const)('is all there is when every hub was silent (rows: %s)', async (as) => {
    const readings = await readWith(
      { kind: 'silent-hub', hub: 'huba' },
      { kind: 'silent-hub', hub: 'hubb' },
      { kind: 'empty-rows', as },
    );
    expect(readings).toMatchObject({
      ...NOTHING_KNOWN,
      remarks: [
        { code: 'no_data' },
        { code: 'hub_silent', hubId: 'huba', lastHeardMs: 0 },
        { code: 'hub_silent', hubId: 'hubb', lastHeardMs: 0 },
      ],
    });
    expect(missing(readings, 'oven')).toBe(288);
  });

  it('is all there is when the results are empty, whatever the count says', async () => {
    const readings = await readWith({ kind: 'empty-results' });
    expect(readings).toMatchObject(NOTHING_KNOWN);
  });

  it('is all there is when there is no aggregate', async () => {
    const readings = await readWith({ kind: 'status', status: 404, path: 'aggregate' });
    expect(readings).toMatchObject({ ...NOTHING_KNOWN, power: null });
    expect(summariseDay(readings, DAY.end)).toMatchObject({ quality: 'missing', coverage: 0 });
  });

  it('is the series alone when there is no historical', async () => {
    const readings = await readWith({ kind: 'status', status: 404, path: 'historical' });
    expect(readings).toMatchObject({ power: null, sampleCount: 576, remarks: [] });
    expect(readings.energyKWhByRegister.get('oven')).toBeCloseTo(14.4, 9);
  });

  it('is an error when historical cannot be read: the day would be taken for whole', async () => {
    const { readDay } = await startCurbWorld({ faults: [{ kind: 'status', status: 500, path: 'historical' }] });
    await expect(readDay()).rejects.toMatchObject({ name: 'SourceUnavailableError', retryable: true });
  });

  it('is never a zero in the facts that come of it', async () => {
    for (const as of ['null', 'omitted', 'zero'] as const) {
      const readings = await readWith({ kind: 'silent-hub', hub: 'hubb' }, { kind: 'empty-rows', as });
      const facts = summariseDay(readings, DAY.end);
      expect(facts.registers.find(({ id }) => id === 'heat')).toMatchObject({ energyKWh: null, quality: 'missing' });
      expect(facts.registers.find(({ id }) => id === 'oven')).toMatchObject({ quality: 'measured', coverage: 1 });
      expect(facts).toMatchObject({ coverage: 0.5, quality: 'partial' });
    }
  });
});

describe('a hub that has gone silent', () => {
  const since = instant('2026-11-19T20:00:00Z') / 1000;
  const silent: Fault = { kind: 'silent-hub', hub: 'hubb', fromEpochSeconds: since };

  it('is named together with when it was last heard, and asked about once', async () => {
    const { source, simulator } = await startCurbWorld({ faults: [silent] });
    const reader = await source.openLocation(HOUSE);
    const remark = { code: 'hub_silent', hubId: 'hubb', lastHeardMs: since * 1000 };
    expect((await reader.readDay(DAY)).remarks).toEqual([remark]);
    expect((await reader.readDay(DAY)).remarks).toEqual([remark]);
    expect(simulator.requests.count('hub_connectivity')).toBe(2);
  });

  it('is not asked about when nothing is missing', async () => {
    const { source, simulator } = await startCurbWorld({ faults: [silent] });
    const reader = await source.openLocation(HOUSE);
    expect((await reader.readDay(dayIn('America/Chicago', '2026-11-18'))).remarks).toEqual([]);
    expect(simulator.requests.count('hub_connectivity')).toBe(0);
  });

  it('was not silent when it has been heard since', async () => {
    const readings = await readWith({ ...silent, toEpochSeconds: since + 3600 });
    expect(readings).toMatchObject({ sampleCount: 576 - 12, remarks: [] });
  });

  it.each<[string, Fault]>([
    ['fails', { kind: 'status', status: 500, path: 'hub_connectivity' }],
    ['is refused', { kind: 'status', status: 403, path: 'hub_connectivity' }],
    ['is a web page', { kind: 'html', path: 'hub_connectivity' }],
    [
      'is nonsense',
      {
        kind: 'edit',
        path: 'hub_connectivity',
        edit: () => ({ last_post_diagnostics: 'yesterday', ip_address: '192.0.2.1' }),
      },
    ],
  ])('is not named when the answer about it %s', async (_, fault) => {
    const readings = await readWith(silent, fault);
    expect(readings.remarks).toEqual([]);
    expect(readings.sampleCount).toBeLessThan(576);
  });

  it('is kept without its network address', async () => {
    const readings = await readWith(silent);
    expect(JSON.stringify(readings)).not.toContain('192.0.2.');
  });
});
