import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../infra/local/simulator/faults/fault.ts';
import { wireAggregate, wireHistorical } from '../../../shared/adapters/curb-fleet/wire.ts';
import { startCurbWorld } from './curb-world.ts';
import { readScript } from './scripted-fleet.ts';

interface Body {
  start: unknown;
  end: unknown;
  resolution: unknown;
  next?: unknown;
  samples_count: unknown;
  registers: { id: unknown }[];
  results: { t: unknown; r: { w: unknown[] }; kwh: unknown; register: { id: unknown } }[];
}

/** Spoils a good answer in place. */
const spoil = (path: 'aggregate' | 'historical', change: (body: Body) => void): Fault => ({
  kind: 'edit',
  path,
  edit: (body) => {
    change(body as Body);
    return body;
  },
});

const first = <T>(list: T[]): T => list[0] ?? expect.fail('the answer has no entries');

describe('a broken answer about a day', () => {
  it.each<[string, Fault]>([
    ['another start', { kind: 'wrong-echo', shiftStartSeconds: 300 }],
    ['another end', { kind: 'wrong-echo', shiftEndSeconds: 1, path: 'aggregate' }],
    ['another end of the series', { kind: 'wrong-echo', shiftEndSeconds: 1, path: 'historical' }],
    ['another resolution', { kind: 'wrong-echo', resolution: 'h', path: 'historical' }],
    ['no start', spoil('aggregate', (body) => delete (body as Partial<Body>).start)],
    ['no end', spoil('historical', (body) => delete (body as Partial<Body>).end)],
    ['no resolution', spoil('aggregate', (body) => delete (body as Partial<Body>).resolution)],
    ['a start that is text', spoil('aggregate', (body) => Object.assign(body, { start: String(body.start) }))],
    ['too few values', { kind: 'array-length', by: -1 }],
    ['too many values', { kind: 'array-length', by: 1 }],
    ['one slot with too few values', spoil('historical', (body) => first(body.results).r.w.pop())],
    ['a slot twice', spoil('historical', (body) => body.results.push(first(body.results)))],
    ['a slot before the day', spoil('historical', (body) => shift(body, -300))],
    ['a slot after the day', spoil('historical', (body) => shift(body, 86_400))],
    ['a slot off the five minutes', spoil('historical', (body) => shift(body, 60))],
    ['a slot between two seconds', spoil('historical', (body) => shift(body, 0.5))],
    ['a further page', spoil('historical', (body) => Object.assign(body, { next: '?page=2' }))],
    ['a further page of energies', spoil('aggregate', (body) => Object.assign(body, { next: '/x' }))],
    ['an infinite energy', { kind: 'non-finite', field: 'kwh' }],
    ['an infinite power', { kind: 'non-finite', field: 'w' }],
    ['an infinite count', { kind: 'non-finite', field: 'samples_count' }],
    ['an impossible energy', spoil('aggregate', (body) => Object.assign(first(body.results), { kwh: 10_001 }))],
    [
      'an impossible negative energy',
      spoil('aggregate', (body) => Object.assign(first(body.results), { kwh: -1e300 })),
    ],
    ['an energy that is text', spoil('aggregate', (body) => Object.assign(first(body.results), { kwh: '12.5' }))],
    ['an impossible power', spoil('historical', (body) => first(body.results).r.w.splice(0, 1, 10_000_001))],
    ['a power that is text', spoil('historical', (body) => first(body.results).r.w.splice(0, 1, '944'))],
    ['a power that is true', spoil('historical', (body) => first(body.results).r.w.splice(0, 1, true))],
    ['a power that is a list', spoil('historical', (body) => first(body.results).r.w.splice(0, 1, [944]))],
    ['a negative count', spoil('aggregate', (body) => Object.assign(body, { samples_count: -1 }))],
    ['a count of halves', spoil('aggregate', (body) => Object.assign(body, { samples_count: 0.5 }))],
    ['no energy anywhere', { kind: 'missing-kwh' }],
    [
      'a register without an id',
      spoil('aggregate', (body) => Object.assign(first(body.results).register, { id: null })),
    ],
    ['a register twice', spoil('aggregate', (body) => body.results.push(first(body.results)))],
    [
      'a register twice in the series',
      spoil('historical', (body) => Object.assign(first(body.registers), { id: 'heat' })),
    ],
    ['a register without id', spoil('aggregate', (body) => Object.assign(first(body.results).register, { id: null }))],
    ['no registers in the series', spoil('historical', (body) => delete (body as Partial<Body>).registers)],
    ['no results', spoil('aggregate', (body) => delete (body as Partial<Body>).results)],
    ['a list of nothing for results', spoil('historical', (body) => Object.assign(body, { results: [null] }))],
    ['501 registers and Other', spoil('aggregate', (body) => lengthen(body.results, 502))],
    ['10,001 samples', spoil('historical', (body) => lengthen(body.results, 10_001))],
    ['a list for an answer', { kind: 'edit', path: 'aggregate', edit: () => [] }],
    ['an error in a good answer', { kind: 'edit', path: 'aggregate', edit: () => ({ error: 'try later' }) }],
    ['a web page', { kind: 'html', path: 'aggregate' }],
    ['nothing', { kind: 'empty-body', path: 'historical' }],
    ['half of it', { kind: 'truncated', path: 'historical' }],
    ['half of it and a cut', { kind: 'truncated', announced: 'full', path: 'historical' }],
    ['gigabytes', { kind: 'huge-body', path: 'historical' }],
    ['a bomb', { kind: 'gzip-bomb', path: 'historical' }],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:1/', path: 'aggregate' }],
  ])('is an error, not a figure: %s', async (_, fault) => {
    const { readDay } = await startCurbWorld({ faults: [fault] });
    await expect(readDay()).rejects.toMatchObject({
      name: 'UnexpectedPayloadError',
      retryable: true,
      message: expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:\d+\/api\/curb\/location\/[^?]+ \S/),
    });
  });

  it('is told apart from an unusual one', async () => {
    const { readDay } = await startCurbWorld({
      faults: [
        { kind: 'extremes-by-magnitude' },
        { kind: 'content-type', contentType: 'text/html', path: 'metadata' },
        spoil('aggregate', (body) => {
          Object.assign(body, { next: null, hubs: 'none', extra: {} });
          Object.assign(first(body.results), { avg: 'x', min: null, sum: 1e300 });
        }),
        spoil('historical', (body) => Object.assign(body, { count: 7 })),
      ],
    });
    expect(await readDay()).toMatchObject({ sampleCount: 576, remarks: [] });
  });

  it('has no negative zeros, which a table would print with a sign', async () => {
    const registers = [{ id: 'r', circuit_type: 'consumption', installation: 'a' }];
    const readings = await readScript(
      {
        metadata: {},
        hubs: ['a'],
        registers,
        aggregate: { samples_count: 1, results: [{ kwh: '-0', register: registers[0] }] },
        historical: { registers, results: [{ t: 1_600_160_400, r: { w: ['-0'] } }] },
      },
      1_600_160_400,
      1_600_160_700,
    );
    expect(readings.energyKWhByRegister.get('r')).toBe(0);
    expect(readings.power?.wattsByRegister.get('r')?.[0]).toBe(0);
  });
});

