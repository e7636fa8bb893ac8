import { badRequest, notFound, Refusal } from './answer.ts';

export type Page<T> = { count: number; next: string | null; previous: string | null; results: T[] };

/** Cuts one page out of a list; `next` and `previous` are paths that already hold `/api`, with the other parameters kept. */
export function pageOf<T>(items: readonly T[], url: URL, pageSize: number): Page<T> {
  const page = parsePage(url.searchParams.get('page'));
  const lastPage = Math.max(1, Math.ceil(items.length / pageSize));
  if (page > lastPage) throw new Refusal(notFound('Invalid page.'));
  return {
    count: items.length,
    next: page < lastPage ? pathOfPage(url, page + 1) : null,
    previous: page > 1 ? pathOfPage(url, page - 1) : null,
    results: items.slice((page - 1) * pageSize, page * pageSize),
  };
}

/** The same list at another page, without the origin. */
export function pathOfPage(url: URL, page: number): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('page');
  query.append('page', String(page));
  return `${url.pathname}?${query}`;
}

function parsePage(text: string | null): number {
  if (text === null) return 1;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refusal(badRequest('page must be a whole number from 1.'));
  return Number(text);
}
