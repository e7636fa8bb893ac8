import { describe, expect, it } from 'vitest';
import { displayWidth, fitted } from '../../../shared/rendering/display-width.ts';
import {
  bullet,
  columnWidths,
  heading,
  roomBeside,
  row,
  wrapped,
} from '../../../shared/rendering/mail/text/text-layout.ts';

describe('text in columns', () => {
  it('has the width that a terminal gives it', () => {
    expect(['abc', '東京', '👨‍👩‍👧', 'Küche', 'a\u2068b\u2069'].map(displayWidth)).toEqual([3, 4, 2, 5, 2]);
  });

  it('is cut where it does not fit', () => {
    expect(fitted('abcdef', 4)).toBe('abc…');
    expect(fitted('東京都庁', 5)).toBe('東京…');
    expect(fitted('abcd', 4)).toBe('abcd');
  });

  it('keeps figures one below the other, however wide the name is', () => {
    const lines = [row('EV', ['1.0', '5 %'], [10, 6]), row('東京'.repeat(40), ['123.4', '55 %'], [10, 6])];
    expect(lines.map(displayWidth)).toEqual([72, 72]);
    expect(lines[1]).toMatch(/…\s+123\.4 {2}55 %$/);
  });

  it('gives columns the widths wished for, or what their cells need where those do not fit', () => {
    const rows = [
      ['Einspeisung', 'Bezug'],
      ['1.234,5', '12'],
    ];
    expect(columnWidths(rows, [14, 14], 30)).toEqual([14, 14]);
    expect(columnWidths(rows, [8, 8], 30)).toEqual([12, 8]);
    expect(columnWidths(rows, [14, 14], 22)).toEqual([14, 8]);
    expect(columnWidths(rows, [14, 14], 10)).toEqual([12, 6]);
    expect(roomBeside(['Do 1. Okt.', 'Fr'])).toBe(62);
  });

  it('keeps a name whole where it is asked to, in a longer line', () => {
    expect(row('Do 1. Okt.', ['1'], [66])).toBe(`Do 1.…${' '.repeat(65)}1`);
    expect(row('Do 1. Okt.', ['1'], [66], 10)).toBe(`Do 1. Okt.${' '.repeat(65)}1`);
  });

  it('breaks between words, and indents what follows a bullet', () => {
    const lines = bullet('*', 'word '.repeat(40).trim());
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.length <= 72)).toBe(true);
    expect(lines.slice(1).every((line) => /^ {2}word/.test(line))).toBe(true);
    expect(wrapped('x'.repeat(100))).toEqual(['x'.repeat(100)]);
  });

  it('rules off its headings', () => {
    expect(heading('At a glance')).toEqual(['AT A GLANCE', '-----------']);
    expect(heading('Tag für Tag', 'kWh')).toEqual(['TAG FÜR TAG, kWh', '----------------']);
  });
});
