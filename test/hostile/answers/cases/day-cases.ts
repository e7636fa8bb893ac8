import { add, type Change, drop, each, inList, lengthen, literal, set, spoilt, whole } from '../change.ts';
import { caseAt, type Ending, type HostileCase } from '../reply.ts';

type Row = readonly [string, Change, Ending];

/** Broken in the same way in both answers about a day. */
const BOTH: readonly Row[] = [
  ['no start', drop('start'), 'refused'],
  ['no end', drop('end'), 'refused'],
  ['no resolution', drop('resolution'), 'refused'],
  ['the day before', set('start', (start: number) => start - 86_400), 'refused'],
  ['a second more', set('end', (end: number) => end + 1), 'refused'],
  ['an hour of another zone', set('start', (start: number) => start + 3_600), 'refused'],
  ['milliseconds', set('start', (start: number) => start * 1_000), 'refused'],
  ['a start in words', set('start', String), 'refused'],
  ['a start of ISO 8601', set('start', '2026-11-19T06:00:00Z'), 'refused'],
  ['a start without an end', set('start', literal('1e400')), 'refused'],
  ['a start that is null', set('start', null), 'refused'],
  ['hours', set('resolution', 'h'), 'refused'],
  ['minutes', set('resolution', '1m'), 'refused'],
  ['a resolution in seconds', set('resolution', 300), 'refused'],
  ['a further page', set('next', '/api/curb/location/house/x?page=2'), 'refused'],
  ['a further page elsewhere', set('next', 'http://169.254.169.254/'), 'refused'],
  ['results that are an object', set('results', { 0: {} }), 'refused'],
  ['results that are a text', set('results', 'canary-person'), 'refused'],
  ['results that are null', set('results', null), 'refused'],
  ['a result that is null', add('results', null), 'refused'],
  ['a result that is a list', add('results', []), 'refused'],
  ['an empty result', add('results', {}), 'refused'],
  ['no results', drop('results'), 'refused'],
  ['results of nothing', set('results', []), 'marked'],
  ['a list for an answer', whole([]), 'refused'],
  ['hubs that nobody installed', set('hubs', ['canary-hub']), 'same'],
];

const kwh = (value: unknown): Change => set('results.0.kwh', value);
const AGGREGATE: readonly Row[] = [
  ['an energy in words', kwh('12.5'), 'refused'],
  ['an energy that is true', kwh(true), 'refused'],
  ['an energy that is a list', kwh([1]), 'refused'],
  ['an energy that is an object', kwh({ value: 1 }), 'refused'],
  ['an energy that is not known', kwh(null), 'marked'],
  ['no energy', drop('results.0.kwh'), 'marked'],
  ['1e308 kWh', kwh(1e308), 'refused'],
  ['-1e308 kWh', kwh(-1e308), 'refused'],
  ['1e400 kWh', kwh(literal('1e400')), 'refused'],
  ['NaN in quotes', kwh('NaN'), 'refused'],
  ['more than a house can use', kwh(10_000.1), 'refused'],
  ['watt-hours', set('results.0.kwh', (old: number) => old * 1_000), 'refused'],
  ['joules', set('results.0.kwh', (old: number) => old * 3.6e6), 'refused'],
  ['another name for kwh', inList('results', (rows) => rename(rows, 'kwh', 'kWh')), 'refused'],
  ['every sign turned', inList('results', (rows) => turnSigns(rows)), 'marked'],
  ['a register twice', add('results', (first: unknown) => first), 'refused'],
  ['a register without an id', drop('results.0.register.id'), 'refused'],
  ['a row without its register', drop('results.0.register'), 'refused'],
  ['a register that is a text', set('results.0.register', 'main'), 'refused'],
  ['a register that no list names', set('results.0.register.id', 'canary-new'), 'marked'],
  ['a register missing', drop('results.0'), 'marked'],
  ['the rows turned around', inList('results', (rows) => rows.reverse()), 'same'],
  ['flags that lie', each('results', 'register.grid', true), 'same'],
  ['labels that lie', each('results', 'register.label', 'Other'), 'either'],
  ['502 registers', lengthen('results', 502), 'refused'],
  ['a million rows', lengthen('results', 20_000), 'refused'],
  ['a negative count', set('samples_count', -1), 'refused'],
  ['half a sample', set('samples_count', 0.5), 'refused'],
  ['samples in words', set('samples_count', '576'), 'refused'],
  ['samples without an end', set('samples_count', literal('1e400')), 'refused'],
  ['fewer samples', set('samples_count', 500), 'marked'],
  ['no samples', set('samples_count', 0), 'marked'],
  ['no count', drop('samples_count'), 'same'],
  ['sums that lie', each('results', 'sum', 1e12), 'same'],
  ['averages that lie', each('results', 'avg', literal('-1e400')), 'same'],
  ['an Other that lies', inList('results', (rows) => lieAboutOther(rows)), 'marked'],
  ['no Other', inList('results', (rows) => dropOther(rows)), 'marked'],
  ['two Others', inList('results', (rows) => rows.push(anotherOther(rows))), 'either'],
];

