import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { summariseDay } from '../../../shared/domain/energy/summarise-day.ts';
import { dayIn, HOUSE, startCurbWorld } from './curb-world.ts';

const DAY = dayIn('America/Chicago', '2026-11-19');
type Listed = { results: Record<string, unknown>[]; count: number };

const edit = (path: string | RegExp, change: (body: Listed) => void, limits: { skip?: number; times?: number } = {}) =>
  ({
    kind: 'edit',
    path,
    ...limits,
    edit: (body) => {
      change(body as Listed);
      return body;
    },
  }) satisfies Fault;

const drop = (id: string) => (body: Listed) => {
  body.results = body.results.filter((register) => register['id'] !== id);
  body.count = body.results.length;
};

describe('a register that no list names', () => {
  it('is looked for once more, and found', async () => {
    const { source, simulator } = await startCurbWorld({ faults: [edit(/register$/, drop('oven'), { times: 1 })] });
    const reader = await source.openLocation(HOUSE);
    const readings = await reader.readDay(DAY);
    expect(readings.remarks).toEqual([]);
    expect(readings.registers.find(({ id }) => id === 'oven')).toMatchObject({ label: 'Oven', hubId: 'huba' });
    expect(simulator.requests.count(/register$/)).toBe(2);
  });

  it('goes by its flags when it is nowhere, and is asked for only once', async () => {
    const faults = [edit(/register$/, drop('oven')), edit(/register$/, drop('roof'))];
    const { source, simulator } = await startCurbWorld({ faults });
    const reader = await source.openLocation(HOUSE);
    for (let time = 0; time < 3; time += 1) {
      const readings = await reader.readDay(DAY);
      expect(new Set(readings.remarks)).toEqual(
        new Set([
          { code: 'register_unknown', registerId: 'roof' },
          { code: 'register_unknown', registerId: 'oven' },
        ]),
      );
      expect(readings.registers.find(({ id }) => id === 'oven')).toEqual({
        id: 'oven',
        label: 'Oven',
        role: 'circuit',
        measuresGrid: false,
        hubId: null,
        createdAt: null,
      });
      expect(readings.registers.find(({ id }) => id === 'roof')).toMatchObject({
        role: 'production',
        measuresGrid: true,
      });
      expect(readings.energyKWhByRegister.get('oven')).toBeCloseTo(14.4, 9);
      expect(readings.power?.wattsByRegister.get('roof')?.[0]).toBe(-2100);
    }
    expect(simulator.requests.count(/register$/)).toBe(2);
  });

  it('may be in the energies only', async () => {
    const { readDay } = await startCurbWorld({ faults: [{ kind: 'unknown-register', id: 'new', energyKWh: 2.4 }] });
    const readings = await readDay();
    expect(readings.remarks).toEqual([{ code: 'register_unknown', registerId: 'new' }]);
    expect(readings.energyKWhByRegister.get('new')).toBe(2.4);
    expect(readings.power?.wattsByRegister.has('new')).toBe(false);
  });

  it('is asked for again by the next day when asking failed', async () => {
    const faults: Fault[] = [
      { kind: 'unknown-register', id: 'new' },
      { kind: 'status', status: 501, path: /register$/, skip: 1, times: 1 },
    ];
    const { source } = await startCurbWorld({ faults });
    const reader = await source.openLocation(HOUSE);
    await expect(reader.readDay(DAY)).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect((await reader.readDay(DAY)).remarks).toEqual([{ code: 'register_unknown', registerId: 'new' }]);
  });
});

describe('the virtual Other', () => {
  it.each([
    ['by its mark', { id: 'x-1', label: 'Rest', other: true }],
    ['by its id', { id: '__OTHER__', label: 'Rest' }],
    ['by its label, under an id that is not listed', { id: 'x-2', label: 'Other' }],
  ])('is known %s', async (_, register) => {
    const faults = [edit('aggregate', ({ results }) => results.splice(-1, 1, { kwh: 3.5, register }))];
    const { readDay, simulator } = await startCurbWorld({ faults });
    const readings = await readDay();
    expect(readings.sourceOtherKWh).toBe(3.5);
    expect(readings.registers).toHaveLength(6);
    expect(readings.remarks).toEqual([]);
    expect(simulator.requests.count(/register$/)).toBe(1);
  });

  it('is no circuit that somebody called Other', async () => {
    const faults: Fault[] = [
      { kind: 'label', of: 'register', label: 'Other' },
      { kind: 'other-row', formula: 'omitted' },
    ];
    const { readDay } = await startCurbWorld({ faults });
    const readings = await readDay();
    expect(readings.sourceOtherKWh).toBeUndefined();
    expect(readings.registers).toHaveLength(6);
    expect(readings.registers.every(({ label }) => label === 'Other')).toBe(true);
  });

  it.each([{ other: true, id: null }, { other: null }])('needs no id of its own: %j', async (row) => {
    const withoutId = edit('aggregate', (body) => {
      const { results } = body as unknown as { results: object[] };
      results.push({ kwh: 3.12, register: { label: 'Other', ...row } });
    });
    const { readDay } = await startCurbWorld({ faults: [{ kind: 'other-row', formula: 'omitted' }, withoutId] });
    const readings = await readDay();
    expect(readings.sourceOtherKWh).toBe(3.12);
    expect(readings.remarks).toEqual([]);
  });

  it('is left aside in the series', async () => {
    const addOther = edit('historical', (body) => {
      const series = body as unknown as { registers: object[]; results: { r: { w: number[] } }[] };
      series.registers.unshift({ id: '__OTHER__', label: 'Other', other: true });
      for (const { r } of series.results) r.w.unshift(130);
    });
    const { readDay } = await startCurbWorld({ faults: [addOther] });
    const { power } = await readDay();
    expect([...(power?.wattsByRegister.keys() ?? [])].sort()).toEqual(['cell', 'heat', 'main', 'oven', 'roof', 'shed']);
    expect(power?.wattsByRegister.get('oven')?.[0]).toBe(600);
  });

  it.each(['literal', 'wrong', 'omitted'] as const)('is passed on as it is: %s', async (formula) => {
    const { readDay } = await startCurbWorld({ faults: [{ kind: 'other-row', formula }] });
    const facts = summariseDay(await readDay(), DAY.end);
    expect(facts.totals.other.energyKWh).toBeCloseTo(3.12, 6);
    expect(facts.otherBasis).toBe(
      { literal: 'computed_source_is_literal', wrong: 'computed_source_differs', omitted: 'computed_source_silent' }[
        formula
      ],
    );
  });
});

