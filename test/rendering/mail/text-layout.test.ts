import { describe, expect, it } from 'vitest';
import { displayWidth, fitted } from '../../../shared/rendering/display-width.ts';
import { bullet, heading, row, wrapped } from '../../../shared/rendering/mail/text/text-layout.ts';

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

  it('breaks between words, and indents what follows a bullet', () => {
    const lines = bullet('*', 'word '.repeat(40).trim());
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.length <= 72)).toBe(true);
    expect(lines.slice(1).every((line) => /^ {2}word/.test(line))).toBe(true);
    expect(wrapped('x'.repeat(100))).toEqual(['x'.repeat(100)]);
  });

  it('rules off its headings', () => {
    expect(heading('At a glance')).toEqual(['AT A GLANCE', '-----------']);
  });
});
