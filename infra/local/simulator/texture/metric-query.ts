import { Refusal } from '../answer.ts';
import { QUARTER_SECONDS } from './quarter-hours.ts';
import { invalidParameter } from './refusals.ts';

export const WINDOWS = ['FIFTEEN_MINUTES', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type WindowSize = (typeof WINDOWS)[number];

/** What a caller wants of a metric; the bounds are starts of quarter hours, both included where the API takes them so. */
export type MetricQuery = {
  readonly siteIds: readonly string[];
  readonly afterEpochSeconds: number;
  readonly beforeEpochSeconds: number;
  readonly windowSize: WindowSize;
  readonly bySite: boolean;
};

const UNIT_SECONDS = { h: 3600, d: 86_400, w: 604_800, m: 60, M: 2_592_000, y: 31_536_000 } as const;
const RELATIVE = /^([1-9]\d?)([hwdmMy])$/;

/** Reads the parameters of a metric; refuses with 400 what the API's document does not allow. */
export function parseMetricQuery(query: URLSearchParams, nowEpochSeconds: number): MetricQuery {
  const windowSize = query.get('windowSize') ?? 'FIFTEEN_MINUTES';
  const groupBy = query.get('groupBy');
  if (!isWindow(windowSize)) throw new Refusal(invalidParameter(`windowSize: must be one of ${WINDOWS.join(', ')}`));
  if (groupBy !== null && groupBy !== 'SITE') throw new Refusal(invalidParameter('groupBy: must be SITE'));
  const after = instantOf(query, 'filterRangeAfter');
  const before = instantOf(query, 'filterRangeBefore') ?? nowEpochSeconds;
  const start = after ?? before - relativeSeconds(query.get('filterRangeRelative') ?? '1d');
  if (start >= nowEpochSeconds) throw new Refusal(invalidParameter('filterRangeAfter: Start time must be in the past'));
  if (before - start < QUARTER_SECONDS) {
    throw new Refusal(invalidParameter('filterRangeAfter: Minimum range is 15 minutes'));
  }
  return {
    siteIds: [...query.getAll('filterSiteId'), ...query.getAll('filterSiteId[]')],
    afterEpochSeconds: start,
    beforeEpochSeconds: before,
    windowSize,
    bySite: groupBy === 'SITE',
  };
}

const isWindow = (text: string): text is WindowSize => WINDOWS.some((window) => window === text);

function instantOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const epochMs = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT.*Z$/.test(text) || Number.isNaN(epochMs)) {
    throw new Refusal(invalidParameter(`${name}: must be a date and time`));
  }
  return epochMs / 1000;
}

function relativeSeconds(text: string): number {
  const [, count, unit] = RELATIVE.exec(text) ?? [];
  if (count === undefined || unit === undefined) {
    throw new Refusal(invalidParameter('filterRangeRelative: Relative time must be in the format Nh, Nd, Nw, Nm, Ny'));
  }
  return Number(count) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
}

/** The start of the window, in UTC, that a quarter hour belongs to. */
export function windowStart(epochSeconds: number, windowSize: WindowSize): number {
  const at = new Date(epochSeconds * 1000);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  switch (windowSize) {
    case 'FIFTEEN_MINUTES':
      return epochSeconds;
    case 'HOUR':
      return Math.floor(epochSeconds / 3600) * 3600;
    case 'DAY':
      return Date.UTC(year, month, date) / 1000;
    case 'WEEK':
      return Date.UTC(year, month, date - ((at.getUTCDay() + 6) % 7)) / 1000;
    case 'MONTH':
      return Date.UTC(year, month) / 1000;
    case 'YEAR':
      return Date.UTC(year, 0) / 1000;
  }
}
