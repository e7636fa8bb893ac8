import type { TimeZone } from './time-zone.ts';

/** Remembers what was worked out for a zone, so that the locations of one zone share the cost. */
export interface ZoneMemory<T> {
  /** What is remembered by a name, or else what is worked out now. */
  recall(zone: TimeZone, name: string, workOut: () => T): T;
}

/** More than a year and a month of days: a yearly look-back stays in memory, a long backfill does not pile up. */
const MAX_REMEMBERED_PER_ZONE = 400;

export function createZoneMemory<T>(): ZoneMemory<T> {
  const zones = new Map<TimeZone, Map<string, T>>();
  return {
    recall(zone, name, workOut) {
      let remembered = zones.get(zone);
      if (remembered === undefined) {
        remembered = new Map();
        zones.set(zone, remembered);
      }
      const known = remembered.get(name);
      if (known !== undefined) return known;
      const found = workOut();
      if (remembered.size >= MAX_REMEMBERED_PER_ZONE) remembered.clear();
      remembered.set(name, found);
      return found;
    },
  };
}
