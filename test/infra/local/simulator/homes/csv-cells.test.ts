import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readCsvCells } from '../../../../../infra/local/simulator/homes/csv-cells.ts';

const read = (text: string) => {
  const { header, rowCount, cells } = readCsvCells(Buffer.from(text), 'w.csv');
  return { header, rowCount, cells: [...cells] };
};

const cell = fc.option(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
  { nil: null },
);

describe('cells of a file', () => {
  test.prop([fc.array(fc.tuple(fc.nat(), cell, cell), { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.boolean()])(
    'are the numbers that were written, NaN where nothing was',
    (rows, lineBreak, endsWithBreak) => {
      const lines = ['t,a,b', ...rows.map((row) => row.map((value) => value ?? '').join(','))];
      const text = lines.join(lineBreak) + (endsWithBreak ? lineBreak : '');
      expect(read(text)).toEqual({
        header: ['t', 'a', 'b'],
        rowCount: rows.length,
        cells: rows.flat().map((value) => value ?? Number.NaN),
      });
    },
  );

  it.each([
    ['1,+2', 2],
    ['1,2e3', 2000],
    ['1, 2', 2],
    ['1,-0.5', -0.5],
    ['1,.5', 0.5],
    ['1, ', Number.NaN],
  ])('%j', (row, value) => {
    expect(read(`t,a\n${row}\n`).cells).toEqual([1, value]);
  });

  it.each(['1', '1,2,3', '1,2\n3'])('refuses rows of another width: %j', (rows) => {
    expect(() => read(`t,a\n${rows}\n`)).toThrow(/w\.csv: row \d has not 2 cells/);
  });

  it.each(['x', '1.2.3', '--1', 'NaN', 'Infinity', '1e999'])('refuses %j, which is no number', (text) => {
    expect(() => read(`t,a\n1,${text}\n`)).toThrow(/no number/);
  });

  it('passes over blank lines and a byte order mark', () => {
    expect(read('\uFEFFt,a\n\n1,2\n\n')).toEqual({ header: ['t', 'a'], rowCount: 1, cells: [1, 2] });
    expect(read('t,a').rowCount).toBe(0);
  });
});
