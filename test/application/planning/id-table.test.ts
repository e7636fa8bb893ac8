import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { hashOf } from '../../../shared/application/keys.ts';
import { createIdTable } from '../../../shared/application/planning/id-table.ts';
import { countIn, rangesOf, rowsIn } from '../../../shared/application/planning/row-ranges.ts';

describe('a table of ids', () => {
  test.prop([fc.array(fc.tuple(fc.nat(400), fc.nat(366)), { maxLength: 600 })])(
    'holds what a map holds, however it grows',
    (entries) => {
      const [table, map] = [createIdTable(), new Map<string, number>()];
      for (const [number, day] of entries) {
        const id = hashOf(['id', String(number)]);
        table.set(id, day);
        map.set(id, day);
      }
      for (let number = 0; number <= 410; number += 1) {
        const id = hashOf(['id', String(number)]);
        expect(table.get(id)).toBe(map.get(id));
      }
    },
  );

  test('tells ids apart by every digit but the very last bits', () => {
    const id = 'a'.repeat(26);
    const table = createIdTable();
    table.set(id, 7);
    for (let at = 0; at < 26; at += 1) expect(table.get(`${id.slice(0, at)}7${id.slice(at + 1)}`)).toBeUndefined();
    expect(table.get(id)).toBe(7);
    expect(() => table.get('not an id')).toThrow(RangeError);
  });
});

describe('ranges of rows', () => {
  test.prop([fc.uniqueArray(fc.nat(200))])('give back the rows that they were made of', (rows) => {
    const ascending = rows.toSorted((a, b) => a - b);
    expect([...rowsIn(rangesOf(ascending))]).toEqual(ascending);
    expect(countIn(rangesOf(ascending))).toBe(rows.length);
  });
});
