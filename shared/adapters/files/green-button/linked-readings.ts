import { badFile } from '../file-fault.ts';
import { type EspiBlock, type EspiFeed, type EspiResource, isBelow } from './espi-feed.ts';

/** A series of a usage point: the blocks of one meter reading, and what their values are. */
export interface LinkedSeries {
  readonly usagePoint: EspiResource | undefined;
  readonly readingType: EspiResource;
  readonly blocks: readonly EspiBlock[];
}

/**
 * Follows a feed's links from each block to its meter reading, reading type and usage point. Where there is only one that
 * can be meant, a missing link does no harm.
 * @throws BadFileError where nobody can say what a block's values are
 */
export function linkedSeries(feed: EspiFeed): LinkedSeries[] {
  const byMeterReading = Map.groupBy(feed.blocks, (block) => meterReadingOf(block, feed));
  return [...byMeterReading].flatMap(([meterReading, blocks]): LinkedSeries[] => {
    if (meterReading === undefined) return blocks.map((block) => withoutMeterReading(block, feed));
    const readingType = readingTypeOf(meterReading, feed);
    return [{ usagePoint: usagePointOf(meterReading, feed), readingType, blocks }];
  });
}

function meterReadingOf(block: EspiBlock, { meterReadings }: EspiFeed): EspiResource | undefined {
  const linked = meterReadings.find(({ self, related }) => {
    const pointsAtBlock = related.some((link) => link === block.self || block.up.includes(link));
    const isParent = isBelow(block.self, self) || block.up.some((link) => link === self || isBelow(link, self));
    return pointsAtBlock || isParent || (self !== undefined && block.related.includes(self));
  });
  return linked ?? only(meterReadings);
}

function withoutMeterReading(block: EspiBlock, feed: EspiFeed): LinkedSeries {
  return { usagePoint: usagePointOf(block, feed), readingType: readingTypeOf(block, feed), blocks: [block] };
}

function readingTypeOf(resource: EspiResource, { readingTypes }: EspiFeed): EspiResource {
  const linked = readingTypes.find(({ self }) => self !== undefined && resource.related.includes(self));
  const found = linked ?? only(readingTypes);
  if (found !== undefined) return found;
  throw badFile(`line ${resource.line}`, 'has no ReadingType: nobody can say what its values are');
}

function usagePointOf(resource: EspiResource, { usagePoints }: EspiFeed): EspiResource | undefined {
  const linked = usagePoints.find(({ self, related }) => {
    const pointsAtIt = related.some((link) => link === resource.self || resource.up.includes(link));
    return pointsAtIt || isBelow(resource.self, self) || (self !== undefined && resource.related.includes(self));
  });
  if (linked !== undefined || usagePoints.length === 0) return linked;
  const single = only(usagePoints);
  if (single !== undefined) return single;
  throw badFile(`line ${resource.line}`, 'has no link to one of the several UsagePoints');
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);
