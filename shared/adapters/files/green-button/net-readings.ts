import { badFile } from '../file-fault.ts';
import { LONGEST_INTERVAL_SECONDS } from '../intervals/interval-collector.ts';
import type { EspiReading } from './espi-feed.ts';
import type { EnergyType } from './reading-type.ts';
import type { EnergySeries, UsagePointSeries } from './usage-point-series.ts';

/** Net energy of an interval: + delivered by the utility, − received by it. */
export interface NetReading {
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  readonly energyWh: number;
  readonly estimated: boolean;
  readonly line: number;
}

/** Forecasts, and values as they would have been in other weather: nobody measured them. */
const NOT_MEASURED = new Set([12, 15]);
/** Estimated by a reference day or by interpolation, questionable, or of mixed quality. */
const ESTIMATED = new Set([8, 9, 10, 13]);

/**
 * The net energies of a usage point, in its finest intervals. Where it measures both ways, an interval of which one way is
 * not known is left out: the other alone would be taken for the net.
 * @throws BadFileError
 */
export function netReadings({ series }: UsagePointSeries): NetReading[] {
  const [delivered, received, net] = [series.get('delivered'), series.get('received'), series.get('net')];
  if (net !== undefined) return readingsOf(net, finestOf(net), 1);
  if (delivered === undefined || received === undefined) {
    const one = delivered ?? received ?? [];
    return readingsOf(one, finestOf(one), delivered === undefined ? -1 : 1);
  }
  const finest = commonFinest(delivered, received);
  return difference(readingsOf(delivered, finest, 1), readingsOf(received, finest, 1));
}

function difference(delivered: readonly NetReading[], received: readonly NetReading[]): NetReading[] {
  const keyOf = ({ startSeconds, lengthSeconds }: NetReading) => `${startSeconds} ${lengthSeconds}`;
  const byTime = Map.groupBy(received, keyOf);
  return delivered.flatMap((forward) =>
    (byTime.get(keyOf(forward)) ?? []).map((reverse) => ({
      ...forward,
      energyWh: forward.energyWh - reverse.energyWh,
      estimated: forward.estimated || reverse.estimated,
    })),
  );
}

function readingsOf(all: readonly EnergySeries[], lengthSeconds: number, sign: 1 | -1): NetReading[] {
  return all.flatMap(({ type, blocks }) =>
    blocks.flatMap(({ readings }) =>
      readings.flatMap((reading) => {
        const length = reading.lengthSeconds ?? type.intervalSeconds ?? 0;
        return nominalLength({ type, blocks }) === lengthSeconds ? toNet(reading, type, length, sign) : [];
      }),
    ),
  );
}

function toNet(reading: EspiReading, type: EnergyType, lengthSeconds: number, sign: 1 | -1): NetReading[] {
  const defaults = type.defaultQuality === undefined ? [] : [type.defaultQuality];
  const qualities = reading.qualities.length > 0 ? reading.qualities : defaults;
  if (qualities.some((quality) => NOT_MEASURED.has(quality))) return [];
  return [
    {
      startSeconds: reading.startSeconds,
      lengthSeconds,
      energyWh: sign * type.toWh(reading.value),
      estimated: qualities.some((quality) => ESTIMATED.has(quality)),
      line: reading.line,
    },
  ];
}

/** Files often have the same energy by quarter hour, by hour and by day. */
function finestOf(all: readonly EnergySeries[]): number {
  return Math.min(...all.map(nominalLength));
}

function commonFinest(delivered: readonly EnergySeries[], received: readonly EnergySeries[]): number {
  const lengths = new Set(received.map(nominalLength));
  const common = delivered
    .map(nominalLength)
    .filter((length) => lengths.has(length) && length <= LONGEST_INTERVAL_SECONDS);
  if (common.length > 0) return Math.min(...common);
  const line = delivered[0]?.blocks[0]?.line ?? 1;
  throw badFile(`line ${line}, IntervalBlock`, 'has no reverse flow in intervals of the same length');
}

/** How long the readings of a series last, by its type or else by its first reading. */
function nominalLength({ type, blocks }: EnergySeries): number {
  return type.intervalSeconds ?? blocks.find(({ readings }) => readings.length > 0)?.readings[0]?.lengthSeconds ?? 0;
}
