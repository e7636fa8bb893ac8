import { hostileNextPages } from '../../../adapters/http/hostile-next-pages.ts';
import { add, type Change, drop, lengthen, set, spoilt } from '../change.ts';
import { caseAt, type Ending, type HostileCase, type Respond } from '../reply.ts';

const LISTS: readonly (readonly [string, Change, Ending])[] = [
  ['an entry that is null', add('results', null), 'partial'],
  ['an entry that is a text', add('results', 'canary-person'), 'partial'],
  ['an entry without an id', add('results', { label: 'canary-person' }), 'partial'],
  ['an id that is a number', set('results.0.id', 5), 'partial'],
  ['an id with a slash', set('results.0.id', 'a/b'), 'partial'],
  ['an id with dots', set('results.0.id', '..'), 'partial'],
  ['an id of half a pair', set('results.0.id', 'a\ud800'), 'partial'],
  ['an id of a kilobyte', set('results.0.id', 'x'.repeat(1_000)), 'partial'],
  ['an entry twice', add('results', (first: unknown) => first), 'partial'],
  ['a zone on Mars', set('results.0.timezone', 'Mars/Olympus'), 'partial'],
  ['a zone that is a list', set('results.0.timezone', ['UTC']), 'partial'],
  ['no zone', drop('results.0.timezone'), 'partial'],
  ['a count that is higher', set('count', 1_000), 'partial'],
  ['a count of words', set('count', 'many'), 'same'],
  ['a negative count', set('count', -1), 'same'],
  ['a count beyond all counting', set('count', 1e300), 'same'],
  ['no results', drop('results'), 'refused'],
  ['results that are an object', set('results', { length: 1 }), 'refused'],
  ['10,001 entries a page', lengthen('results', 10_001), 'refused'],
];

/** Pages that go on and on; each brings something new, or seems to. */
const page = (url: URL) => Number(url.searchParams.get('page') ?? 1);
const ENDLESS: readonly (readonly [string, Respond])[] = [
  ['pages that repeat', ({ base, url }) => follow(base, `?page=${page(url) + 1}`)],
  [
    'pages that bring new ids for ever',
    ({ base, url }) => follow(base, `?page=${page(url) + 1}`, `house-${page(url)}`),
  ],
  ['two pages in a circle', ({ base, url }) => follow(base, `?page=${page(url) === 1 ? 2 : 1}`, `house-${page(url)}`)],
  ['a page that is empty, and a next one', ({ base, url }) => follow(base, `?page=${page(url) + 1}`, null)],
  [
    'a second page that fails',
    ({ base, url }) => (page(url) === 1 ? follow(base, '?page=2') : { status: 500, body: 'canary' }),
  ],
  ['a second page that hangs', ({ base, url }) => (page(url) === 1 ? follow(base, '?page=2') : { act: () => {} })],
  ['a second page that is no page', ({ base, url }) => (page(url) === 1 ? follow(base, '?page=2') : { body: '[]' })],
];

function follow(base: string, next: string, id?: string | null) {
  const list = JSON.parse(base) as { results: object[] };
  const results = id === null ? [] : list.results.map((entry) => ({ ...entry, ...(id === undefined ? {} : { id }) }));
  return { body: JSON.stringify({ ...list, next, results }) };
}

const HOSTS = { host: 'HOST', other: 'OTHER' };
const NEXT = hostileNextPages(HOSTS.host, HOSTS.other).map((_, index) =>
  caseAt(
    'list',
    `next page ${index}`,
    ({ base, url, host, other }) => {
      const value = hostileNextPages(host, other)[index];
      const next =
        typeof value === 'string' ? value.replaceAll('/api/curb/', url.pathname.replace(/location$/, '')) : value;
      return { body: JSON.stringify({ ...JSON.parse(base), next }) };
    },
    'partial',
  ),
);

export const LIST_CASES: readonly HostileCase[] = [
  ...LISTS.map(([name, change, ending]) => caseAt('list', name, spoilt(change), ending)),
  ...ENDLESS.map(([name, respond]) => caseAt('list', name, respond, 'either')),
  ...NEXT,
];
