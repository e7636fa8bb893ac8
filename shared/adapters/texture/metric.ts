import { locationPath } from '../../domain/location.ts';
import { InvalidTimeError, isoUtc, parseInstant } from '../../domain/time/instant.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { contains } from '../../domain/time/interval.ts';
import { InvalidLocationError, UnexpectedPayloadError } from '../../errors.ts';
import { endpointName } from '../http/endpoint-name.ts';
import type { SiteContext } from './site-context.ts';
import { type WireMetric, wireMetric } from './wire.ts';

/**
 * What is measured at a site, by the API's names. Two of them mislead: `consumption` is what batteries are charged with, and
 * `production` what they give back. `storage` is a level, the others are amounts.
 */
export type Metric = 'grid-energy' | 'generation' | 'consumption' | 'production' | 'storage' | 'emissions';

/** A quarter of an hour: the finest that there is, and a part of every zone's days; the API's own days are nobody's. */
export const BUCKET_SECONDS = 900;

export const WINDOW_SIZES = { quarter: 'FIFTEEN_MINUTES', month: 'MONTH' } as const;

export interface Buckets {
  /** By the bucket's start in epoch milliseconds; null where the API has a bucket without a value. */
  readonly amountByStart: ReadonlyMap<number, number | null>;
  /** Rows that say no time: nobody knows where they belong. */
  readonly unplaced: number;
  /** Rows of the answer, whatever they say. */
  readonly rows: number;
}

/** Reads the quarter hours of a metric that begin within an interval, as `readBuckets` does. */
export type ReadBuckets = (metric: Metric, interval: Interval) => Promise<Buckets | undefined>;

/** Units by metric: a number in any other would be a wrong figure. */
const UNITS: Readonly<Record<Metric, string>> = {
  'grid-energy': 'WATT_HOURS',
  generation: 'WATT_HOURS',
  consumption: 'WATT_HOURS',
  production: 'WATT_HOURS',
  storage: 'WATT_HOURS',
  emissions: 'POUNDS_CO2',
};

/**
 * Reads the quarter hours of a metric that begin within the interval, start included and end not, however the API takes
 * its bounds; undefined where it has no such series (404).
 * @throws InvalidLocationError when the site's values come as several series: added up, the same energy may count twice
 */
export async function readBuckets(
  context: SiteContext,
  metric: Metric,
  interval: Interval,
): Promise<Buckets | undefined> {
  const answer = await readMetric(context, metric, interval, WINDOW_SIZES.quarter);
  if (answer === undefined) return undefined;
  const endpoint = metricEndpoint(context, metric);
  checkOneSeries(context, metric, answer);

  const amountByStart = new Map<number, number | null>();
  let unplaced = 0;
  for (const { ts, v } of answer.data) {
    if (ts === null) {
      unplaced += 1;
      continue;
    }
    const start = instantOf(ts, endpoint);
    if (!contains(interval, start)) continue;
    if (start % (BUCKET_SECONDS * 1000) !== 0 || amountByStart.has(start)) {
      throw new UnexpectedPayloadError(
        `${endpoint} answered with a bucket that is off the quarter hours or there twice`,
      );
    }
    // Adding 0 turns −0 into 0.
    amountByStart.set(start, v === null ? null : v + 0);
  }
  return { amountByStart, unplaced, rows: answer.data.length };
}

/** Asks for a metric of the site as a whole; undefined on 404. */
export async function readMetric(
  context: SiteContext,
  metric: Metric,
  interval: Interval,
  windowSize: (typeof WINDOW_SIZES)[keyof typeof WINDOW_SIZES],
): Promise<WireMetric | undefined> {
  const { api, ref, budget, arrayStyle } = context;
  const url = api.url(['metrics', metric], {
    [arrayStyle === 'brackets' ? 'filterSiteId[]' : 'filterSiteId']: ref.id,
    // Without them the API takes the last day up to now.
    filterRangeAfter: isoUtc(interval.start),
    filterRangeBefore: isoUtc(interval.end),
    windowSize,
    groupBy: 'SITE',
  });
  const answer = await api.get({ url, schema: wireMetric, budget, siteId: ref.id });
  if (answer === undefined) return undefined;
  const endpoint = metricEndpoint(context, metric);
  if (answer.meta.unit !== UNITS[metric]) {
    throw new UnexpectedPayloadError(`${endpoint} answered in another unit than ${UNITS[metric]}, which is refused`);
  }
  if (answer.data.some(({ siteId }) => siteId != null && siteId !== ref.id)) {
    throw new UnexpectedPayloadError(`${endpoint} answered about another site than it was asked for`);
  }
  return answer;
}

/** One device may report what another does as well, such as a battery and an inverter at the same connection to the grid. */
function checkOneSeries({ ref }: SiteContext, metric: Metric, { data, meta }: WireMetric): void {
  // Rows without a time are left out anyway, whatever else they may lack.
  const devices = new Set(data.flatMap(({ ts, deviceId }) => (ts === null ? [] : [deviceId ?? ''])));
  const series = Math.max(devices.size, new Set(meta.series ?? []).size);
  if (series <= 1) return;
  throw new InvalidLocationError(
    `Location ${locationPath(ref)}: its ${metric} comes as ${series} series although it is asked for as one site. They are not added up, as several devices may report the same energy: have Texture group them, or split the site`,
  );
}

const metricEndpoint = ({ api }: SiteContext, metric: Metric) => endpointName('GET', api.url(['metrics', metric]));

function instantOf(text: string, endpoint: string) {
  try {
    return parseInstant(text);
  } catch (error) {
    if (!(error instanceof InvalidTimeError)) throw error;
    throw new UnexpectedPayloadError(`${endpoint} answered with a time that is none`);
  }
}
