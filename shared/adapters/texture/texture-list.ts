import type * as z from 'zod';
import { UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import { type PagedList, readPagedList } from '../http/paging.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import type { TextureApi } from './texture-api.ts';
import { wirePage } from './wire.ts';

/** The most that the API gives at once; without it a page has ten entries. */
const PER_PAGE = 100;

export interface TextureList<T> {
  readonly segments: readonly string[];
  readonly entry: z.ZodType<T & { readonly id: string }>;
  readonly budget: TimeBudget;
  readonly siteId?: string;
  /** What it means that there is no such list (404). */
  readonly missing: () => Error;
}

/** Reads one of the API's lists, from its first page to the last that it counts; entries of another shape are left out. */
export function readTextureList<T>(api: TextureApi, list: TextureList<T>): Promise<PagedList<T>> {
  const { segments, entry, budget, siteId } = list;
  const pageUrl = (page: number) => api.url(segments, { page: String(page), perPage: String(PER_PAGE) });
  const firstUrl = pageUrl(1);
  const name = endpointName('GET', firstUrl);
  return readPagedList<T & { readonly id: string }>({
    firstUrl,
    name,
    idOf: ({ id }) => id,
    async fetchPage(url) {
      const page = await api.get({ url, schema: wirePage, budget, ...(siteId === undefined ? {} : { siteId }) });
      if (page === undefined) throw list.missing();
      const asked = Number(url.searchParams.get('page'));
      if (page.page !== asked) throw new UnexpectedPayloadError(`${name} answered with another page than ${asked}`);
      return {
        count: page.totalItems,
        next: asked < page.totalPages ? pageUrl(asked + 1).href : null,
        results: page.data,
      };
    },
    readItem(json) {
      const result = entry.safeParse(json);
      return result.success ? result.data : undefined;
    },
  });
}
