import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkShape } from '../../../shared/adapters/http/check-shape.ts';
import { UnexpectedPayloadError } from '../../../shared/errors.ts';

const SCHEMA = z.object({
  label: z.string().max(5).optional(),
  rows: z.array(z.object({ kwh: z.number().min(-10).max(10) })),
});

describe('checkShape', () => {
  it('gives the value without the keys that nobody asked for', () => {
    const json: unknown = JSON.parse(
      '{"rows":[{"kwh":1,"x":2}],"__proto__":{"polluted":1},"constructor":{"prototype":{}}}',
    );
    const value = checkShape(SCHEMA, json, 'GET x');
    expect(value).toEqual({ rows: [{ kwh: 1 }] });
    expect(Object.keys(value)).toEqual(['rows']);
    expect('polluted' in {}).toBe(false);
    expect('polluted' in value).toBe(false);
  });

  it.each([
    ['{"rows":[{"kwh":"Ada"}]}', 'rows[0].kwh: expected number'],
    ['{"rows":[{"kwh":1e400}]}', 'rows[0].kwh: expected number'],
    ['{"rows":[{"kwh":11}]}', 'rows[0].kwh: more than 10'],
    ['{"rows":[{"kwh":-11}]}', 'rows[0].kwh: less than -10'],
    ['{"label":"Ada Lovelace","rows":[]}', 'label: more than 5'],
    ['[]', 'the whole: expected object'],
    ['null', 'the whole: expected object'],
    ['{"rows":[{},{},{},{},{}]}', '; and 2 more'],
  ])('names the place in %s, and never a value', (text, problem) => {
    const check = () => checkShape(SCHEMA, JSON.parse(text), 'GET https://api.example/x');
    expect(check).toThrow(UnexpectedPayloadError);
    expect(check).toThrow(`GET https://api.example/x answered in an unknown shape: `);
    expect(check).toThrow(problem);
    expect(check).not.toThrow(/Ada/);
  });

  it('does not show keys that the answer chose', () => {
    const schema = z.record(z.string(), z.number());
    expect(() => checkShape(schema, { 'Ada Lovelace, 12 High Street': 'x' }, 'GET x')).toThrow(
      'shape: ?: expected number',
    );
  });
});
