import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, readCsv } from '../../../../shared/adapters/files/csv/read-csv.ts';
import type { FileReadings } from '../../../../shared/adapters/files/intervals/interval-collector.ts';
import { inPieces } from '../../../support/interval-files.ts';

const T = 1_700_000_000 - (1_700_000_000 % 3600);
const OPTIONS: CsvOptions = { isKnown: (id) => ['grid', 'pv', 'a b'].includes(id), intervalSeconds: undefined };

const read = (text: string | Uint8Array, over: Partial<CsvOptions> = {}) =>
  readCsv(inPieces(text), { ...OPTIONS, ...over });

function asRows(readings: FileReadings): (string | number)[][] {
  return [...readings].flatMap(([channel, { startSeconds, lengthSeconds, energyWh }]) =>
    Array.from(startSeconds, (start, index) => [channel, start - T, lengthSeconds[index] ?? 0, energyWh[index] ?? 0]),
  );
}

const LONG = `start,register_id,energy_kwh,interval_seconds\n${T},grid,0.5,900\n${T + 900},grid,-0.25,900\n`;
const EXPECTED = [
  ['grid', 0, 900, 500],
  ['grid', 900, 900, -250],
];

describe('a CSV file of intervals', () => {
  it.each<[string, string | Uint8Array, Partial<CsvOptions>]>([
    ['as it is documented', LONG, {}],
    ['with a byte order mark and CRLF', `\uFEFF${LONG.replaceAll('\n', '\r\n')}`, {}],
    ['without an end of its last line', LONG.trimEnd(), {}],
    ['with empty lines', LONG.replaceAll('\n', '\n\n'), {}],
    ['with semicolons and decimal commas', LONG.replaceAll(',', ';').replaceAll('0.', '0,'), {}],
    ['with tabs', LONG.replaceAll(',', '\t'), {}],
    ['with quotes', LONG.replaceAll(/[^,\n]+/g, '"$&"'), {}],
    [
      'with its columns in another order and case',
      `Energy_kWh,Start,Interval_Seconds,Register_Id\n0.5,${T},900,grid\n-0.25,${T + 900},900,grid`,
      {},
    ],
    ['out of order', `start,register_id,energy_kwh,interval_seconds\n${T + 900},grid,-0.25,900\n${T},grid,0.5,900`, {}],
    ['with a row repeated', `${LONG}${T},grid,0.50,900\n`, {}],
    ['with an amount left empty', `${LONG}${T + 1800},grid,,900\n`, {}],
    ['in watt-hours', `start,register_id,energy_wh,interval_seconds\n${T},grid,500,900\n${T + 900},grid,-250,900`, {}],
    ['in watts', `start,register_id,power_w,interval_seconds\n${T},grid,2000,900\n${T + 900},grid,-1e3,900`, {}],
    ['in kilowatts', `start,register_id,power_kw,interval_seconds\n${T},grid,2,900\n${T + 900},grid,-1,900`, {}],
    [
      'with ends instead of lengths',
      `start,end,register_id,energy_kwh\n${T},${T + 900},grid,.5\n${T + 900},${T + 1800},grid,-.25`,
      {},
    ],
    [
      'with ISO instants',
      `start,register_id,energy_kwh,interval_seconds\n2023-11-14T22:00:00Z,grid,0.5,900\n2023-11-14 23:15:00+01:00,grid,-0.25,900`,
      {},
    ],
    [
      'with its length in location.json',
      `start,register_id,energy_kwh\n${T},grid,0.5\n${T + 900},grid,-0.25`,
      { intervalSeconds: 900 },
    ],
    ['wide', `start,grid_kWh,interval_seconds\n${T},0.5,900\n${T + 900},-0.25,900`, {}],
  ])('is read %s', async (_, text, over) => {
    expect(asRows(await read(text, over))).toEqual(EXPECTED);
  });

  it('may be wide, with each register in its own unit', async () => {
    const text = `start,interval_seconds,grid_kwh,pv_w,a b_wh\n${T},900,1,400,7\n${T + 900},900,,800,\n`;

    expect(asRows(await read(text))).toEqual([
      ['grid', 0, 900, 1000],
      ['pv', 0, 900, 100],
      ['pv', 900, 900, 200],
      ['a b', 0, 900, 7],
    ]);
  });

  const long = (row: string) => `start,register_id,energy_kwh,interval_seconds\n${row}\n`;
  const CANARY = 'Jane Doe, Elm Street 5';
  it.each<[string, string | Uint8Array, string]>([
    ['nothing in it', '', 'line 1: is not there: the file is empty'],
    ['no columns', `${T},grid,0.5,900`, 'line 1: has no column start'],
    [
      'an unknown column',
      'start,register_id,energy_kwh,interval_secnds',
      'line 1: has a column that is not known: interval_secnds',
    ],
    ['two units', 'start,register_id,energy_kwh,power_w,interval_seconds', 'it has 2'],
    [
      'a unit of another thing',
      'start,register_id,therms,interval_seconds',
      'line 1: has a column that is not known: therms',
    ],
    ['a column twice', 'start,start,register_id,energy_kwh,interval_seconds', 'line 1: names a column twice'],
    [
      'no length',
      `start,register_id,energy_kwh\n${T},grid,1`,
      'line 1: has no column interval_seconds: add it, or say "intervalSeconds"',
    ],
    [
      'a wide column of no register',
      'start,garage_kwh,interval_seconds',
      'column garage_kwh of a register that location.json does not have',
    ],
    ['a wide column without a unit', 'start,grid,interval_seconds', 'line 1: has a column grid that is neither'],
    ['a register of no location.json', long(`${T},garage,1,900`), 'line 2: register_id garage is not in location.json'],
    ['somebody for a register', long(`${T},"${CANARY}",1,900`), 'line 2: register_id […] is not in location.json'],
    ['a local time', long('2026-10-25 02:30,grid,1,900'), 'line 2: start is a local time without an offset from UTC'],
    ['milliseconds', long(`${T}000,grid,1,900`), 'line 2: start is in milliseconds'],
    ['an American date', long('11/14/2023 10:00 PM,grid,1,900'), 'line 2: start is neither an instant'],
    ['half a second', long('2023-11-14T22:00:00.5Z,grid,1,900'), 'line 2: start is no whole second'],
    ['a word for a number', long(`${T},grid,${'none'},900`), 'line 2: energy_kwh is not a number'],
    [
      'grouped thousands',
      `start;register_id;energy_wh;interval_seconds\n${T};grid;1.234,5;900`,
      'line 2: energy_wh is not a number',
    ],
    [
      'decimal points beside decimal commas',
      `start;register_id;energy_wh;interval_seconds\n${T};grid;0,5;900\n${T + 900};grid;1.234;900`,
      'line 3: energy_wh is not a number, or not written like those before it',
    ],
    ['a year', long('2026,grid,1,900'), 'line 2: start is neither an instant'],
    ['Infinity', long(`${T},grid,1e400,900`), 'line 2: is more than any register'],
    ['hexadecimals', long(`${T},grid,0x10,900`), 'line 2: energy_kwh is not a number'],
    ['a figure beyond reason', long(`${T},grid,99999999,900`), 'line 2: is more than any register'],
    ['days', long(`${T},grid,1,86400`), 'line 2: lasts 86400 s: local days need intervals of an hour (3600 s) or less'],
    ['no duration', long(`${T},grid,1,0`), 'line 2: does not last'],
    ['a duration in words', long(`${T},grid,1,15min`), 'line 2: interval_seconds is not a whole number'],
    ['a cell too many', long(`${T},grid,1,900,5`), 'line 2: has 5 cells where the first line has 4'],
    ['an unpaired quote', long(`${T},"grid,1,900`), 'line 2: has a quote without a partner'],
    [
      'a contradiction',
      long(`${T},grid,1,900\n${T},grid,2,900`),
      'line 3: grid contradicts line 2 about the same time',
    ],
    [
      'an overlap',
      long(`${T},grid,1,900\n${T + 600},grid,1,900`),
      'line 3: grid contradicts line 2 about the same time',
    ],
    ['another encoding', Buffer.from(LONG, 'utf16le'), 'is not UTF-8'],
    ['Latin-1', Buffer.from(long(`${T},grid,1,900,\u00e9`), 'latin1'), 'is not UTF-8 text: save the file as UTF-8'],
    ['no end of a line', `start,${'x'.repeat(200_000)}`, 'line 1: has no end'],
  ])('is refused with %s', async (_, text, message) => {
    const error = await read(text).catch((thrown: unknown) => thrown);

    expect(error).toHaveProperty('name', 'BadFileError');
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain(CANARY.slice(0, 8));
  });

  it('tells of several bad lines at once, and stops at the fifth', async () => {
    const bad = Array.from({ length: 1000 }, () => `${T},grid,x,900`).join('\n');
    const error = await read(long(bad)).catch(String);

    expect(error).toMatch(
      /line 2: .*line 3: .*line 6: energy_kwh is not a number, or not written like those before it; and perhaps more$/,
    );
    expect(error).not.toContain('line 7');
  });

  const rows = fc.uniqueArray(
    fc.record({
      slot: fc.nat(500),
      wh: fc.integer({ min: -2_400_000, max: 2_400_000 }),
      register: fc.constantFrom('grid', 'pv'),
    }),
    { selector: ({ slot, register }) => `${slot} ${register}`, minLength: 1 },
  );
  const forms = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    pieceBytes: fc.integer({ min: 1, max: 64 }),
    iso: fc.boolean(),
  });
  const shuffledRows = rows.chain((all) =>
    fc.record({
      all: fc.constant(all),
      order: fc.shuffledSubarray([...all, ...all.slice(0, 1)], { minLength: all.length + 1 }),
    }),
  );
  test.prop([shuffledRows, forms])(
    'says the same in any order, form, pieces and with a row repeated',
    async (given, form) => {
      const lines = given.order.map(({ slot, wh, register }) => {
        const start = T + slot * 900;
        const stamp = form.iso ? new Date(start * 1000).toISOString() : start;
        const shown = String(wh / 1000).replace('.', form.delimiter === ',' ? '.' : ',');
        return [stamp, register, shown, 900].join(form.delimiter);
      });
      const header = ['start', 'register_id', 'energy_kwh', 'interval_seconds'].join(form.delimiter);
      const text = form.mark + [header, ...lines].join(form.end);

      const readings = await readCsv(inPieces(text, form.pieceBytes), OPTIONS);

      const expected = given.all.toSorted((a, b) => a.slot - b.slot);
      for (const register of ['grid', 'pv']) {
        const own = expected.filter((row) => row.register === register);
        const column = readings.get(register);
        expect(Array.from(column?.startSeconds ?? [])).toEqual(own.map(({ slot }) => T + slot * 900));
        expect(Array.from(column?.energyWh ?? [], (wh) => Math.round(wh) + 0)).toEqual(own.map(({ wh }) => wh + 0));
      }
    },
  );
});
