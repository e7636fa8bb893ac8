import type * as z from 'zod';
import { checkShape } from '../http/check-shape.ts';
import { endpointName } from '../http/endpoint-name.ts';
import { type PagedList, readPagedList } from '../http/paging.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import type { FleetApi } from './fleet-api.ts';
import { wirePage } from './wire.ts';

export interface FleetList<T> {
  readonly url: URL;
  readonly entry: z.ZodType<T>;
  readonly idOf: (item: T) => string;
  readonly budget: TimeBudget;
  readonly locationId?: string;
  /** Whether an entry of another shape is left out; otherwise it makes the whole list unusable. */
  readonly leavesOutUnreadable: boolean;
  /** What it means that there is no such list (404). */
  readonly missing: () => Error;
}

/** Reads one of the API's lists with all its pages. */
export function readFleetList<T>(api: FleetApi, list: FleetList<T>): Promise<PagedList<T>> {
  const { budget, locationId, entry } = list;
  const name = endpointName('GET', list.url);
  return readPagedList({
    firstUrl: list.url,
    name,
    idOf: list.idOf,
    async fetchPage(url) {
      const page = await api.get({
        url,
        schema: wirePage,
        budget,
        ...(locationId === undefined ? {} : { locationId }),
      });
      if (page === undefined) throw list.missing();
      return page;
    },
    readItem(json) {
      if (!list.leavesOutUnreadable) return checkShape(entry, json, name);
      const result = entry.safeParse(json);
      return result.success ? result.data : undefined;
    },
  });
}
