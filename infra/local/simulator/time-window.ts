import { badRequest, Refusal } from './answer.ts';

export const RESOLUTIONS = { m: 60, '5m': 300, h: 3600, d: 86_400 } as const;
export type Resolution = keyof typeof RESOLUTIONS;

/** What a caller asked for; both bounds belong to it. */
export type TimeWindow = {
  readonly startEpochSeconds: number;
  readonly endEpochSeconds: number;
  readonly resolution: Resolution;
  readonly bucketSeconds: number;
  /** Stamps of all sample periods that start inside the bounds, on whole multiples of the resolution in UTC. */
  readonly bucketStarts: readonly number[];
};

const MAX_BUCKETS = 50_000;

/** Reads `start_time`, `end_time` and `resolution`; refuses with 400 what is missing, not an epoch second, or reversed. */
export function parseTimeWindow(query: URLSearchParams): TimeWindow {
  const startEpochSeconds = parseEpochSeconds(query, 'start_time');
  const endEpochSeconds = parseEpochSeconds(query, 'end_time');
  if (endEpochSeconds < startEpochSeconds) throw new Refusal(badRequest('end_time lies before start_time.'));
  const resolution =
    parseResolution(query.get('resolution')) ?? coarsestWithin(endEpochSeconds + 1 - startEpochSeconds);
  const bucketSeconds = RESOLUTIONS[resolution];
  const first = Math.ceil(startEpochSeconds / bucketSeconds);
  const last = Math.floor(endEpochSeconds / bucketSeconds);
  if (last - first >= MAX_BUCKETS)
    throw new Refusal(badRequest('Too many samples: ask for less time or a coarser resolution.'));
  const bucketStarts = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * bucketSeconds);
  return { startEpochSeconds, endEpochSeconds, resolution, bucketSeconds, bucketStarts };
}

function parseEpochSeconds(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null) throw new Refusal(badRequest(`${name} is required.`));
  if (!/^\d{1,10}$/.test(text)) throw new Refusal(badRequest(`${name} must be a UTC timestamp in seconds.`));
  return Number(text);
}

function parseResolution(text: string | null): Resolution | undefined {
  if (text === null) return undefined;
  if (Object.hasOwn(RESOLUTIONS, text)) return text as Resolution;
  throw new Refusal(badRequest('resolution must be one of m, 5m, h, d.'));
}

/** The coarsest sample period that is no longer than the window: `d` for a day, wherever that day begins. */
function coarsestWithin(windowSeconds: number): Resolution {
  if (windowSeconds >= RESOLUTIONS.d) return 'd';
  if (windowSeconds >= RESOLUTIONS.h) return 'h';
  return windowSeconds >= RESOLUTIONS['5m'] ? '5m' : 'm';
}
