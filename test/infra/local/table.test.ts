import { describe, expect, test } from 'vitest';
import { displayWidth, renderTable } from '../../../infra/local/table.ts';

describe('renderTable', () => {
  test('lines columns up under their titles, numbers to the right, without spaces at the ends', () => {
    const rows = [
      ['Café', '36.2 kWh', ''],
      ['Haus am See', '1,479.6 kWh', 'x'],
    ];

    expect(renderTable(rows, [{ title: 'place' }, { title: 'energy', align: 'right' }, { title: 'note' }])).toBe(
      ['place             energy  note', 'Café            36.2 kWh', 'Haus am See  1,479.6 kWh  x'].join('\n'),
    );
  });

  test('has no head where no column has a title', () => {
    expect(renderTable([['a', 'b']], [{}, {}])).toBe('a  b');
  });

  test.each([
    ['kWh', 3],
    [' ~ 100.0 % ', 11],
    ['kWh\u0301', 3],
    ['Café', 4],
    ['Cafe\u0301', 4],
    ['東京', 4],
    ['👩‍👧', 2],
    ['', 0],
  ])('counts the cells of %j as a terminal does', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
