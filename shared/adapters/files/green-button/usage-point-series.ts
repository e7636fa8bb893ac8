import { badFile } from '../file-fault.ts';
import type { EspiBlock, EspiResource } from './espi-feed.ts';
import type { LinkedSeries } from './linked-readings.ts';
import { type Direction, type EnergyType, parseReadingType } from './reading-type.ts';

/** Blocks that mean the same. */
export interface EnergySeries {
  readonly type: EnergyType;
  readonly blocks: readonly EspiBlock[];
}

/** What a usage point of electricity measured: one way, both ways, or their difference. */
export interface UsagePointSeries {
  readonly usagePoint: EspiResource | undefined;
  readonly series: ReadonlyMap<Direction, EnergySeries[]>;
}

const ELECTRICITY = '0';

/**
 * The usable series of each usage point of electricity. Voltages and the like are left out beside them; energy that is
 * there in an unusable form only is a fault, because without it an export, say, would go unseen.
 * @throws BadFileError
 */
export function usagePointSeries(all: readonly LinkedSeries[]): UsagePointSeries[] {
  const electric = all.filter(({ usagePoint }) => {
    const kind = usagePoint?.texts.get('ServiceCategory/kind');
    return kind === undefined || kind === ELECTRICITY;
  });
  if (all.length > 0 && electric.length === 0) {
    throw badFile(
      `line ${all[0]?.usagePoint?.line ?? 1}`,
      'has no usage point of electricity (ServiceCategory kind 0)',
    );
  }
  return [...Map.groupBy(electric, ({ usagePoint }) => usagePoint)].map(([usagePoint, linked]) => ({
    usagePoint,
    series: seriesByDirection(linked),
  }));
}

function seriesByDirection(linked: readonly LinkedSeries[]): Map<Direction, EnergySeries[]> {
  const usable: EnergySeries[] = [];
  const refusals: {
    readonly line: number;
    readonly because: string;
    readonly flow: string;
    readonly isEnergy: boolean;
  }[] = [];
  for (const { readingType, blocks } of linked) {
    const type = parseReadingType(readingType);
    if ('direction' in type) usable.push({ type, blocks });
    else refusals.push({ line: readingType.line, flow: readingType.texts.get('flowDirection') ?? '', ...type });
  }
  const byDirection = Map.groupBy(usable, ({ type }) => type.direction);
  const isMissing = ({ flow, isEnergy }: { readonly flow: string; readonly isEnergy: boolean }) =>
    usable.length === 0 || (isEnergy && !coversFlow(byDirection, flow));
  const missing = refusals.find(isMissing);
  if (missing !== undefined) throw badFile(`line ${missing.line}, ReadingType`, missing.because);
  return byDirection;
}

function coversFlow(byDirection: ReadonlyMap<Direction, unknown>, flow: string): boolean {
  if (byDirection.has('net')) return true;
  if (flow === '1') return byDirection.has('delivered');
  if (flow === '19') return byDirection.has('received');
  return byDirection.has('delivered') && byDirection.has('received');
}
