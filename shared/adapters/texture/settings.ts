import * as z from 'zod';
import { InvalidTimeZoneError, parseTimeZone, type TimeZone } from '../../domain/time/time-zone.ts';
import type { Fault } from '../../errors.ts';
import { originProblem } from '../http/safe-url.ts';
import { checked, checkSettings, maxConcurrentRequests, text } from '../sources/settings-fields.ts';

/** How a list of ids goes into a query: as `name=a&name=b` or `name[]=a&name[]=b`; the API's documents show both. */
export type ArrayStyle = 'repeated' | 'brackets';

/** What the operator says of a site that the API does not. */
export interface SiteSettings {
  readonly timeZone: TimeZone;
  readonly label: string | null;
  readonly country: string | null;
}

/** Checked settings of a source of kind `texture`. */
export interface TextureSettings {
  /** Without a slash at its end. */
  readonly apiOrigin: string;
  readonly maxConcurrentRequests: number;
  /** What the API allows one workspace in a minute, all processes together. */
  readonly requestsPerMinute: number;
  readonly arrayStyle: ArrayStyle;
  readonly sites: ReadonlyMap<string, SiteSettings>;
}

const HOW_MANY = 'must be a whole number from 10 to 100000';
const WHICH_STYLE = 'must be "repeated" (name=a&name=b) or "brackets" (name[]=a&name[]=b)';
const WHICH_SITES = 'must say the time zone by site id, such as { "<site id>": { "timeZone": "America/Chicago" } }';

function zoneProblem(name: string): string | undefined {
  try {
    parseTimeZone(name);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidTimeZoneError) return 'is not an IANA time zone name such as America/Chicago';
    throw error;
  }
}

/** Made when a configuration has a source of this kind. */
const SETTINGS = z.lazy(() => {
  const site = z.strictObject(
    { timeZone: checked(zoneProblem), label: text().optional(), country: text().optional() },
    WHICH_SITES,
  );
  return z.strictObject({
    apiOrigin: checked(originProblem).default('https://api.texturehq.com'),
    // A day is read by up to seven requests.
    maxConcurrentRequests: maxConcurrentRequests(8),
    requestsPerMinute: z.int(HOW_MANY).min(10, HOW_MANY).max(100_000, HOW_MANY).default(1000),
    arrayFilters: z.enum(['repeated', 'brackets'], WHICH_STYLE).default('repeated'),
    sites: z.record(z.string(), site, WHICH_SITES).default({}),
  });
});

/** Checks what the configuration says of the source besides `kind` and `fleets`; `path` is where it says it. */
export function checkTextureSettings(
  raw: unknown,
  path: string,
): { readonly settings: TextureSettings } | { readonly faults: readonly Fault[] } {
  const result = checkSettings(SETTINGS, raw, path, 'texture');
  if ('faults' in result) return result;
  const { apiOrigin, arrayFilters, sites, ...rest } = result.data;
  const known = Object.entries(sites).map(([id, { timeZone, label, country }]) => {
    return [id, { timeZone: parseTimeZone(timeZone), label: label ?? null, country: country ?? null }] as const;
  });
  return {
    settings: { ...rest, apiOrigin: new URL(apiOrigin).origin, arrayStyle: arrayFilters, sites: new Map(known) },
  };
}
