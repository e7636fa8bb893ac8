import { type LocationRef, locationPath, parseLocationPath } from '../domain/location.ts';
import { type Period, parsePeriod } from '../domain/time/period.ts';
import { UnknownLocationError } from '../errors.ts';
import type { Configuration } from './configuration.ts';
import type { MakeOptions } from './make-options.ts';
import { type MadeReport, type MakeParts, makeReport } from './make-report.ts';
import type { EnergySource, LocationReader, ReportRequest } from './ports.ts';
import { listedAs } from './roster.ts';
import { defaultSubscription, subscriptionsOf } from './subscriptions.ts';

export interface RequestParts extends MakeParts {
  readonly configuration: Configuration;
  readonly openLocation: OpenLocation;
}

export type OpenLocation = (ref: LocationRef) => Promise<LocationReader>;

/** Opens each location once, however many reports are asked for; an opening that failed is tried again. */
export function openOnce(sources: ReadonlyMap<string, EnergySource>): OpenLocation {
  const readers = new Map<string, Promise<LocationReader>>();
  return (ref) => {
    const path = locationPath(ref);
    const known = readers.get(path);
    if (known !== undefined) return known;
    const source = sources.get(ref.source);
    if (source === undefined) {
      const message = `${path}: the configuration has no source named ${ref.source}; it has ${[...sources.keys()].join(', ') || 'none'}.`;
      return Promise.reject(new UnknownLocationError(message));
    }
    const opening = source.openLocation(ref);
    readers.set(path, opening);
    opening.catch(() => readers.delete(path));
    return opening;
  };
}

/**
 * Makes the report that a message or a person asks for. Recipients come from the configuration, or are the location's own
 * customers where the configuration says so: a request has no addresses, so nobody can use it to mail a stranger.
 *
 * @throws MeterpostError what kept the report from being made; InvalidPeriodError for a period that is none
 */
export async function fulfilRequest(
  parts: RequestParts,
  request: Pick<ReportRequest, 'location' | 'period'>,
  options: MakeOptions,
): Promise<MadeReport> {
  const ref = parseLocationPath(request.location);
  if (ref === undefined) throw new UnknownLocationError(`A location is written SOURCE/FLEET/ID, with all three parts.`);
  const period: Period = parsePeriod(request.period);
  const reader = await parts.openLocation(ref);
  const subscriptions = subscriptionsOf(parts.configuration, listedAs(reader));
  const subscription = subscriptions.get(period.kind) ?? defaultSubscription(parts.configuration, period.kind);
  return await makeReport(parts, reader, period, subscription, options);
}
