/** One `IntervalReading` as the file has it. */
export interface EspiReading {
  readonly startSeconds: number;
  /** Undefined where only the reading type says how long readings last. */
  readonly lengthSeconds: number | undefined;
  /** In the unit and power of ten of its reading type. */
  readonly value: number;
  readonly qualities: readonly number[];
  readonly line: number;
}

/** A resource of a feed: what its entry links to, and the texts of its own elements by their path. */
export interface EspiResource {
  readonly line: number;
  readonly self: string | undefined;
  readonly up: readonly string[];
  readonly related: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

export interface EspiBlock extends EspiResource {
  readonly readings: readonly EspiReading[];
}

/** The resources of a Green Button feed that readings depend on. */
export interface EspiFeed {
  readonly usagePoints: readonly EspiResource[];
  readonly meterReadings: readonly EspiResource[];
  readonly readingTypes: readonly EspiResource[];
  readonly localTimes: readonly EspiResource[];
  readonly blocks: readonly EspiBlock[];
}

/** What two ways of writing the same link have in common: no host, no slash at either end. */
export function linkPath(href: string): string {
  return href
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '');
}

/** True where the one lies below the other, as a meter reading does below its usage point. */
export function isBelow(link: string | undefined, parent: string | undefined): boolean {
  return link !== undefined && parent !== undefined && parent !== '' && link.startsWith(`${parent}/`);
}
