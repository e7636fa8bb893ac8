import type * as z from 'zod';
import type { LocationRef } from '../../domain/location.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import { apiUrl } from './api-url.ts';
import type { FleetApi } from './fleet-api.ts';

/** How one location is asked about: what all its requests have in common. */
export interface LocationContext {
  readonly api: FleetApi;
  readonly ref: LocationRef;
  readonly budget: TimeBudget;
  /** The URL of something below the location, such as its `register` list. */
  url(what: string, query?: Readonly<Record<string, string>>): URL;
  /** Undefined where the location has no such thing (404). */
  get<T>(what: string, schema: z.ZodType<T>, query?: Readonly<Record<string, string>>): Promise<T | undefined>;
}

export function createLocationContext(api: FleetApi, ref: LocationRef, budget: TimeBudget): LocationContext {
  const url = (what: string, query?: Readonly<Record<string, string>>) =>
    apiUrl(api.origin, ref.fleet, ['location', ref.id, ...(what === '' ? [] : [what])], query);
  return {
    api,
    ref,
    budget,
    url,
    get: (what, schema, query) => api.get({ url: url(what, query), schema, budget, locationId: ref.id }),
  };
}
