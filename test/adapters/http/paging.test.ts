import { describe, expect, it } from 'vitest';
import { type ListPage, type PagedList, readPagedList } from '../../../shared/adapters/http/paging.ts';
import { SourceUnavailableError, UnexpectedPayloadError } from '../../../shared/errors.ts';

const LIST = 'https://api.example/api/curb/location';

type Page = { ids: (string | null)[]; next?: string | null; count?: number } | Error;

/** Reads the pages by number; entries without an id cannot be read. */
async function read(pageOf: (page: number) => Page): Promise<PagedList<string> & { pagesFetched: number }> {
  let pagesFetched = 0;
  const list = await readPagedList<string>({
    firstUrl: new URL(LIST),
    name: 'GET list',
    async fetchPage(url): Promise<ListPage> {
      pagesFetched += 1;
      const page = pageOf(Number(url.searchParams.get('page') ?? 1));
      if (page instanceof Error) throw page;
      return { count: page.count ?? null, next: page.next, results: page.ids };
    },
    readItem: (entry) => (typeof entry === 'string' ? entry : undefined),
    idOf: (id) => id,
  });
  return { ...list, pagesFetched };
}

const pages =
  (...all: Page[]) =>
  (page: number) =>
    all[page - 1] ?? new Error(`there is no page ${page}`);

describe('readPagedList', () => {
  it('reads all pages in order', async () => {
    const list = await read(
      pages({ ids: ['a', 'b'], next: '?page=2', count: 3 }, { ids: ['c'], next: null, count: 3 }),
    );
    expect(list).toEqual({ items: ['a', 'b', 'c'], brokenOff: undefined, doubt: undefined, pagesFetched: 2 });
  });

  it('takes an empty list and an empty last page as they are', async () => {
    expect(await read(pages({ ids: [], count: 0 }))).toMatchObject({
      items: [],
      brokenOff: undefined,
      doubt: undefined,
    });
    expect(await read(pages({ ids: ['a'], next: '?page=2' }, { ids: [] }))).toMatchObject({
      items: ['a'],
      brokenOff: undefined,
      doubt: undefined,
    });
  });

  it.each([
    ['fails', new SourceUnavailableError('page 2 is away'), /page 2 is away/],
    ['leads to another host', { ids: ['b'], next: 'https://other.example/api/curb/location?page=3' }, /another host/],
    ['leads back to the first', { ids: ['b'], next: '/api/curb/location' }, /was read before/],
    ['leads to itself', { ids: ['b'], next: '?page=2' }, /was read before/],
    ['brings nothing new', { ids: ['a'], next: '?page=3' }, /bring nothing new/],
    ['is empty and goes on', { ids: [], next: '?page=3' }, /bring nothing new/],
  ] as [string, Page, RegExp][])('gives what it read when a page %s', async (_, second, problem) => {
    const list = await read(pages({ ids: ['a'], next: '?page=2' }, second));
    expect(list.items[0]).toBe('a');
    expect(list.brokenOff).toMatchObject({ message: expect.stringMatching(problem) });
    expect(list.pagesFetched).toBe(2);
  });

  it('throws when not even the first page can be read', async () => {
    await expect(read(pages(new UnexpectedPayloadError('no')))).rejects.toThrow('no');
  });

  it('throws mistakes of our own instead of calling them an incomplete list', async () => {
    await expect(read(pages({ ids: ['a'], next: '?page=2' }, new TypeError('bug')))).rejects.toThrow(TypeError);
  });

  it('ends lists that never end', async () => {
    const list = await read((page) => ({ ids: [String(page)], next: `?page=${page + 1}` }));
    expect(list.items).toHaveLength(500);
    expect(list.pagesFetched).toBe(500);
    expect(list.brokenOff?.message).toContain('longer than 500 pages');
    const wide = await read((page) => ({
      ids: Array.from({ length: 10_000 }, (_, index) => `${page}-${index}`),
      next: `?page=${page + 1}`,
    }));
    expect(wide.pagesFetched).toBe(6);
    expect(wide.brokenOff?.message).toContain('50000 entries');
  });

  it.each([
    [
      'an id came twice',
      pages({ ids: ['a', 'b'], next: '?page=2' }, { ids: ['b', 'c'] }),
      ['a', 'b', 'c'],
      /1 entries came twice/,
    ],
    ['an entry cannot be read', pages({ ids: ['a', null, 'b'] }), ['a', 'b'], /1 entries that cannot be read/],
    ['the count says more', pages({ ids: ['a', 'b'], count: 5 }), ['a', 'b'], /ends 3 entries before its own count/],
  ] as const)('says so when %s', async (_, pageOf, items, doubt) => {
    expect(await read(pageOf)).toMatchObject({ items, brokenOff: undefined, doubt: expect.stringMatching(doubt) });
  });

  it('goes by the count of the last page, as a list may shrink', async () => {
    const list = await read(pages({ ids: ['a'], next: '?page=2', count: 3 }, { ids: ['b'], count: 2 }));
    expect(list.doubt).toBeUndefined();
  });
});