describe('the shape of an answer', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 2 ** 53, 1e4, -1e4, 1e7, -1e7, 1e308));

  test.prop([number])('lets through energies that a register can have measured, and no others', (kwh) => {
    const answer = { start: 0, end: 1, resolution: '5m', results: [{ kwh, register: { id: 'r' } }] };
    expect(wireAggregate.safeParse(answer).success).toBe(Math.abs(kwh) <= 10_000);
  });

  test.prop([fc.array(fc.oneof(number, fc.constant(null), fc.string()), { maxLength: 5 })])(
    'lets through powers that a register can have had, and no others',
    (w) => {
      const answer = { start: 0, end: 1, resolution: '5m', registers: [], results: [{ t: 0, r: { w } }] };
      const isPossible = (value: unknown) => value === null || (typeof value === 'number' && Math.abs(value) <= 10e6);
      expect(wireHistorical.safeParse(answer).success).toBe(w.every(isPossible));
    },
  );

  test.prop([fc.jsonValue()])('survives whatever JSON comes', (json) => {
    for (const schema of [wireAggregate, wireHistorical]) expect(() => schema.safeParse(json)).not.toThrow();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

function shift(body: Body, seconds: number): void {
  const slot = first(body.results);
  slot.t = Number(slot.t) + seconds;
}

function lengthen(list: unknown[], length: number): void {
  while (list.length < length) list.push(list[0]);
}
