import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberCell, shareCell, textCell } from '../../../shared/rendering/csv/csv-cells.ts';
import { DECIMAL_COMMA, INTERCHANGE } from '../../../shared/rendering/csv/csv-profile.ts';
import { readCsv } from '../../support/csv-reader.ts';
import { anyText, HOSTILE_LABELS } from '../../support/hostile-labels.ts';

// The rule as spreadsheets apply it, after their own clean-up of what is invisible or full-width.
const wouldRun = (cell: string) =>
  /^[=+\-@|%\t\r\n]/.test(
    cell
      .normalize('NFKC')
      .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
      .trimStart(),
  );
const readBack = (cell: string) => readCsv(`${cell}\r\n`)[0]?.[0] ?? '';

describe('a text cell', () => {
  it.each([
    ['EV charger', '"EV charger"'],
    ['a "b", c; d', '"a ""b"", c; d"'],
    ['=1+1', '"\'=1+1"'],
    ['-5 kW pump', '"\'-5 kW pump"'],
    ['＝SUM(A1)', '"\'＝SUM(A1)"'],
    [' \u200B@x', '"\'@x"'],
    ['a\r\nb', '"a b"'],
    ['', '"(no name)"'],
  ])('writes %j as %s', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it('runs in no spreadsheet, whoever wrote it', () => {
    expect(HOSTILE_LABELS.filter((label) => wouldRun(label)).length).toBeGreaterThan(150);
    expect(HOSTILE_LABELS.filter((label) => wouldRun(readBack(textCell(label))))).toEqual([]);
    expect(HOSTILE_LABELS.filter((label) => readBack(textCell(label)).length > 1_200)).toEqual([]);
  });

  it('runs in no spreadsheet, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wouldRun(readBack(textCell(text)))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number cell', () => {
  it.each([
    [12.345678, '12.345678'],
    [0.1 + 0.2, '0.3'],
    [-5.2, '-5.2'],
    [-0, '0'],
    [-1e-9, '0'],
    [1e-6, '0.000001'],
    [123456789.5, '123456789.5'],
    [100, '100'],
    [null, ''],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('writes %s as "%s"', (amount, cell) => {
    expect(numberCell(amount, INTERCHANGE)).toBe(cell);
  });

  it('is a plain decimal that reads back, negative ones included', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (amount) => {
        const cell = numberCell(amount, INTERCHANGE);
        expect(cell).toMatch(/^-?\d+(\.\d{1,6})?$/);
        expect(cell).not.toBe('-0');
        expect(Math.abs(Number(cell) - amount)).toBeLessThanOrEqual(5.0001e-7 + Math.abs(amount) * 1e-15);
      }),
    );
  });

  it('has a decimal comma in the profile for it', () => {
    expect(numberCell(-1234.5, DECIMAL_COMMA)).toBe('-1234,5');
  });

  it('of a share is 1 only when nothing is missing', () => {
    expect(shareCell(1, INTERCHANGE)).toBe('1');
    expect(shareCell(0.99999999, INTERCHANGE)).toBe('0.999999');
    expect(shareCell(287 / 288, INTERCHANGE)).toBe('0.996528');
    expect(shareCell(null, INTERCHANGE)).toBe('');
  });
});