const time = (value: unknown): Change => set('results.7.t', value);
const power = (value: unknown): Change => set('results.7.r.w.0', value);
const HISTORICAL: readonly Row[] = [
  ['a slot off the grid', time((t: number) => t + 60), 'refused'],
  ['a slot between two seconds', time((t: number) => t + 0.5), 'refused'],
  ['a slot twice', add('results', (first: unknown) => first), 'refused'],
  ['a slot of the day before', time((t: number) => t - 86_400), 'refused'],
  ['a slot of the next day', time((t: number) => t + 86_400), 'refused'],
  ['a slot in milliseconds', time((t: number) => t * 1_000), 'refused'],
  ['a slot in words', time(String), 'refused'],
  ['a slot in ISO 8601', time('2026-11-19T06:35:00Z'), 'refused'],
  ['a slot that is null', time(null), 'refused'],
  ['a slot beyond all time', time(1e20), 'refused'],
  ['a slot of 2^53', time(2 ** 53), 'refused'],
  ['all slots the same', each('results', 't', 1_795_068_000), 'refused'],
  ['slots in milliseconds', each('results', 't', (t: number) => t * 1_000), 'refused'],
  ['the slots turned around', inList('results', (slots) => slots.reverse()), 'same'],
  ['a slot missing', drop('results.7'), 'marked'],
  ['half the day', inList('results', (slots) => slots.splice(100)), 'marked'],
  ['10,001 slots', lengthen('results', 10_001), 'refused'],
  ['1e308 watts', power(1e308), 'refused'],
  ['-1e308 watts', power(-1e308), 'refused'],
  ['1e400 watts', power(literal('1e400')), 'refused'],
  ['ten million watts and one', power(10_000_001), 'refused'],
  ['watts in words', power('944'), 'refused'],
  ['watts that are true', power(true), 'refused'],
  ['watts that are a list', power([944]), 'refused'],
  ['watts that are NaN in quotes', power('NaN'), 'refused'],
  ['watts that are not known', power(null), 'marked'],
  ['a value too few', inList('results.7.r.w', (watts) => watts.pop()), 'refused'],
  ['a value too many', add('results.7.r.w', 0), 'refused'],
  ['values that are no list', set('results.7.r.w', { 0: 1 }), 'refused'],
  ['no values', drop('results.7.r.w'), 'refused'],
  ['no readings in a slot', drop('results.7.r'), 'refused'],
  ['a register too many', add('registers', (first: object) => ({ ...first, id: 'new' })), 'refused'],
  ['a register too few', drop('registers.0'), 'refused'],
  ['a register twice', set('registers.0.id', 'heat'), 'refused'],
  ['a register without an id', drop('registers.0.id'), 'refused'],
  ['registers that are null', set('registers', null), 'refused'],
  ['no registers', drop('registers'), 'refused'],
  ['502 registers', lengthen('registers', 502), 'refused'],
  ['five hundred values a slot, ten thousand slots', whole(fiveMillionValues()), 'refused'],
];

function rename(rows: unknown[], from: string, to: string): void {
  for (const row of rows as Record<string, unknown>[]) {
    row[to] = row[from];
    delete row[from];
  }
}

const isOther = (row: unknown) => (row as { register: { label: string } }).register.label === 'Other';

function turnSigns(rows: unknown[]): void {
  for (const row of rows as { kwh: number }[]) if (!isOther(row)) row.kwh = -row.kwh;
}

function lieAboutOther(rows: unknown[]): void {
  for (const row of rows as { kwh: number }[]) if (isOther(row)) row.kwh += 50;
}

function dropOther(rows: unknown[]): void {
  rows.splice(rows.findIndex(isOther), 1);
}

const anotherOther = (rows: unknown[]) => ({
  kwh: 9,
  register: { ...(rows[0] as { register: object }).register, id: 'o2', label: 'Other' },
});

function fiveMillionValues(): object {
  return {
    start: 0,
    end: 0,
    resolution: '5m',
    registers: [],
    results: [{ t: 0, r: { w: new Array(1_000_000).fill(0) } }],
  };
}

export const DAY_CASES: readonly HostileCase[] = [
  ...(['aggregate', 'historical'] as const).flatMap((at) =>
    BOTH.map(([name, change, ending]) => caseAt(at, name, spoilt(change), ending)),
  ),
  ...AGGREGATE.map(([name, change, ending]) => caseAt('aggregate', name, spoilt(change), ending)),
  ...HISTORICAL.map(([name, change, ending]) => caseAt('historical', name, spoilt(change), ending)),
];
