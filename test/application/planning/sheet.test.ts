import { describe, expect, it } from 'vitest';
import {
  cutIntoSheets,
  encodeSheet,
  packSheet,
  type SheetRow,
  unpackSheet,
} from '../../../shared/application/planning/sheet.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';

const rowsIn = (zone: string, count: number): SheetRow[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${zone}-${index}`, zone: parseTimeZone(zone), rules: [0] }));

const cut = (rows: SheetRow[]) => cutIntoSheets({ source: 's', fleet: 'f', rows });

describe('the sheets of a fleet', () => {
  it('hold every location once: large zones alone, small ones together, none above 20,000 or so', () => {
    const rows = [...rowsIn('Europe/Berlin', 50_000), ...rowsIn('Asia/Tokyo', 1_000), ...rowsIn('Asia/Dili', 3)];
    const sheets = cut([...rows, ...rowsIn('Asia/Kathmandu', 4)]);

    expect(sheets.map(({ name }) => name.replace(/ \d of /, ' n of ')).sort()).toEqual([
      's/f Asia/Tokyo n of 1',
      ...Array.from({ length: 4 }, () => 's/f Europe/Berlin n of 4'),
      's/f other zones n of 1',
    ]);
    const ids = sheets.flatMap((sheet) => sheet.rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(51_007);
    expect(ids).toHaveLength(51_007);
    expect(Math.max(...sheets.map((sheet) => sheet.rows.length))).toBeLessThan(20_000);
  });

  it('stay what they are when the list comes in another order, but for the one with a new location', () => {
    const rows = rowsIn('Europe/Berlin', 30_000);
    const hashes = (list: SheetRow[]) => new Map(cut(list).map((sheet) => [sheet.name, encodeSheet(sheet).sha256]));
    const before = hashes([...rows]);
    expect(hashes(rows.toReversed())).toEqual(before);

    const after = hashes([...rows, ...rowsIn('Europe/Berlin', 1).map((row) => ({ ...row, id: 'new' }))]);
    expect([...after].filter(([name, sha256]) => before.get(name) !== sha256)).toHaveLength(1);
  });

  it('come back as they were kept, and not at all when they were not', () => {
    const rows = [
      { id: 'a', zone: parseTimeZone('Asia/Dili'), rules: [0, 2] },
      { id: 'b', zone: parseTimeZone('Asia/Kathmandu'), rules: [] },
    ];
    const { sha256, text } = encodeSheet({ name: 'n', source: 's', fleet: 'f', rows });

    expect(unpackSheet(packSheet(text), sha256)).toEqual(rows);
    expect(unpackSheet(packSheet(`${text} `), sha256)).toBeUndefined();
    expect(unpackSheet(Buffer.from('no gzip'), sha256)).toBeUndefined();
  });
});