describe('the wiring of a location', () => {
  it('has no mains where its metadata says so', async () => {
    const { readDay } = await startCurbWorld({
      faults: [edit('metadata', (body) => Object.assign(body, { mains: false }))],
    });
    const readings = await readDay();
    expect(readings.registers.map(({ role }) => role)).not.toContain('main');
    expect(readings.energyKWhByRegister.has('main')).toBe(false);
    const { totals } = summariseDay(readings, DAY.end);
    for (const name of ['consumption', 'netGrid', 'other'] as const)
      expect(totals[name].quality).toBe('not_applicable');
    expect(totals.production.energyKWh).toBeCloseTo(72, 6);
  });

  it('has the mains that are listed where its metadata says nothing', async () => {
    for (const fault of [
      edit('metadata', (body) => Object.assign(body, { mains: null })),
      { kind: 'status', status: 404, path: 'metadata' } as const,
    ]) {
      const { readDay } = await startCurbWorld({ faults: [fault] });
      expect((await readDay()).registers.map(({ role }) => role)).toContain('main');
    }
  });

  it('expects the hubs that are installed, not those that a day has heard', async () => {
    const { readDay } = await startCurbWorld({ faults: [{ kind: 'silent-hub', hub: 'hubb', isListed: false }] });
    expect(await readDay()).toMatchObject({ hubIds: ['huba', 'hubb'], sampleCount: 288 });
  });

  it('expects a hub that registers name where the metadata counts one more than are installed', async () => {
    const forgotten = edit(/installation$/, (body) => {
      body.results.pop();
    });
    const { readDay } = await startCurbWorld({ faults: [forgotten] });
    expect((await readDay()).hubIds).toEqual(['huba', 'hubb']);
    const countsOne = edit('metadata', (body) => Object.assign(body, { installations_count: 1 }));
    const other = await startCurbWorld({ faults: [forgotten, countsOne] });
    expect((await other.readDay()).hubIds).toEqual(['huba']);
  });

  it('takes registers by their flags where the types are new, and keeps those without a label', async () => {
    const faults = [
      edit(/register$/, ({ results }) => {
        for (const register of results)
          Object.assign(register, { circuit_type: 'v9', label: null, installation: null });
      }),
    ];
    const { readDay } = await startCurbWorld({ faults });
    const { registers } = await readDay();
    expect(registers.map(({ id, label, role, measuresGrid }) => [id, label, role, measuresGrid])).toEqual([
      ['main', 'main', 'main', true],
      ['roof', 'roof', 'production', true],
      ['oven', 'oven', 'circuit', false],
      ['shed', 'shed', 'production', false],
      ['cell', 'cell', 'battery', false],
      ['heat', 'heat', 'circuit', false],
    ]);
  });

  it.each<[string, Fault]>([
    ['cannot be classified', edit(/register$/, ({ results }) => results.push({ id: 'x', label: 'X' }))],
    ['has no id', edit(/register$/, ({ results }) => results.push({ circuit_type: 'main' }))],
    [
      'is on a page that cannot be read',
      edit(/register$/, (body) => Object.assign(body, { next: '//other.example/' })),
    ],
    ['is not there at all', { kind: 'status', status: 404, path: /register$/ }],
    ['has a hub without a name', edit(/installation$/, ({ results }) => results.push({ hub: null }))],
  ])('is not guessed when a part of it %s', async (_, fault) => {
    const { readDay } = await startCurbWorld({ faults: [fault] });
    await expect(readDay()).rejects.toMatchObject({ name: 'UnexpectedPayloadError' });
  });

  it('is read again after it could not be', async () => {
    const { source } = await startCurbWorld({ faults: [{ kind: 'status', status: 501, path: 'metadata', times: 1 }] });
    const reader = await source.openLocation(HOUSE);
    await expect(reader.readDay(DAY)).rejects.toMatchObject({ name: 'SourceUnavailableError' });
    expect((await reader.readDay(DAY)).sampleCount).toBe(576);
  });

  it('follows the pages of long lists', async () => {
    const { readDay } = await startCurbWorld({ pageSize: 1 });
    const readings = await readDay();
    expect(readings.registers).toHaveLength(6);
    expect(readings.hubIds).toEqual(['huba', 'hubb']);
  });
});
