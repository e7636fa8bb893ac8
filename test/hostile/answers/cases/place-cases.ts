import { add, type Change, drop, each, inList, lengthen, literal, set, spoilt, whole } from '../change.ts';
import { caseAt, type Ending, type Endpoint, type HostileCase } from '../reply.ts';

type Row = readonly [string, Change, Ending];
const about = (at: Endpoint, rows: readonly Row[]): HostileCase[] =>
  rows.map(([name, change, ending]) => caseAt(at, name, spoilt(change), ending));

const TOKEN: readonly Row[] = [
  ['no token', drop('access_token'), 'refused'],
  ['an empty token', set('access_token', ''), 'refused'],
  ['a token with a line break', set('access_token', 'a\r\nx-evil: 1'), 'refused'],
  ['a token with a nought', set('access_token', 'a\0b'), 'refused'],
  ['a token in other letters', set('access_token', 'tökén'), 'refused'],
  ['a token of a megabyte', set('access_token', 'x'.repeat(1_000_000)), 'refused'],
  ['a token that is a number', set('access_token', 5), 'refused'],
  ['a token that nobody accepts', set('access_token', 'wrong'), 'refused'],
  ['a life of nothing', set('expires_in', 0), 'refused'],
  ['a negative life', set('expires_in', -86_400), 'refused'],
  ['a life without an end', set('expires_in', literal('1e400')), 'refused'],
  ['a life of words', set('expires_in', '86400'), 'refused'],
  ['another type of token', set('token_type', 'mac'), 'refused'],
  ['no type of token', drop('token_type'), 'same'],
  ['a wider scope', set('scope', 'api:everything canary'), 'same'],
];

const ZONES = [
  ['none', null],
  ['an empty one', ''],
  ['one on Mars', 'Mars/Olympus'],
  ['a number', 5],
  ['an offset', 'UTC+25'],
  ['a POSIX rule', 'CST6CDT,M3.2.0,M11.1.0,M99'],
  ['a path', '../../etc/localtime'],
  ['a name with a nought', 'America/Chicago\0'],
  ['a name with a line break', 'America/Chicago\r\nBcc: x'],
  ['a long one', 'A'.repeat(100_000)],
  ['a list', ['America/Chicago']],
] as const;

const LOCATION: readonly Row[] = [
  ...ZONES.map(([name, zone]): Row => [`a zone that is ${name}`, set('timezone', zone), 'refused']),
  ['no zone', drop('timezone'), 'refused'],
  ['another place', set('id', 'somebody-else'), 'refused'],
  ['no id', drop('id'), 'refused'],
  ['an id that is a number', set('id', 7), 'refused'],
  ['an id with a slash', set('id', 'house/../other'), 'refused'],
  ['a label that is a number', set('label', 5), 'same'],
  ['a label of a megabyte', set('label', 'canary '.repeat(150_000)), 'same'],
  ['a label of half a pair', set('label', '\ud800'), 'same'],
  ['a label of line breaks', set('label', 'a\r\nBcc: b@example.com'), 'same'],
  ['an address that is a list', set('address', ['canary-street']), 'same'],
];

const METADATA: readonly Row[] = [
  ['mains of words', set('mains', 'yes'), 'refused'],
  ['a negative count of hubs', set('installations_count', -1), 'refused'],
  ['half a hub', set('installations_count', 1.5), 'refused'],
  ['hubs without an end', set('installations_count', literal('1e400')), 'refused'],
  ['hubs in words', set('installations_count', '2'), 'refused'],
  ['more hubs than anybody knows', set('installations_count', 2 ** 53 - 1), 'same'],
  ['nothing', whole({}), 'same'],
  ['a list', whole([]), 'refused'],
];

const INSTALLATION: readonly Row[] = [
  ['a hub without a serial', drop('results.0.hub'), 'refused'],
  ['a serial of nothing', set('results.0.hub', ''), 'refused'],
  ['a serial that is a number', set('results.0.hub', 7), 'refused'],
  ['a serial of a megabyte', set('results.0.hub', 'h'.repeat(1_000_000)), 'refused'],
  ['a hub twice', add('results', (first: unknown) => first), 'same'],
  ['a hub that never reports', add('results', { hub: 'hubz' }), 'marked'],
  ['no hubs at all', set('results', []), 'same'],
  ['hubs that are no list', set('results', {}), 'refused'],
  ['a hub that is nothing', add('results', null), 'refused'],
  ['ten thousand and one hubs', lengthen('results', 10_001), 'refused'],
];

const REGISTER: readonly Row[] = [
  ['none', set('results', []), 'marked'],
  ['one without an id', drop('results.0.id'), 'refused'],
  ['an id of nothing', set('results.0.id', ''), 'refused'],
  ['an id that is a number', set('results.0.id', 1), 'refused'],
  ['an id of a kilobyte', set('results.0.id', 'x'.repeat(1_000)), 'refused'],
  ['one that is nothing', add('results', null), 'refused'],
  ['one that is a text', add('results', 'main'), 'refused'],
  ['one twice', add('results', (first: unknown) => first), 'same'],
  ['one that nobody measures', add('results', (first: object) => ({ ...first, id: 'new' })), 'marked'],
  ['neither a type nor flags', inList('results', ([first]) => spoilRole(first)), 'refused'],
  ['an unknown type without flags', inList('results', ([first]) => spoilRole(first, 'toaster')), 'refused'],
  ['flags of words', set('results.0.grid', 'true'), 'refused'],
  ['flags of numbers', set('results.0.production', 1), 'refused'],
  ['a type that is a list', set('results.0.circuit_type', ['main']), 'same'],
  ['a label that is an object', set('results.0.label', { toString: 'canary' }), 'same'],
  ['labels of a megabyte', set('results.0.label', 'canary '.repeat(100_000)), 'same'],
  ['a hub that is a list', set('results.0.installation', ['huba']), 'refused'],
  ['a birthday that is none', set('results.0.dt_created', '0000-00-00T99:99:99Z'), 'same'],
  ['a birthday in the year 275760', set('results.0.dt_created', '+275760-09-13T00:00:00Z'), 'same'],
  ['multipliers that are figures already', each('results', 'multiplier', 1e9), 'same'],
  ['all turned around in words', each('results', 'inverted', true), 'same'],
  ['numbers without an end', each('results', 'number', literal('-1e400')), 'same'],
  ['ten thousand and one', lengthen('results', 10_001), 'refused'],
  ['a count of nothing', set('count', 0), 'same'],
  ['a count of words', set('count', 'six'), 'same'],
  ['a negative count', set('count', -6), 'same'],
  ['a next page that is a number', set('next', 2), 'refused'],
  ['a next page of its own', set('next', '?page=1'), 'either'],
  ['a next page elsewhere', set('next', 'http://169.254.169.254/latest/'), 'refused'],
  ['a next page of a megabyte', set('next', `?${'x'.repeat(1_000_000)}`), 'refused'],
];

function spoilRole(register: unknown, type?: string): void {
  Object.assign(register as object, { circuit_type: type ?? null, grid: null, production: null, battery: null });
}

export const PLACE_CASES: readonly HostileCase[] = [
  ...about('token', TOKEN),
  ...about('location', LOCATION),
  ...about('metadata', METADATA),
  ...about('installation', INSTALLATION),
  ...about('register', REGISTER),
];
