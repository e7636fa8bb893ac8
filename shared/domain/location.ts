import type { TimeZone } from './time/time-zone.ts';

/** Which location of which fleet of which source: ids only. */
export interface LocationRef {
  readonly source: string;
  readonly fleet: string;
  readonly id: string;
}

/** A place with meters and one time zone. */
export interface Location extends LocationRef {
  readonly label: string;
  readonly timeZone: TimeZone;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
}

/** `source/fleet/id`, as the command line and messages write it. */
export function locationPath(ref: LocationRef): string {
  return `${ref.source}/${ref.fleet}/${ref.id}`;
}

/** Reads `source/fleet/id`; undefined unless it has exactly three parts with something in each. */
export function parseLocationPath(text: string): LocationRef | undefined {
  const [source, fleet, id, ...rest] = text.split('/');
  return source && fleet && id && rest.length === 0 ? { source, fleet, id } : undefined;
}
